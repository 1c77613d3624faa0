"""What changed among the staff during a period: events, in the order of their days."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from samspel.figures.period import Period
from samspel.figures.representation import leave_bounds
from samspel.figures.staff_rows import (
    NOTHING,
    StaffRow,
    joins_in,
    leave_on,
    leaves_in,
    share_on,
)

_DAY = timedelta(days=1)


class ChangeKind(StrEnum):
    """What happened."""

    BEGAN = "began"
    """Somebody came to the team."""
    STOOD_IN = "stood_in"
    """Somebody came to the team, or took on more, in the place of somebody else."""
    TOOK_ON = "took_on"
    """Somebody of the team began another position."""
    VACANT = "vacant"
    """A position began to stand vacant."""
    SHARE = "share"
    """The working share became another."""
    LEAVE_BEGAN = "leave_began"
    LEAVE_CHANGED = "leave_changed"
    LEAVE_ENDED = "leave_ended"
    """Back to the whole of the position; the day is the first one back."""
    GAVE_UP = "gave_up"
    """Somebody ended a position and stays in the team."""
    ENDED = "ended"
    """Somebody left the team; the day is the last one."""


class Change(NamedTuple):
    """One event: its day, what happened, in which position, and percent before and after.

    Percent are of full time for a share and of the position's time for a leave, otherwise None.
    """

    on: date
    kind: ChangeKind
    position: str
    before: Fraction | None = None
    after: Fraction | None = None


def changes_in(rows: Iterable[StaffRow], period: Period) -> list[Change]:
    """Every event of the period, in the order of days; on the same day in the order of rows."""
    found = [change for row in rows for change in _changes(row)]
    return sorted(
        (each for each in found if period.start <= each.on <= period.end), key=lambda one: one.on
    )


def _changes(row: StaffRow) -> Iterator[Change]:
    yield Change(row.first_on, _began(row), row.position)
    if row.is_vacant:
        return
    for first, _last, percent in list(row.share_days())[1:]:
        before = share_on(row, first - _DAY)
        if before != percent:
            yield Change(first, ChangeKind.SHARE, row.position, before, percent)
    yield from _leave_changes(row)
    if row.last_on is not None:
        yield from _end(row, row.last_on)


def _began(row: StaffRow) -> ChangeKind:
    if row.is_vacant:
        return ChangeKind.VACANT
    if row.stands_in_for:
        return ChangeKind.STOOD_IN
    joins = joins_in(row, Period(row.first_on, row.first_on))
    return ChangeKind.BEGAN if joins else ChangeKind.TOOK_ON


def _leave_changes(row: StaffRow) -> Iterator[Change]:
    before = NOTHING
    for day in leave_bounds(row):
        after = leave_on(row, day)
        if after != before:
            yield Change(day, _leave_kind(before, after), row.position, before, after)
        before = after


def _leave_kind(before: Fraction, after: Fraction) -> ChangeKind:
    if not before:
        return ChangeKind.LEAVE_BEGAN
    return ChangeKind.LEAVE_CHANGED if after else ChangeKind.LEAVE_ENDED


def _end(row: StaffRow, last: date) -> Iterator[Change]:
    """Who goes straight on in another position is told of when that one begins."""
    if leaves_in(row, Period(last, last)):
        yield Change(last, ChangeKind.ENDED, row.position)
    elif not any(each.first_on == last + _DAY for each in row.others):
        yield Change(last, ChangeKind.GAVE_UP, row.position)
