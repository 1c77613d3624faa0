"""A Monday in June, and people of whom something is due on it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from samspel.accounts.models import User
from samspel.figures.period import shift_months
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from tests.people import make_episode, make_participant

TODAY = date(2025, 6, 16)
MORNING = datetime(2025, 6, 16, 7, 30, tzinfo=UTC)
"""Half past nine in Sweden."""


@pytest.fixture(autouse=True)
def _today(settings: Any) -> None:
    settings.SAMSPEL_TODAY = TODAY


def waiting(team: Team, name: str, days: int, **fields: Any) -> Episode:
    """Somebody who has stood in the queue for ``days``."""
    person = make_participant(team, family_name=name)
    referred = TODAY - timedelta(days=days)
    return make_episode(person, referred_on=referred, enrolled_on=None, **fields)


def on_trial(team: Team, name: str, coach: User | None, in_days: int = 2, **person: Any) -> Episode:
    """Somebody whose trial period ends so many days after today."""
    participant = make_participant(team, family_name=name, **person)
    on = shift_months(TODAY, -2) + timedelta(days=in_days)
    ends = TODAY + timedelta(days=in_days)
    return make_episode(
        participant, referred_on=on, enrolled_on=on, trial_ends_on=ends, coach=coach
    )
