"""A round of the survey that is under way, and a participant who was not asked yet."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.surveys.models import Survey
from tests.people import make_episode, make_participant


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def survey(team: Team, today: date) -> Survey:
    return Survey.objects.create(
        team=team,
        title="Hösten",
        opens_on=today - timedelta(days=10),
        closes_on=today + timedelta(days=10),
    )


@pytest.fixture
def episode(team: Team, today: date) -> Episode:
    person = make_participant(team, given_name="Ada", family_name="Berg")
    return make_episode(person, referred_on=None, enrolled_on=today - timedelta(days=30))
