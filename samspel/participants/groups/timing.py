"""A group's times: adding and changing them, with the sessions that follow."""

from dataclasses import dataclass
from datetime import date, time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.constraints import saving
from samspel.participants.groups.group import Group
from samspel.participants.groups.laying_out import lay_out, take_away_ahead
from samspel.participants.groups.overlapping import require_other_times
from samspel.participants.groups.schedule import GroupTime
from samspel.participants.groups.writing import check_row, locked_group, tell, touch_teams
from samspel.records.versions import must_be, set_values


@dataclass(frozen=True, slots=True)
class Timing:
    """When a group meets, as entered."""

    weekday: int
    at: time
    ends_at: time
    first_on: date
    every_weeks: int = 1
    last_on: date | None = None


TIMING = tuple(Timing.__dataclass_fields__)


def add_time(*, group: Group, timing: Timing, today: date, by: Actor) -> int:
    """Add a time and lay out its sessions from its first day; returns how many were laid out.

    Raises ValidationError with every fault.
    """
    with saving(by):
        row = locked_group(group)
        added = GroupTime(group=row, **{name: getattr(timing, name) for name in TIMING})
        _check(added, row, today)
        added.save()
        made = lay_out(group=row, start=added.first_on, today=today)
        touch_teams(row)
        tell("group_time_added", row, by)
    return made


def change_time(
    *, group_time: GroupTime, version: int, timing: Timing, today: date, by: Actor
) -> int:
    """Change a time, or end it by its last day; returns how many sessions ahead stay as they were.

    Sessions ahead are laid out anew. Those that somebody came to, that something was written of
    or that were cancelled stay. Raises ValidationError with every fault, and
    ChangedMeanwhileError.
    """
    with saving(by):
        row = locked_group(group_time.group)
        found = GroupTime.objects.select_for_update().get(pk=group_time.pk)
        must_be(version, found)
        changed = set_values(found, {name: getattr(timing, name) for name in TIMING})
        if not changed:
            return 0
        _check(found, row, today)
        found.version += 1
        found.save()
        stay = take_away_ahead(found, today)
        lay_out(group=row, start=today, today=today)
        touch_teams(row)
        tell("group_time_changed", row, by, fields=changed)
    return stay


def _check(row: GroupTime, group: Group, today: date) -> None:
    check_row(row, {"first_on": row.first_on, "last_on": row.last_on}, today)
    if not group.is_within(row.first_on):
        raise ValidationError({"first_on": [_("That is not one of the group's days.")]})
    require_other_times(row, group.times.all())
