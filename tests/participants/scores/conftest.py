"""A case of a team that has its licence, on a day in June."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from tests.people import client_of, make_episode, make_participant
from tests.score_things import make_licence

TODAY = date(2025, 6, 10)
NOW = datetime(2025, 6, 10, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def case(team: Team, coach: User) -> Episode:
    """Somebody of 35 years, on trial since February."""
    person = make_participant(team, given_name="Alva", birth_date=date(1990, 1, 2))
    return make_episode(person, coach=coach, case_number="2025-007")


@pytest.fixture
def licensed(team: Team) -> Team:
    make_licence(team)
    return team


@pytest.fixture
def by(coach: User) -> Actor:
    return Actor(coach, None)


@pytest.fixture
def as_coach(coach: User) -> Client:
    return client_of(coach)


@pytest.fixture
def as_leader(leader: User) -> Client:
    return client_of(leader)


def posted(**values: str) -> dict[str, str]:
    """What a coach sends: four lines of 5, filled in today, where nothing else is said."""
    lines = {"first": "5", "second": "5", "third": "5", "fourth": "5"}
    return lines | {"on": TODAY.isoformat(), "filled_in_by": "participant"} | values


def said(page: Any) -> list[str]:
    """The messages over a page."""
    return [str(each) for each in page.context["messages"]]
