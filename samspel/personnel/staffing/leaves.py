"""Writing down leave, changing it, and taking back what was typed by mistake."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.figures.staff_rows import LeaveDays
from samspel.figures.staff_soundness import over_whole_leave
from samspel.personnel.staffing.keeping import FIELD_OF, locked, tell
from samspel.personnel.staffing.leave import Leave
from samspel.personnel.staffing.position import Position
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELDS = ("kind", "percent", "first_on", "last_on")


def add_leave(*, position: Position, values: Mapping[str, Any], by: Actor) -> Leave:
    """Leave from a position; ``values`` by the names of `FIELDS`.

    Raises ValidationError when it lies outside the position's days, or when leave on some day is
    more than all of the position's time.
    """
    with saving(FIELD_OF):
        held = locked(position)
        row = Leave(position=held, **values)
        _check(row, held)
        row.save(force_insert=True)
        tell("leave_added", held, by=by, fields=values, row=row.pk)
    return row


def change_leave(*, leave: Leave, version: int, values: Mapping[str, Any], by: Actor) -> Leave:
    """Change leave, or say its last day. Raises ValidationError as when it is written down, and
    ChangedMeanwhileError."""
    with saving(FIELD_OF):
        held, row = _locked(leave, version)
        if changed := set_values(row, values):
            _check(row, held)
            row.version += 1
            row.save()
            tell("leave_changed", held, by=by, fields=changed, row=row.pk)
    return row


def take_back_leave(*, leave: Leave, version: int, by: Actor) -> None:
    """Remove leave that was typed by mistake. Raises ChangedMeanwhileError."""
    with saving(FIELD_OF):
        held, row = _locked(leave, version)
        tell("leave_taken_back", held, by=by, row=row.pk)
        row.delete()


def _locked(leave: Leave, version: int) -> tuple[Position, Leave]:
    """The position first: whoever writes about it waits for the others at the same place."""
    held = locked(leave.position)
    row = Leave.objects.select_for_update().get(pk=leave.pk)
    must_be(version, row)
    return held, row


def _check(row: Leave, held: Position) -> None:
    check(row, FIELD_OF)
    if held.is_vacant:
        raise ValidationError(_("Nobody has this position, so nobody can be on leave from it."))
    last_on = row.last_on or held.last_on or row.first_on
    if not (held.covers(row.first_on) and held.covers(last_on)):
        raise ValidationError({"first_on": _("The leave must lie within the position's days.")})
    others = [each for each in held.leaves.all() if each.pk != row.pk]
    days = [
        LeaveDays(each.first_on, each.last_on, Fraction(each.percent)) for each in (*others, row)
    ]
    if too_much := over_whole_leave(days):
        raise ValidationError(
            {
                "percent": _(
                    "Together with other leave this is more than all of the position's time on "
                    "%(day)s."
                )
                % {"day": too_much.on.isoformat()}
            }
        )
