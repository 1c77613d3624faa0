"""A day on which the pages are opened, and who acts."""

from datetime import date
from typing import Any

import pytest

from samspel.accounts.actor import Actor
from samspel.accounts.models import User

TODAY = date(2025, 6, 12)
"""A Thursday."""


@pytest.fixture(autouse=True)
def _opened_today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def by(coach: User) -> Actor:
    """The coach, as an actor."""
    return Actor(user=coach)
