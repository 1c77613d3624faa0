"""A case of the team's on a day in May 2025, with an employer and a coach at the pages."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.employers.models import Employer
from samspel.participants.models import Episode
from tests.employer_things import make_employer
from tests.people import client_of, make_episode, make_participant

TODAY = date(2025, 5, 15)
"""A Thursday."""


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def case(team: Team, coach: User) -> Episode:
    return make_episode(make_participant(team), coach=coach, case_number="2025-007")


@pytest.fixture
def employer(team: Team) -> Employer:
    return make_employer(team, name="Kafé Tre Åar", kind="cooperative")


@pytest.fixture
def as_coach(coach: User) -> Client:
    return client_of(coach)


def said(response: Any) -> list[str]:
    """The messages of the page that one comes to, and what its form says."""
    told = [str(each) for each in response.context["messages"]]
    form = response.context.get("form")
    errors = form.errors.values() if form is not None else []
    return told + [str(sentence) for each in errors for sentence in each]
