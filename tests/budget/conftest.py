"""Today, and who keeps the budget."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samspel.accounts.models import User


@pytest.fixture
def keeping(leader: User, client_of: Callable[[User | None], Client]) -> Client:
    """The leader's browser."""
    return client_of(leader)


@pytest.fixture
def on_day(settings: Any) -> Callable[[date], None]:
    """Lets the pages believe that it is another day."""

    def be(day: date) -> None:
        settings.SAMSPEL_TODAY = day

    return be
