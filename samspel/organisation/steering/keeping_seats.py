"""Adding, changing and ending seats, and who holds them."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.steering.seat import Seat, SeatHolder
from samspel.organisation.steering.seat_rules import (
    require_free,
    require_one_chair,
    require_room_for_holders,
    require_same_seat,
    require_within_seat,
)
from samspel.organisation.steering.telling import tell
from samspel.organisation.team import Team
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF = {
    "seat_is_of_an_agency_or_another_body": "agency",
    "seat_is_of_a_known_kind": "kind",
    "seat_ends_after_it_begins": "last_on",
    "seat_holder_has_a_name": "name",
    "seat_holder_ends_after_beginning": "last_on",
    "seat_is_held_by_one_at_a_time": "first_on",
    "seat_is_taken_up_once_a_day": "first_on",
}
"""At which field of a form the sentence of a constraint stands."""


def add_seat(*, team: Team, values: Mapping[str, Any], by: Actor) -> Seat:
    """A new seat, vacant until somebody takes it. Raises ValidationError."""
    with saving(FIELD_OF):
        row = Seat(team=team, **values)
        check(row, FIELD_OF)
        row.save(force_insert=True)
        tell("seat_added", f"seat:{row.pk}", team.pk, by=by, fields=values)
    return row


def change_seat(*, seat: Seat, version: int, values: Mapping[str, Any], by: Actor) -> Seat:
    """Correct a seat, or enter its last day. Raises ValidationError and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = _locked(seat)
        must_be(version, row)
        if changed := set_values(row, values):
            check(row, FIELD_OF)
            require_same_seat(row, changed)
            require_room_for_holders(row)
            row.version += 1
            row.save()
            tell("seat_changed", f"seat:{row.pk}", row.team_id, by=by, fields=changed)
    return row


def remove_seat(*, seat: Seat, version: int, by: Actor) -> None:
    """Remove a seat that was typed by mistake.

    Raises ValidationError when somebody has held it or attendance is noted, and
    ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        row = _locked(seat)
        must_be(version, row)
        if row.holders.exists() or row.attendances.exists():
            raise ValidationError(
                _("Somebody has held this seat: enter its last day instead of removing it.")
            )
        tell("seat_removed", f"seat:{row.pk}", row.team_id, by=by)
        row.delete()


def take_seat(*, seat: Seat, values: Mapping[str, Any], by: Actor) -> SeatHolder:
    """Somebody takes the seat. Raises ValidationError when it is held on any of the days."""
    with saving(FIELD_OF):
        row = SeatHolder(seat=_locked(seat), **values)
        _check_holder(row)
        row.save(force_insert=True)
        tell("seat_taken", f"seat:{seat.pk}", seat.team_id, by=by, fields=values)
    return row


def change_holder(
    *, holder: SeatHolder, version: int, values: Mapping[str, Any], by: Actor
) -> SeatHolder:
    """Correct who holds a seat, or enter the last day. Raises ValidationError and
    ChangedMeanwhileError."""
    with saving(FIELD_OF):
        seat = _locked(holder.seat)
        row = SeatHolder.objects.select_for_update().get(pk=holder.pk)
        row.seat = seat
        must_be(version, row)
        if changed := set_values(row, values):
            _check_holder(row)
            _require_days_of_attendance(row)
            row.version += 1
            row.save()
            tell("seat_holder_changed", f"seat:{seat.pk}", seat.team_id, by=by, fields=changed)
    return row


def remove_holder(*, holder: SeatHolder, version: int, by: Actor) -> None:
    """Remove a holder who was typed by mistake. Raises ValidationError when attendance is noted,
    and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        seat = _locked(holder.seat)
        row = SeatHolder.objects.select_for_update().get(pk=holder.pk)
        must_be(version, row)
        if row.attendances.exists() or row.stood_in.exists():
            raise ValidationError(
                _("Attendance is noted for this person: enter the last day instead.")
            )
        tell("seat_holder_removed", f"seat:{seat.pk}", seat.team_id, by=by)
        row.delete()


def _locked(seat: Seat) -> Seat:
    """The seat as it now stands; of those who write about a team's seats one goes first."""
    Team.objects.select_for_update().get(pk=seat.team_id)
    return Seat.objects.select_for_update().get(pk=seat.pk)


def _check_holder(row: SeatHolder) -> None:
    """Who else holds the seat is told by name, so the days are asked before the database is."""
    require_within_seat(row)
    if row.last_on is None or row.last_on >= row.first_on:
        require_free(row)
    check(row, FIELD_OF)
    require_one_chair(row)


def _require_days_of_attendance(row: SeatHolder) -> None:
    noted = [
        *row.attendances.values_list("meeting__on", flat=True),
        *row.stood_in.values_list("meeting__on", flat=True),
    ]
    outside = next((day for day in noted if not row.covers(day)), None)
    if outside is not None:
        text = _("Attendance is noted for this person on %(day)s: that day must be one of these.")
        raise ValidationError({"last_on": text % {"day": outside.isoformat()}})
