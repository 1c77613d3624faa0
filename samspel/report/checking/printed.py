"""A number as it stands in print: where, how exactly, and in what unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Unit = Literal["", "percent", "months", "years", "days", "hours", "kronor"]
"""The unit that stands with the number; empty where none does, as for people."""

HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Printed:
    """A number in print.

    ``line`` is the line's number from 1, ``start`` and ``end`` the characters of it that hold the
    number (0-based, end exclusive), ``text`` those characters, ``step`` the worth of one unit in
    the last digit printed (1 for ``15``, 0.1 for ``47,6``, 100 000 for ``2,2 miljoner``).
    ``about`` is true for “ca”, ``spelled`` for “två”.
    """

    line: int
    start: int
    end: int
    text: str
    value: Decimal
    step: Decimal = Decimal(1)
    unit: Unit = ""
    about: bool = False
    spelled: bool = False

    @property
    def low(self) -> Decimal:
        """The least exact value that would be printed so."""
        return self.value - self.step * HALF

    @property
    def high(self) -> Decimal:
        """The greatest exact value that would be printed so."""
        return self.value + self.step * HALF

    @property
    def is_whole(self) -> bool:
        """Whether it can be a number of people."""
        return self.step == 1 and self.value >= 0 and self.unit == ""

    def agrees_with(self, other: "Printed") -> bool:
        """Whether one exact value could be printed as both; a half is printed as one of them."""
        return self.low < other.high and other.low < self.high

    def overlaps(self, other: "Printed") -> bool:
        """Whether both stand on the same characters."""
        return self.line == other.line and self.start < other.end and other.start < self.end

    @property
    def place(self) -> tuple[int, int]:
        """The place in reading order."""
        return (self.line, self.start)
