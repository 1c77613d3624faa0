"""From an address to its value, whoever holds the numbers."""

from fractions import Fraction
from typing import Protocol

from samspel.figures.address import Address, Where, share_of
from samspel.figures.definition import PERSONS, YEARS, MeasureFigure, ShareFigure
from samspel.figures.definition import SHARE as SHARE_UNIT
from samspel.figures.definitions import COUNTS
from samspel.figures.values import (
    COUNT,
    EXTREME,
    MEAN,
    MEDIAN,
    REST,
    SHARE,
    SIZE,
    Mean,
    Share,
    Value,
)

MONTHS_PER_YEAR = 12


class Numbers(Protocol):
    """What an answer is made from."""

    def size(self, cohort: str, where: Where = ()) -> int:
        """Number of episodes of a cohort, or of events, at some keys."""

    def distribution(self, measure: str, where: Where = ()) -> Mean:
        """The values of a measure at some keys."""


def answer(numbers: Numbers, address: Address) -> Value:
    """The value at an address; its period must be that of ``numbers``."""
    definition = address.definition
    if isinstance(definition, MeasureFigure):
        return _of_measure(numbers, address, definition)
    if isinstance(definition, ShareFigure):
        part = numbers.size(definition.part, address.where)
        whole = numbers.size(definition.whole, address.where)
        if address.statistic == SIZE:
            return _count(address, SIZE, whole, COUNTS[definition.whole].unit)
        return _share(address, Share(part, whole))
    if address.statistic == SHARE:
        counted, around = share_of(address)
        part = numbers.size(counted.figure, counted.where)
        return _share(address, Share(part, numbers.size(around.figure, around.where)))
    n = numbers.size(address.figure, address.where)
    return _count(address, COUNT, n, definition.unit)


def _count(address: Address, kind: str, n: int, unit: str = PERSONS) -> Value:
    return Value(str(address), address.figure, kind, unit, Fraction(n), n=n)


def _share(address: Address, share: Share) -> Value:
    return Value(
        str(address),
        address.figure,
        SHARE,
        SHARE_UNIT,
        share.value,
        n=share.whole,
        part=share.part,
        whole=share.whole,
    )


def _of_measure(numbers: Numbers, address: Address, figure: MeasureFigure) -> Value:
    found = numbers.distribution(address.figure, address.where)
    if address.statistic == SIZE:
        return _count(address, SIZE, found.n, COUNTS[figure.cohort].unit)
    if address.statistic == REST:
        found = found.without_longest()
    kind, exact = {
        MEDIAN: (MEDIAN, found.median),
        figure.smallest: (EXTREME, found.smallest),
        figure.largest: (EXTREME, found.largest),
        REST: (REST, found.value),
    }.get(address.statistic or MEAN, (MEAN, found.value))
    unit = YEARS if address.in_years else figure.unit
    if address.in_years and exact is not None:
        exact /= MONTHS_PER_YEAR
    return Value(str(address), address.figure, kind, unit, exact, n=found.n)
