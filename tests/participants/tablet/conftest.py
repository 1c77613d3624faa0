"""A case with two scaling questions, and a way to get at a code's letters."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.plans.models import Scale
from samspel.participants.questions.models import Question
from samspel.participants.questions.question import Answer, Form
from samspel.participants.tablet.handing_out import make_code
from tests.people import client_of, make_episode, make_participant

NOW = datetime(2025, 6, 10, 9, tzinfo=UTC)
TODAY = date(2025, 6, 10)
TEAM_S, OWN = "Hur nära är du ditt mål?", "Hur sover du?"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eleven o'clock in Sweden on a day in June."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def case(team: Team, coach: User) -> Episode:
    Question.objects.create(team=team, form=Form.SCALING, text=TEAM_S, answer=Answer.SCALE)
    person = make_participant(team, given_name="Alva", family_name="Hemlig")
    found = make_episode(person, coach=coach, case_number="2025-007")
    Scale.objects.create(episode=found, text=OWN)
    return found


@pytest.fixture
def by(coach: User) -> Actor:
    return Actor(coach, None)


@pytest.fixture
def letters(case: Episode, by: Actor) -> str:
    """The letters of a code that is open."""
    return make_code(episode=case, now=NOW, by=by)[1]


@pytest.fixture
def as_coach(coach: User) -> Client:
    return client_of(coach)


@pytest.fixture
def tablet() -> Client:
    """Nobody is signed in."""
    return client_of(None)


def sentence(page: Any) -> str:
    """What a refused code says."""
    return str(page.context["why"])
