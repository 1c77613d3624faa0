"""How a placement ends: evaluated with what came of it, called off, or taken up again."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.placements.changing import Faults, locked_placement, save_checked, tell
from samspel.participants.placements.ladder import monday_of
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.purpose import Outcome
from samspel.participants.placements.room import room_fault
from samspel.participants.placements.working import hours_fault
from samspel.records.versions import set_values


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a placement ended and what was seen. ``hours_reached`` are per week."""

    ended_on: date
    outcome: str
    break_reason: str = ""
    worked_well: str = ""
    did_not_work: str = ""
    adaptations: str = ""
    hours_reached: Decimal | None = None

    def values(self) -> dict[str, Any]:
        """The fields of the model."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


_EMPTY = {"ended_on": None, "outcome": "", "break_reason": "", "called_off_on": None}


def end_placement(
    *, placement: Placement, version: int, evaluation: Evaluation, today: date, by: Actor
) -> Placement:
    """End a placement with its evaluation, or correct what was written of its end.

    Raises ValidationError where the end lies before the start, after the stay, before hours that
    were entered or in the future, or the reason does not fit; and ChangedMeanwhileError.
    """
    with locked_placement(placement, version=version, today=today, by=by, of_the_past=True) as row:
        if row.called_off_on is not None:
            raise ValidationError(_("The placement is called off. Take it up again first."))
        changed = set_values(row, evaluation.values())
        if changed:
            save_checked(row, _faults(row, today))
            tell(row, act="placement_ended", fields=changed, by=by)
    return row


def call_off(*, placement: Placement, version: int, today: date, by: Actor) -> Placement:
    """Say that a placement that has not begun does not come about; raises as `end_placement`."""
    with locked_placement(placement, version=version, today=today, by=by) as row:
        if row.starts_on <= today:
            raise ValidationError(_("The placement has begun: end it instead."))
        if set_values(row, {"called_off_on": today}):
            save_checked(row, {})
            tell(row, act="placement_called_off", fields=["called_off_on"], by=by)
    return row


def take_up_again(*, placement: Placement, version: int, today: date, by: Actor) -> Placement:
    """Let a placement go on that was ended or called off by mistake; what was seen is kept."""
    with locked_placement(placement, version=version, today=today, by=by) as row:
        changed = set_values(row, _EMPTY)
        if changed:
            if fault := room_fault(row, today):
                raise ValidationError(fault)
            save_checked(row, {})
            tell(row, act="placement_taken_up", fields=changed, by=by)
    return row


def _faults(row: Placement, today: date) -> Faults:
    faults: Faults = {}
    if fault := _day_fault(row, today):
        faults["ended_on"] = [fault]
    is_broken = row.outcome == Outcome.BROKEN_OFF
    if is_broken and not row.break_reason:
        faults["break_reason"] = [_("Say why it was broken off.")]
    if not is_broken and row.break_reason:
        faults["break_reason"] = [_("This is asked only when it was broken off. Leave it empty.")]
    if row.hours_reached is not None and (fault := hours_fault(row.hours_reached)):
        faults["hours_reached"] = [fault]
    return faults


def _day_fault(row: Placement, today: date) -> str | None:
    ended_on, closed_on = row.ended_on, row.episode.closed_on
    if ended_on is None:
        return None
    if ended_on < row.starts_on:
        return _("The placement cannot end before it starts.")
    if ended_on > today:
        return _("The date is in the future: enter it when it has come.")
    if closed_on is not None and ended_on > closed_on:
        said = _("The placement cannot go on after the case was closed on %(day)s.")
        return said % {"day": closed_on.isoformat()}
    if row.weeks.filter(monday__gt=monday_of(ended_on)).exists():
        return _("Hours have been entered for weeks after that day. Take them away first.")
    return None
