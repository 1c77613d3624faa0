"""Noting who came to a meeting: from then on it counts as held."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.steering.keeping_meetings import locked_meeting, save_anew
from samspel.organisation.steering.meeting import (
    MeetingState,
    Presence,
    SteeringAttendance,
    SteeringMeeting,
)
from samspel.organisation.steering.seat import Seat, SeatHolder
from samspel.organisation.steering.telling import tell_of_meeting
from samspel.records.constraints import check, saving


@dataclass(frozen=True, slots=True)
class SeatAt:
    """A seat on the day of a meeting: who holds it then, and what was noted."""

    seat: Seat
    holder: SeatHolder | None
    noted: SteeringAttendance | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """What is to be noted of one seat: the holder came, somebody else did instead, or nobody."""

    at: SeatAt
    presence: str
    stand_in: SeatHolder | None = None
    stand_in_name: str = ""


def seats_at(meeting: SteeringMeeting) -> list[SeatAt]:
    """The seats that there are on the meeting's day, ordinary members first; three queries."""
    seats = Seat.objects.filter(team=meeting.team_id).on(meeting.on).with_holders()
    noted = {row.seat_id: row for row in meeting.attendances.select_related("holder", "stand_in")}
    found = [
        SeatAt(
            seat,
            next((each for each in seat.holders.all() if each.covers(meeting.on)), None),
            noted.get(seat.pk),
        )
        for seat in seats
    ]
    return sorted(found, key=lambda at: (at.seat.place, at.seat.whose.casefold(), at.seat.pk))


def note_attendance(
    *,
    meeting: SteeringMeeting,
    version: int,
    noted: Sequence[Noted],
    guests: str,
    today: date,
    by: Actor,
) -> SteeringMeeting:
    """Note who came, instead of what was noted before.

    Raises ValidationError for a meeting that lies ahead or is cancelled and for somebody who came
    in the stead of two, and ChangedMeanwhileError.
    """
    with saving():
        row = locked_meeting(meeting, version)
        require_took_place(row, today)
        _require_one_seat_each(noted)
        row.attendances.all().delete()
        stood_in = {each.stand_in for each in noted if each.stand_in is not None}
        for each in noted:
            _note(row, replace(each, presence=Presence.PRESENT) if _is_of(each, stood_in) else each)
        row.state, row.guests = MeetingState.HELD, guests
        save_anew(row)
        tell_of_meeting("steering_attendance_noted", row, by=by)
    return row


def require_took_place(meeting: SteeringMeeting, today: date) -> None:
    """Raise ValidationError for a meeting that lies ahead or is cancelled."""
    if meeting.is_cancelled:
        raise ValidationError(_("The meeting is cancelled."))
    if meeting.on > today:
        text = _("The meeting lies ahead, on %(day)s: come back when it has been held.")
        raise ValidationError(text % {"day": meeting.on.isoformat()})


def _require_one_seat_each(noted: Sequence[Noted]) -> None:
    seen: set[int] = set()
    for each in noted:
        if each.stand_in is None:
            continue
        if each.stand_in.pk in seen:
            text = _("%(name)s cannot come in the stead of two at one meeting.")
            raise ValidationError(text % {"name": each.stand_in.name})
        seen.add(each.stand_in.pk)


def _is_of(noted: Noted, stood_in: set[SeatHolder]) -> bool:
    """Whether it is the own seat of a substitute who came instead of a member: who came, came."""
    return noted.at.holder is not None and noted.at.holder in stood_in


def _note(meeting: SteeringMeeting, noted: Noted) -> None:
    is_instead = noted.presence == Presence.STAND_IN
    row = SteeringAttendance(
        meeting=meeting,
        seat=noted.at.seat,
        holder=noted.at.holder,
        presence=noted.presence,
        stand_in=noted.stand_in if is_instead else None,
        stand_in_name=noted.stand_in_name if is_instead else "",
    )
    check(row)
    row.save(force_insert=True)
