"""The steering group that tests are about: seats, holders, meetings; every name is invented."""

from datetime import UTC, date, datetime
from typing import Any

from samspel.accounts.models import User
from samspel.organisation.models import Agency, Team
from samspel.organisation.steering.models import (
    AgendaPoint,
    Decision,
    Minutes,
    Seat,
    SeatHolder,
    SentPoint,
    SteeringAttendance,
    SteeringMeeting,
)

START = date(2025, 1, 1)
HELD_ON, AHEAD_ON = date(2025, 3, 10), date(2099, 1, 12)
NOW = datetime(2025, 3, 11, tzinfo=UTC)


def make_seat(team: Team, short_name: str = "FK", kind: str = "member", **fields: Any) -> Seat:
    """A seat of one of the team's agencies from the first day of 2025."""
    agency = Agency.objects.get(association=team.association, short_name=short_name)
    return Seat.objects.create(
        **{"team": team, "agency": agency, "kind": kind, "first_on": START, **fields}
    )


def make_holder(seat: Seat, name: str = "Eva Chef", **fields: Any) -> SeatHolder:
    """Somebody who has held the seat since its first day."""
    return SeatHolder.objects.create(**{"seat": seat, "name": name, "first_on": START, **fields})


def make_meeting(team: Team, on: date = HELD_ON, **fields: Any) -> SteeringMeeting:
    """A meeting of which nothing is noted."""
    return SteeringMeeting.objects.create(team=team, on=on, **fields)


def make_held(team: Team, seat: Seat, holder: SeatHolder, on: date = HELD_ON) -> SteeringMeeting:
    """A meeting to which the holder of the seat came."""
    meeting = make_meeting(team, on, state="held")
    SteeringAttendance.objects.create(meeting=meeting, seat=seat, holder=holder, presence="present")
    return meeting


def make_things(team: Team, user: User) -> dict[str, Any]:
    """One of each that an address can name."""
    seat = make_seat(team)
    holder = make_holder(seat)
    meeting = make_held(team, seat, holder)
    ahead = make_meeting(team, AHEAD_ON)
    written = {"written_at": NOW, "text": "Mötet öppnades."}
    Minutes.objects.create(
        meeting=meeting, adjusted_on=date(2025, 3, 20), adjusted_by="Eva", **written
    )
    Minutes.objects.create(meeting=meeting, number=2, corrects_because="Namn", **written)
    decision = Decision.objects.create(team=team, meeting=meeting, text="Skriv en plan.")
    point = AgendaPoint.objects.create(meeting=ahead, place=1, title="Budget")
    sent = SentPoint.objects.create(
        team=team, meeting=ahead, title="Lokaler", sent_by=user, sent_at=NOW
    )
    return {
        "seat": seat.pk,
        "seat_holder": holder.pk,
        "steering_meeting": meeting.pk,
        "steering_meeting_ahead": ahead.pk,
        "agenda_point": point.pk,
        "sent_point": sent.pk,
        "decision": decision.pk,
    }
