"""The rows that a budget is summed over, and what is expected of a line, in öre."""

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from samspel.figures.period import Period, shift_months

WHOLE = "unknown"
"""The key, among the lines, of what is said of a budget and of none of its lines."""


class Posted(NamedTuple):
    """What was entered on a day, in öre: costs are positive, credits negative."""

    on: date
    ore: int


class Expected(NamedTuple):
    """What is expected from a day until the budget ends, in öre."""

    from_on: date
    ore: int


class Known(NamedTuple):
    """What is on record for a budget as a whole.

    ``is_applied`` and ``is_allocated`` say whether any line has such an amount: a line without is
    then a line of nothing. ``is_granted`` says whether any funder gave money. ``entered_on`` and
    ``expected_from`` are the first days of an entry and of a forecast.
    """

    is_applied: bool = False
    is_allocated: bool = False
    is_granted: bool = False
    entered_on: date | None = None
    expected_from: date | None = None


class LineRow(NamedTuple):
    """A line of a budget that runs from ``start`` to ``end``; or, with ``lines``, all of it.

    ``expected`` are the forecasts in the order in which they were made. Of the whole there is what
    the funders granted, and not what is said of its lines. ``to_fixed`` turns an amount into the
    prices of the latest year that there is an index for.
    """

    key: str
    budget_line: str
    start: date
    end: date
    known: Known
    applied_ore: int | None = None
    allocated_ore: int | None = None
    posted: tuple[Posted, ...] = ()
    expected: tuple[Expected, ...] = ()
    granted_ore: int | None = None
    to_fixed: Fraction | None = None
    lines: "tuple[LineRow, ...]" = ()


class GrantRow(NamedTuple):
    """What a funder granted to a budget, and what is used before it; all that was entered."""

    key: str
    funder: str
    start: date
    end: date
    amount_ore: int
    before_ore: int
    is_last: bool
    posted: tuple[Posted, ...] = ()


class EntryRow(NamedTuple):
    """An entry in a budget that runs from ``start`` to ``end``."""

    key: str
    budget_line: str
    start: date
    end: date
    on: date
    ore: int


def runs_at(row: LineRow | GrantRow | EntryRow, period: Period) -> bool:
    """Whether the row's budget is the one that runs on the last day of the period."""
    return row.start <= period.end <= row.end


def first_half_ends(start: date, end: date) -> date:
    """The last day of a budget's first six months; its own last day when it has no more."""
    return min(shift_months(start, 6) - timedelta(days=1), end)


def spent_until(posted: tuple[Posted, ...], day: date) -> int:
    """What was entered up to and with a day, in öre."""
    return sum(each.ore for each in posted if each.on <= day)


def actual(row: LineRow, day: date) -> int | None:
    """What a line has cost up to and with a day; None before anything of the budget is entered."""
    entered_on = row.known.entered_on
    if entered_on is None or entered_on > day:
        return None
    return spent_until(row.posted, day)


def forecast(row: LineRow, day: date) -> int | None:
    """What the whole budget of a line is expected to cost, as was known at the end of a day.

    Of the forecasts that cover no later day than the next, the latest holds, with what was entered
    before it. When the budget has ended the actual is the forecast. A line without a forecast,
    beside others that have one, is expected to cost no more than it has.
    """
    if day >= row.end:
        return actual(row, row.end)
    tomorrow = day + timedelta(days=1)
    # Of those from the same day the one that was made last comes last.
    made = [each for each in row.expected if each.from_on <= tomorrow]
    latest = max(made, key=lambda each: each.from_on, default=None)
    if latest is not None:
        holding = [each for each in made if each.from_on == latest.from_on][-1]
        return spent_until(row.posted, holding.from_on - timedelta(days=1)) + holding.ore
    others = row.known.expected_from
    if others is None or others > tomorrow:
        return None
    return spent_until(row.posted, day)


def whole_actual(row: LineRow, day: date) -> int | None:
    """What a whole budget has cost: its lines' actuals together."""
    found = [one for each in row.lines if (one := actual(each, day)) is not None]
    return sum(found) if found else None


def whole_forecast(row: LineRow, day: date) -> int | None:
    """What a whole budget is expected to cost: its lines' forecasts together."""
    found = [one for each in row.lines if (one := forecast(each, day)) is not None]
    return sum(found) if found else None


def used(row: GrantRow, day: date) -> int | None:
    """How much of a grant is used at a day, when the money before it in turn is used first."""
    if not any(each.on <= day for each in row.posted):
        return None
    return min(max(spent_until(row.posted, day) - row.before_ore, 0), row.amount_ore)
