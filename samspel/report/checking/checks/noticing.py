"""Which numbers are really held against something: a slip of the hand in them would be noticed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from samspel.report.checking.checks.held import Held
from samspel.report.checking.printed import Printed

ENOUGH = Decimal("0.9")
"""So many of the slips must be noticed; the others are within rounding."""


def noticed(claims: Sequence[Held]) -> set[tuple[int, int]]:
    """The places of the numbers that are understood.

    A slip is one digit exchanged for another. A number that is claimed to be something, but so
    loosely that most slips would pass, is not understood.
    """
    of_number: dict[tuple[int, int], list[Held]] = {}
    numbers: dict[tuple[int, int], Printed] = {}
    for claim in claims:
        for number in claim.numbers:
            numbers[number.place] = number
            of_number.setdefault(number.place, []).append(claim)
    return {place for place, number in numbers.items() if _is_noticed(number, of_number[place])}


def _is_noticed(number: Printed, claims: Sequence[Held]) -> bool:
    slips = list(_slips(number))
    seen = sum(any(not each.with_number(number, slip).holds() for each in claims) for slip in slips)
    return seen >= ENOUGH * len(slips)


def _slips(number: Printed) -> Iterator[Printed]:
    """The number with one digit exchanged, for every digit and every other one."""
    steps = str(abs(int(number.value / number.step)))
    for at, digit in enumerate(steps):
        for other in "0123456789":
            if other != digit and (other != "0" or at or len(steps) == 1):
                value = Decimal(steps[:at] + other + steps[at + 1 :]) * number.step
                yield replace(number, value=value.copy_sign(number.value))
