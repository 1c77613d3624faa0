"""A team with somebody in every stage and on every way, on a day that stands still."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count

import pytest

from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.referrals.models import ReferralForm
from tests.people import make_episode, make_participant

DAY = date(2026, 6, 15)


@pytest.fixture
def on_the_day(settings) -> None:
    """Pages are answered as on `DAY`."""
    settings.SAMSPEL_TODAY = DAY


@pytest.fixture
def add(team: Team) -> Callable[..., Episode]:
    """Adds a case of somebody new, with the dates given and no others."""
    numbers = count(1)

    def added(**fields: object) -> Episode:
        none = {"referred_on": None, "enrolled_on": None}
        return make_episode(make_participant(team, given_name=f"P{next(numbers)}"), **none | fields)

    return added


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@pytest.fixture
def many(on_the_day: None, team: Team, add: Callable[..., Episode]) -> None:
    """Each stage has another number of people, so that no two numbers are mixed up."""
    add(study_visit_on=on(6, 1))
    add(study_visit_on=on(6, 20))  # booked: has not come yet
    add(study_visit_on=on(3, 1), withdrawn_on=on(3, 9), withdrawal_reason="team_full")
    for _number in range(2):
        add(study_visit_on=on(4, 1), referred_on=on(4, 11))
    add(referred_on=on(2, 1), withdrawn_on=on(3, 1))
    for day in (3, 5, 7):
        add(referred_on=on(5, 1), enrolled_on=on(5, day))
    for _number in range(4):
        add(referred_on=on(1, 1), enrolled_on=on(1, 11), trial_ends_on=on(3, 11))
    for _number in range(5):
        add(referred_on=on(8, 1, 2025), enrolled_on=on(9, 1, 2025), closing_begun_on=on(6, 1))
    gone = {"referred_on": on(8, 1, 2025), "enrolled_on": on(9, 1, 2025)}
    add(**gone, closed_on=on(9, 20, 2025), outcome="dropout")
    add(**gone, closed_on=on(2, 2), outcome="dropout")
    for _number in range(3):
        add(**gone, closing_begun_on=on(1, 20), closed_on=on(2, 9), outcome="work")
    at = datetime(2026, 6, 1, tzinfo=UTC)
    for sent_at in (at, at, None):
        ReferralForm.objects.create(
            team=team, given_name="Olle", referred_by="region", begun_at=at, sent_at=sent_at
        )
