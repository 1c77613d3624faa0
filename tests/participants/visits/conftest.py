"""A team that receives visits on Wednesdays, and what a booking says."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.tokens import make_link
from samspel.participants.visits import booking
from samspel.participants.visits.booking import Asked
from samspel.participants.visits.calendar import moment
from samspel.participants.visits.models import StandingTime, Visit
from samspel.participants.visits.occasions import ChosenTime

TODAY = date(2025, 6, 16)
"""A Monday."""
NOW = moment(TODAY, time(8))
WEDNESDAY = date(2025, 6, 18)
EMAIL = "handlaggare@example.org"
ASKED = Asked(
    given_name="Alva",
    family_name="Åkesson",
    referred_by="region",
    caseworker_name="Hanna Handläggare",
    caseworker_email=EMAIL,
)
FILLED = {name: getattr(ASKED, name) for name in Asked.__dataclass_fields__} | {
    "caseworker_comes": "on"
}


@pytest.fixture
def standing(team: Team) -> StandingTime:
    """Wednesdays at ten, one place."""
    return StandingTime.objects.create(
        team=team, weekday=2, at=time(10), first_on=date(2025, 6, 2), place="Storgatan 1"
    )


@pytest.fixture
def by(coach: User) -> Actor:
    return Actor(coach, "192.0.2.1")


@pytest.fixture
def on_wednesday(standing: StandingTime) -> ChosenTime:
    return ChosenTime(moment(WEDNESDAY, time(10)), standing.place, standing.pk)


@pytest.fixture
def book(team: Team, by: Actor) -> Callable[..., Visit]:
    """Books a visit; what is not said is as in `ASKED`."""

    def booked(time: ChosenTime, **changes: Any) -> Visit:
        values: dict[str, Any] = {"team": team, "asked": ASKED, "now": NOW, "by": by}
        return booking.book(**{"booking_id": uuid4(), "time": time} | values | changes)

    return booked


@pytest.fixture
def visit(book: Callable[..., Visit], on_wednesday: ChosenTime) -> Visit:
    return book(on_wednesday)


@pytest.fixture
def link(team: Team, by: Actor) -> tuple[Link, str]:
    """A link for booking and its token."""
    return make_link(
        team=team,
        purpose=Purpose.BOOK_VISIT,
        expires_at=datetime(2099, 1, 1, tzinfo=UTC),
        now=NOW,
        by=by,
    )


@pytest.fixture
def on_monday(settings: Any) -> None:
    """Pages are shown as on `TODAY`."""
    settings.SAMSPEL_TODAY = TODAY


def at(days: int, hour: int = 10) -> ChosenTime:
    """Any time, some days from today."""
    return ChosenTime(moment(TODAY + timedelta(days=days), time(hour)), "Torget")
