"""How exactly a printed number is known, and whether numbers balance within that."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from samspel.report.checking.printed import HALF, Printed

AMOUNTS_FROM = 10_000
"""A number of people, visits or days is smaller; an amount was perhaps rounded to whole kronor."""
AMOUNTS_IN_TOTALS_FROM = 1_000
"""The same in a table's total row, which may be in thousands of kronor."""
_DECIMALS = re.compile(r"[.,]\d{1,2}\s*$")
_ABOUT = Decimal("0.1")
_ROUNDED_UNITS = ("percent", "months", "years", "kronor")

Term = tuple[Decimal, Printed]
"""A number and what it is multiplied by."""


def slack(number: Printed, *, amounts: bool = False) -> Decimal:
    """How far from the printed value the exact one can be, in the number's own unit.

    A count of people is exact, but for ``amounts``, which stand for anything that was rounded.
    “About” leaves the last digit that is not nought, a tenth at most, and never less than a step.
    """
    if number.about:
        return max(number.step, min(_round_step(number), abs(number.value) * _ABOUT))
    if number.step == 1 and not amounts and number.unit not in _ROUNDED_UNITS:
        return Decimal(0)
    return number.step * HALF


def _round_step(number: Printed) -> Decimal:
    """What one more in the last digit that is not nought is worth: 10 for “50”, 0.1 for “1,7”."""
    steps, worth = int(abs(number.value) / number.step), number.step
    if _DECIMALS.search(number.text):
        return worth
    while steps and steps % 10 == 0:
        steps, worth = steps // 10, worth * 10
    return worth


def are_amounts(numbers: Iterable[Printed], least: int = AMOUNTS_FROM) -> bool:
    """Whether the numbers are money, each rounded by itself."""
    return any(number.unit == "kronor" or abs(number.value) >= least for number in numbers)


def is_level(terms: Sequence[Term], *, amounts: bool = False) -> bool:
    """Whether the terms can add up to nothing, as exactly as they are known."""
    total = sum((times * number.value for times, number in terms), Decimal(0))
    room = sum((abs(times) * slack(number, amounts=amounts) for times, number in terms), Decimal(0))
    return abs(total) <= room


def levelling(terms: Sequence[Term]) -> list[tuple[Printed, Decimal]]:
    """For each number the value with which the terms would add up to nothing."""
    total = sum((times * number.value for times, number in terms), Decimal(0))
    return [(number, number.value - total / times) for times, number in terms if times]
