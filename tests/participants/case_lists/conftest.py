"""A meeting with a case, opened on its day."""

from typing import Any

import pytest

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Agency, Team
from samspel.participants.models import Episode
from samspel.personnel.methods.models import TeamMeeting
from tests import people
from tests.personnel.methods.made import HELD_ON, make_meeting


@pytest.fixture(autouse=True)
def _opened_on_the_day_of_the_meeting(settings: Any) -> None:
    settings.SAMSPEL_TODAY = HELD_ON


@pytest.fixture
def meeting(team: Team) -> TeamMeeting:
    return make_meeting(team)


@pytest.fixture
def episode(team: Team) -> Episode:
    person = people.make_participant(team, given_name="Astrid", family_name="Ek")
    return people.make_episode(person, case_number="2025-007")


@pytest.fixture
def fk(team: Team) -> Agency:
    return team.agencies.get(short_name="FK")


@pytest.fixture
def by(coach: User) -> Actor:
    return Actor(user=coach)
