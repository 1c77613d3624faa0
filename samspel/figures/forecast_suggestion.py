"""What a line of a budget may cost for the rest of it: suggested from what is known, overwritable.

The rest of the budget is from a day to the budget's last day. Months are calendar months; of a
part of one the days count: the first 10 days of June are a third of a month.

- Personnel: what a full-time equivalent has cost a month so far × the full-time equivalents that
  are known ahead. They are those of `staffing.py`: leave is taken off, those who stand in are
  counted, a vacant position counts nothing until somebody has it, and so a vacancy lowers what is
  expected. A position without a last day goes on.
- Any other line, and personnel of whom no full-time equivalent is known so far: the actual a month
  so far × the months ahead. That is straight: what is paid once a year is not told from what is
  paid every month, which is for a person to know.
- Less than a month behind: what is left of what was allocated, over the months ahead.

Credits are taken off the actual; less than nothing is never expected. Rounded once, to whole
kronor, half away from zero. No clock is asked.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from samspel.figures.budget_rows import Posted, spent_until
from samspel.figures.definition import KRONOR, Definition
from samspel.figures.period import Period, month_end
from samspel.figures.rounding import whole
from samspel.figures.staff_rows import NOTHING, StaffRow, full_time_days, is_in, leave_days
from samspel.figures.words import noop

FORECAST_SUGGESTION = Definition(
    key="forecast_suggestion",
    title=noop("Suggested forecast"),
    text=noop(
        "What a line may cost for the rest of its budget, in whole kronor. Own personnel: what a "
        "full-time equivalent has cost a month so far, times the full-time equivalents known "
        "ahead, so that a vacancy lowers it. Other lines: the actual a month so far, times the "
        "months ahead. When less than a month has passed: what is left of what was allocated. It "
        "can always be overwritten with a reason."
    ),
    unit=KRONOR,
)

_DAY = timedelta(days=1)
_ORE_OF_A_KRONA = 100


class Way(StrEnum):
    """How an amount is suggested, or why none is."""

    BY_FULL_TIME = "by_full_time"
    """By the cost of a full-time equivalent a month, and those known ahead."""
    BY_MONTHS = "by_months"
    """Straight: as much a month as so far."""
    AS_ALLOCATED = "as_allocated"
    """Less than a month has passed: what is left of what was allocated."""
    NOTHING_AHEAD = "nothing_ahead"
    """No day of the budget is left."""
    NOT_ALLOCATED = "not_allocated"
    """No amount: less than a month has passed, and the line was allocated nothing."""
    NOTHING_ENTERED = "nothing_entered"
    """No amount: nothing at all is entered in the budget before the day."""


class SoFar(NamedTuple):
    """What is on record of a line in a budget from ``start`` to ``end``; amounts in öre.

    ``posted`` is what is entered on the line, ``entered_on`` the days of everything entered in its
    budget. ``staff`` are the positions that the budget pays; only personnel asks for them.
    """

    start: date
    end: date
    is_personnel: bool
    allocated_ore: int | None
    posted: tuple[Posted, ...] = ()
    entered_on: tuple[date, ...] = ()
    staff: tuple[StaffRow, ...] = ()


class Suggested(NamedTuple):
    """An amount in öre with what it is worked out from; the amount is None where nothing is known.

    Months and months of full time (of one person's full time) are exact. ``entered_until`` is the
    last day before ``from_on`` of anything entered in the budget. ``vacancies`` are the positions
    that stand vacant on any day ahead; nobody found to stand in is no vacancy.
    """

    way: Way
    amount_ore: int | None
    is_personnel: bool
    from_on: date
    months_behind: Fraction
    months_ahead: Fraction
    spent_ore: int
    allocated_ore: int | None
    full_time_behind: Fraction
    full_time_ahead: Fraction
    entered_until: date | None
    vacancies: tuple[StaffRow, ...]

    @property
    def ore_a_month(self) -> Fraction | None:
        """The actual a month so far, exact; None before the budget has begun."""
        return self.spent_ore / self.months_behind if self.months_behind else None

    @property
    def ore_a_full_time_month(self) -> Fraction | None:
        """What a full-time equivalent has cost a month, exact; None where none is known so far."""
        return self.spent_ore / self.full_time_behind if self.full_time_behind > 0 else None

    @property
    def mean_behind(self) -> Fraction | None:
        """The full-time equivalents so far, as the mean over the months behind."""
        return self.full_time_behind / self.months_behind if self.months_behind else None

    @property
    def mean_ahead(self) -> Fraction | None:
        """The full-time equivalents known ahead, as the mean over the months ahead."""
        return self.full_time_ahead / self.months_ahead if self.months_ahead else None


def forecast_suggestion(so_far: SoFar, *, from_on: date) -> Suggested:
    """What the line may cost from ``from_on``, that day included, to the budget's last day.

    A day before the budget stands for its first day; after its last day nothing is ahead.
    """
    begins = max(from_on, so_far.start)
    behind = _period(so_far.start, min(begins - _DAY, so_far.end))
    ahead = _period(begins, so_far.end)
    staff = so_far.staff if so_far.is_personnel else ()
    entered = [day for day in so_far.entered_on if day < begins]
    vacancies = (row for row in staff if _is_vacancy(row) and ahead and is_in(row, ahead))
    known = Suggested(
        way=Way.BY_MONTHS,
        amount_ore=None,
        is_personnel=so_far.is_personnel,
        from_on=begins,
        months_behind=months_in(behind),
        months_ahead=months_in(ahead),
        spent_ore=spent_until(so_far.posted, begins - _DAY),
        allocated_ore=so_far.allocated_ore,
        full_time_behind=full_time_months(staff, behind),
        full_time_ahead=full_time_months(staff, ahead),
        entered_until=max(entered, default=None),
        vacancies=tuple(sorted(vacancies, key=lambda row: (row.first_on, row.key))),
    )
    way = _way(known)
    return known._replace(way=way, amount_ore=_whole_kronor(_expected(way, known)))


def _way(known: Suggested) -> Way:
    if not known.months_ahead:
        return Way.NOTHING_AHEAD
    if known.months_behind < 1:
        return Way.NOT_ALLOCATED if known.allocated_ore is None else Way.AS_ALLOCATED
    if known.entered_until is None:
        return Way.NOTHING_ENTERED
    return Way.BY_FULL_TIME if known.full_time_behind > 0 else Way.BY_MONTHS


def _expected(way: Way, known: Suggested) -> Fraction | None:
    """Öre, exact; None where nothing is known."""
    if way == Way.NOTHING_AHEAD:
        return NOTHING
    if way == Way.AS_ALLOCATED:
        return Fraction((known.allocated_ore or 0) - known.spent_ore)
    if way == Way.BY_FULL_TIME:
        return known.spent_ore * known.full_time_ahead / known.full_time_behind
    if way == Way.BY_MONTHS:
        return known.spent_ore * known.months_ahead / known.months_behind
    return None


def _whole_kronor(ore: Fraction | None) -> int | None:
    """Öre, rounded to whole kronor, and no less than nothing."""
    return None if ore is None else max(0, whole(ore / _ORE_OF_A_KRONA) * _ORE_OF_A_KRONA)


def months_in(period: Period | None) -> Fraction:
    """How many calendar months a period is; of a part of a month its days count."""
    parts = (Fraction(each.days, _days_of_month(each)) for each in _month_by_month(period))
    return sum(parts, NOTHING)


def full_time_months(staff: Iterable[StaffRow], period: Period | None) -> Fraction:
    """How many months of one person's full time were worked in a period, leave taken off.

    Two people at 75 % for two months are 3. A vacant position counts nothing.
    """
    held = [row for row in staff if not row.is_vacant]
    parts = (
        (full_time_days(row, each) - leave_days(row, each)) / _days_of_month(each)
        for each in _month_by_month(period)
        for row in held
    )
    return sum(parts, NOTHING)


def _is_vacancy(row: StaffRow) -> bool:
    return row.is_vacant and not row.stands_in_for


def _period(first: date, last: date) -> Period | None:
    return Period(first, last) if first <= last else None


def _month_by_month(period: Period | None) -> Iterator[Period]:
    """The days of each calendar month that a period has a day in."""
    first = period.start if period else None
    while period and first and first <= period.end:
        last = min(month_end(first.year, first.month), period.end)
        yield Period(first, last)
        first = last + _DAY


def _days_of_month(part: Period) -> int:
    return monthrange(part.start.year, part.start.month)[1]
