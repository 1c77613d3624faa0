"""What a figure answers with: exact numbers, never rounded here."""

from dataclasses import dataclass, field
from fractions import Fraction

from samspel.figures.period import Period


@dataclass(frozen=True, slots=True)
class Count:
    """Number of episodes, or of events."""

    n: int


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; ``value`` is ``None`` when the whole is empty: no data is not zero."""

    part: int
    whole: int

    @property
    def value(self) -> Fraction | None:
        """Part divided by whole, from 0 to 1."""
        return Fraction(self.part, self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Mean:
    """A distribution of whole numbers (raw value → how many), read in the measure's unit."""

    raw: tuple[tuple[int, int], ...]
    factor: Fraction
    unit: str

    @property
    def n(self) -> int:
        """Number of episodes that have a value."""
        return sum(number for _, number in self.raw)

    @property
    def total(self) -> Fraction:
        """Sum of the values in the unit."""
        return sum(value * number for value, number in self.raw) * self.factor

    @property
    def value(self) -> Fraction | None:
        """The mean in the unit, exact, or ``None`` without data."""
        return self.total / self.n if self.raw else None

    @property
    def median(self) -> Fraction | None:
        """The middle value, or half-way between the two middle ones."""
        n = self.n
        if not n:
            return None
        return Fraction(self._at((n - 1) // 2) + self._at(n // 2), 2) * self.factor

    def _at(self, place: int) -> int:
        """The raw value at a place, counted from 0, in rising order."""
        for value, number in self.raw:
            if place < number:
                return value
            place -= number
        raise IndexError(place)

    @property
    def smallest(self) -> Fraction | None:
        """Shortest time or youngest age."""
        return self.raw[0][0] * self.factor if self.raw else None

    @property
    def largest(self) -> Fraction | None:
        """Longest time or oldest age."""
        return self.raw[-1][0] * self.factor if self.raw else None

    @property
    def youngest(self) -> Fraction | None:
        """The smallest value of an age."""
        return self.smallest

    @property
    def oldest(self) -> Fraction | None:
        """The largest value of an age."""
        return self.largest

    def without_longest(self) -> "Mean":
        """The same with one episode of the largest value left out."""
        if not self.raw:
            return self
        *rest, (value, number) = self.raw
        kept = ((value, number - 1),) if number > 1 else ()
        return Mean((*rest, *kept), self.factor, self.unit)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """A mean that one long stay moves: the mean, and the mean without it."""

    mean: Mean
    without_longest: Mean


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One window of a series."""

    period: Period
    mean: Mean


COUNT = "count"
SHARE = "share"
MEAN = "mean"
MEDIAN = "median"
SIZE = "n"
EXTREME = "extreme"
REST = "without_longest"
AMOUNT = "amount"
"""A sum or ratio of resources, with as many decimals as its unit has."""


@dataclass(frozen=True, slots=True)
class Value:
    """The answer to any address.

    ``exact`` is the number (a share as 0 to 1), ``None`` when there is no data or it is withheld.
    ``below`` is set on a withheld count that may be said to be under that number. ``unit`` is
    one of `definition.py`'s; ``definition`` is the key in ``DEFINITIONS``.
    """

    address: str
    definition: str
    kind: str
    unit: str
    exact: Fraction | None
    n: int | None = None
    part: int | None = None
    whole: int | None = None
    withheld: bool = field(default=False, kw_only=True)
    below: int | None = field(default=None, kw_only=True)
