"""The team's wall, read by somebody without an account who takes the time to read."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from samspel.organisation.models import Team
from samspel.pages.today import now
from samspel.participants.referrals.spam_guard import SHORTEST, new_pass
from tests.participants.ideas.made import make_wall
from tests.people import client_of


@pytest.fixture
def token(team: Team) -> str:
    """The code of the team's wall page."""
    return make_wall(team, now())


@pytest.fixture
def read_pass(team: Team) -> Callable[[], str]:
    """The pass of a page that somebody has had time to read; each is another one."""
    return lambda: new_pass(team, now() - SHORTEST - timedelta(minutes=1))


@pytest.fixture
def write(token: str, read_pass: Callable[[], str]) -> Callable[..., Any]:
    """Sends a form of the wall: ``write("wall_suggest", text="…")``."""

    def send(page: str, *args: object, **values: Any) -> Any:
        url = reverse(page, args=[token, *args])
        return client_of(None).post(url, {"pass": read_pass(), **values})

    return send
