"""What does not look right among the staff: too much work for one, too much leave, a stand-in
for nobody."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from samspel.figures.representation import leave_bounds
from samspel.figures.staff_rows import (
    NOTHING,
    WHOLE,
    LeaveDays,
    StaffRow,
    covers,
    leave_on,
    share_on,
)

_DAY = timedelta(days=1)


class TooMuch(NamedTuple):
    """The first day of those with the most, and how many percent it is."""

    on: date
    percent: Fraction


def over_full_time(positions: Sequence[StaffRow]) -> TooMuch | None:
    """When one person's positions add up to most, if that is over full time; leave is taken off."""
    days = sorted({day for row in positions for day in _bounds(row)})
    sums = [TooMuch(day, sum((_at_work(row, day) for row in positions), NOTHING)) for day in days]
    over = [each for each in sums if each.percent > WHOLE]
    return max(over, key=lambda each: each.percent, default=None)


def _bounds(row: StaffRow) -> Iterable[date]:
    return [*(each.first_on for each in row.shares), *leave_bounds(row)]


def _at_work(row: StaffRow, day: date) -> Fraction:
    return share_on(row, day) * (1 - leave_on(row, day) / WHOLE)


def over_whole_leave(leaves: Sequence[LeaveDays]) -> TooMuch | None:
    """When leave from one position adds up to most, if that is more than all of its time."""
    sums = [
        TooMuch(
            day,
            sum(
                (each.percent for each in leaves if covers(each.first_on, each.last_on, day)),
                NOTHING,
            ),
        )
        for day in sorted({each.first_on for each in leaves})
    ]
    over = [each for each in sums if each.percent > WHOLE]
    return max(over, key=lambda each: each.percent, default=None)


def first_day_outside(
    first_on: date, last_on: date | None, leaves: Sequence[LeaveDays]
) -> date | None:
    """The first day, of those from ``first_on``, on which there is no leave to stand in for.

    ``leaves`` have their own last days, or none where they are open.
    """
    day = first_on
    for each in sorted(leaves):
        if each.first_on > day:
            break
        if each.last_on is None:
            return None
        day = max(day, each.last_on + _DAY)
    return None if last_on is not None and day > last_on else day
