"""A day on which the tests are run, and a position with leave."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Leave, Position
from tests.people import client_of
from tests.personnel.staffing.made import make_leave, make_position

TODAY = date(2025, 6, 16)


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def position(team: Team) -> Position:
    """Vera, full time since the beginning of 2024."""
    return make_position(team)


@pytest.fixture
def leave(position: Position) -> Leave:
    """From half of Vera's time since March 2024."""
    return make_leave(position)


def send(user: User, url: str, values: Mapping[str, Any]) -> Any:
    """What the page answers to a filled-in form; a value of None is not sent."""
    client: Client = client_of(user)
    return client.post(url, {name: value for name, value in values.items() if value is not None})


def sentences(response: Any) -> dict[str, list[str]]:
    """What a form that came back says, by field; ``__all__`` stands over the form."""
    assert response.status_code == 200
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def page_of(user: User, url: str) -> str:
    """The page as this user reads it."""
    response = client_of(user).get(url)
    assert response.status_code == 200
    return response.content.decode()


def told(act: str) -> LogEntry:
    """The one entry of the access log about ``act``."""
    return LogEntry.objects.get(act=act)
