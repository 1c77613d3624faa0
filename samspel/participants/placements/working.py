"""The hours that were worked: one number a week, entered and corrected by the coach."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.placements.changing import Faults, locked_placement, tell
from samspel.participants.placements.ladder import (
    HALF_HOUR,
    MOST_HOURS,
    SUNDAY,
    monday_of,
    told_hours,
)
from samspel.participants.placements.ladder_step import WorkedWeek
from samspel.participants.placements.placement import Placement


@dataclass(frozen=True, slots=True)
class Entry:
    """The hours of a week as they were typed; None takes them away.

    ``seen`` is what stood there when the writer opened the page.
    """

    monday: date
    hours: Decimal | None
    seen: Decimal | None


def field_of(monday: date) -> str:
    """The name of a week's field in the form, by which its faults are told."""
    return f"week_{monday:%Y%m%d}"


def enter_weeks(
    *, placement: Placement, entries: Iterable[Entry], today: date, by: Actor
) -> Sequence[date]:
    """Save the hours of weeks, all or none; returns the Mondays of those that changed.

    Raises ValidationError for hours below 0, over 40 or between halves, for weeks that have not
    begun or lie outside the placement, and where somebody else entered another number meanwhile.
    """
    with locked_placement(placement, version=None, today=today, by=by, of_the_past=True) as row:
        stands = {each.monday: each for each in row.weeks.all()}
        faults, changed = _sorted_out(row, entries, stands, today)
        if faults:
            raise ValidationError(faults)
        for entry in changed:
            _save(row, entry, stands.get(entry.monday), by)
        if changed:
            weeks = [each.monday.isoformat() for each in changed]
            tell(row, act="placement_weeks_entered", fields=weeks, by=by)
    return [each.monday for each in changed]


def _sorted_out(
    row: Placement, entries: Iterable[Entry], stands: Mapping[date, WorkedWeek], today: date
) -> tuple[Faults, list[Entry]]:
    faults: Faults = {}
    changed = []
    for entry in entries:
        there = stands[entry.monday].hours if entry.monday in stands else None
        if entry.hours in (there, entry.seen):
            continue
        if fault := _fault(row, entry, there, today):
            faults[field_of(entry.monday)] = [fault]
        changed.append(entry)
    return faults, changed


def _fault(row: Placement, entry: Entry, there: Decimal | None, today: date) -> str | None:
    if entry.seen != there:
        stands = _("nothing") if there is None else told_hours(there)
        said = _("Meanwhile somebody else has saved: %(hours)s. Check, and save again.")
        return said % {"hours": stands}
    if entry.hours is None:
        return None
    return hours_fault(entry.hours) or week_fault(row, entry.monday, today)


def hours_fault(hours: Decimal) -> str | None:
    """What is wrong with the hours of a week; none at all is 0."""
    if not hours.is_finite() or hours < 0 or hours > MOST_HOURS:
        return _("Write the hours of the week: 0 to 40.")
    if hours % HALF_HOUR:
        return _("Write whole or half hours, such as 7 or 7,5.")
    return None


def week_fault(row: Placement, monday: date, today: date) -> str | None:
    """What is wrong with a week: before the placement, after its end, or still to come."""
    ends_on = row.end
    if monday.weekday() or monday + SUNDAY < row.starts_on or (ends_on and monday > ends_on):
        return _("The placement does not go on in that week.")
    if monday > monday_of(today) or row.called_off_on is not None:
        return _("That week has not begun yet.")
    return None


def _save(row: Placement, entry: Entry, there: WorkedWeek | None, by: Actor) -> None:
    if entry.hours is None:
        if there is not None:
            there.delete()
        return
    week = there or WorkedWeek(placement=row, monday=entry.monday)
    week.hours, week.entered_by = entry.hours, by.user
    week.save()
