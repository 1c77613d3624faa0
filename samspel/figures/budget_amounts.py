"""What each row of a budget adds to a sum, in kronor; None where it is not counted.

What is said of a budget is that of the one that runs on the period's last day, as was known then.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from samspel.figures.budget_rows import (
    EntryRow,
    GrantRow,
    LineRow,
    actual,
    first_half_ends,
    forecast,
    runs_at,
    spent_until,
    used,
    whole_actual,
    whole_forecast,
)
from samspel.figures.period import Period

Amount = Fraction | None
Adds = Callable[[Any, Period], Amount]
_ORE_OF_A_KRONA = 100


def _kronor(ore: int | None) -> Amount:
    return None if ore is None else Fraction(ore, _ORE_OF_A_KRONA)


def _running(ore_of: Callable[[Any, Period], int | None]) -> Adds:
    def adds(row: Any, period: Period) -> Amount:
        return _kronor(ore_of(row, period)) if runs_at(row, period) else None

    return adds


def _difference(amount: int | None, taken: int | None) -> int | None:
    return None if amount is None or taken is None else amount - taken


def _given(row: LineRow) -> int | None:
    """What is allocated, to take costs from.

    Where no line was allocated anything it is all of what the funders granted; where some were,
    the others have nothing.
    """
    if row.lines:
        return None if row.known.is_allocated else row.granted_ore
    return (row.allocated_ore or 0) if row.known.is_allocated else None


def _spent(row: LineRow, period: Period) -> int | None:
    return (whole_actual if row.lines else actual)(row, period.end)


def _expected(row: LineRow, period: Period) -> int | None:
    return (whole_forecast if row.lines else forecast)(row, period.end)


@_running
def applied(row: LineRow, _period: Period) -> int | None:
    """What is applied for to a line."""
    return row.applied_ore


@_running
def allocated(row: LineRow, _period: Period) -> int | None:
    """What a line was allocated; where none was, what was granted to the whole."""
    return _given(row) if row.lines else row.allocated_ore


@_running
def over_grants(row: LineRow, _period: Period) -> int | None:
    """What the lines were allocated, less what was granted; where both are known."""
    if not (row.known.is_allocated and row.known.is_granted):
        return None
    return -(row.granted_ore or 0) if row.lines else row.allocated_ore


@_running
def remaining(row: LineRow, period: Period) -> int | None:
    """Allocated less actual."""
    return _difference(_given(row), _spent(row, period))


@_running
def against_allocated(row: LineRow, period: Period) -> int | None:
    """Allocated less forecast."""
    return _difference(_given(row), _expected(row, period))


@_running
def against_applied(row: LineRow, period: Period) -> int | None:
    """Applied for less forecast; a line without, beside others that have, applies for nothing."""
    if row.lines or not row.known.is_applied:
        return None
    return _difference(row.applied_ore or 0, forecast(row, period.end))


@_running
def expected(row: LineRow, period: Period) -> int | None:
    """The forecast of a line."""
    return None if row.lines else forecast(row, period.end)


@_running
def second_half(row: LineRow, period: Period) -> int | None:
    """What is left of a line's forecast when the first half's actual is taken away."""
    half = first_half_ends(row.start, row.end)
    if row.lines or half == row.end:
        return None
    return _difference(forecast(row, period.end), spent_until(row.posted, min(half, period.end)))


def in_fixed_prices(row: LineRow, period: Period) -> Amount:
    """What is allocated, in the prices of the latest year with an index."""
    amount = allocated(row, period)
    return None if amount is None or row.to_fixed is None else amount * row.to_fixed


@_running
def spent(row: EntryRow, period: Period) -> int | None:
    """What was entered in the budget up to and with the period's last day."""
    return row.ore if row.on <= period.end else None


@_running
def first_half(row: EntryRow, period: Period) -> int | None:
    """The same of its first half."""
    until = min(first_half_ends(row.start, row.end), period.end)
    return row.ore if row.on <= until else None


def cost(row: EntryRow, period: Period) -> Amount:
    """What was entered within the period, whichever budget it belongs to."""
    return _kronor(row.ore) if period.start <= row.on <= period.end else None


@_running
def granted(row: GrantRow, _period: Period) -> int | None:
    """What a funder gave."""
    return row.amount_ore


@_running
def funds_used(row: GrantRow, period: Period) -> int | None:
    """How much of a funder's money is used, in its turn."""
    return used(row, period.end)


@_running
def funds_left(row: GrantRow, period: Period) -> int | None:
    """How much of a funder's money is left."""
    return _difference(row.amount_ore, used(row, period.end))


@_running
def overdrawn(row: GrantRow, period: Period) -> int | None:
    """What was spent beyond the last of the money; counted where there is any."""
    if not row.is_last:
        return None
    over = spent_until(row.posted, period.end) - row.before_ore - row.amount_ore
    return over if over > 0 else None
