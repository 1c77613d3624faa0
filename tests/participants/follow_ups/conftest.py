"""A case on a day on which its first follow-up is to be booked."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.follow_ups.models import FollowUp
from samspel.participants.models import Episode
from tests.people import client_of, make_episode, make_participant

TODAY = date(2025, 4, 25)
DUE = date(2025, 5, 1)
"""Three months after the enrolment on 1 February."""
MEANWHILE = (
    "Under tiden har 2025-05-06 kl. 09:00 bokats. Låt det stå, eller spara igen för att flytta "
    "mötet till din tid."
)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def case(team: Team, coach: User) -> Episode:
    return make_episode(
        make_participant(team),
        coach=coach,
        case_number="2025-007",
        caseworker_name="Hanna Handläggare",
        caseworker_email="hanna@example.org",
    )


@pytest.fixture
def as_coach(coach: User) -> Client:
    return client_of(coach)


@pytest.fixture
def url(case: Episode) -> Callable[..., str]:
    """The address of a page of the case's first follow-up, or of another day's."""

    def made(name: str = "follow_up", due_on: date | str = DUE) -> str:
        return reverse(name, args=[case.pk, str(due_on)])

    return made


def at(text: str) -> datetime:
    """A moment in Swedish time, such as 2025-05-02 10:30."""
    return timezone.make_aware(datetime.fromisoformat(text))


def booking(version: int = 0, **other: Any) -> dict[str, Any]:
    """A filled-in form that books 2 May at 10:30."""
    filled = {"day": "2025-05-02", "time": "10:30", "how": "digital", "place": "Rum 2"}
    return filled | {"version": version} | other


def saved(case: Episode, due_on: date = DUE, **fields: Any) -> FollowUp:
    """A follow-up that has a row."""
    return FollowUp.objects.create(episode=case, due_on=due_on, **fields)


def said(response: Any) -> list[str]:
    """The messages of the page that one comes to, and what its form says."""
    told = [str(each) for each in response.context["messages"]]
    form = response.context.get("form")
    errors = form.errors.values() if form is not None else []
    return told + [sentence for each in errors for sentence in each]
