"""Somebody on trial since Monday 3 February 2025, seen on Wednesday 5 March."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.attendance.models import Attendance
from samspel.participants.models import Episode
from tests.people import make_episode, make_participant

TODAY = date(2025, 3, 5)
FIRST = date(2025, 2, 3)
ENDS = date(2025, 4, 3)


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


@pytest.fixture
def on_trial(team: Team, coach: User) -> Episode:
    return make_episode(make_participant(team), enrolled_on=FIRST, coach=coach)


def came(episode: Episode, *days: date) -> None:
    """Attendance that was recorded on its own day."""
    for day in days:
        at = datetime.combine(day, time(10), UTC)
        Attendance.objects.create(episode=episode, on=day, recorded_at=at)


LONG_AGO = {"referred_on": None, "enrolled_on": date(2024, 1, 8)}
"""A stay whose trial period ended a year ago."""
