"""Examine a report: read it, check it, and say how much of it was understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from samspel.report.checking.checks.every import CHECKS
from samspel.report.checking.claims import numbers_in
from samspel.report.checking.finding import Finding
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.read import Reading, read
from samspel.report.checking.source import Source


@dataclass(frozen=True)
class Examination:
    """A report that was read and checked. ``findings`` are in reading order."""

    reading: Reading
    findings: tuple[Finding, ...] = field(default=())

    @property
    def statements(self) -> int:
        """How many numbers the report states."""
        return len(self.reading.numbers)

    @cached_property
    def understood(self) -> tuple[Printed, ...]:
        """The numbers that were held against something: altering one would be noticed."""
        held = {number.place for claim in self.reading.claims for number in numbers_in(claim)}
        held |= _told_twice(self.reading)
        return tuple(number for number in self.reading.numbers if number.place in held)


def examine(source: Source) -> Examination:
    """Read a report and run every check."""
    reading = read(source)
    found = [finding for check in CHECKS for finding in check(reading)]
    return Examination(reading, tuple(sorted(found, key=lambda each: each.at.place)))


def _told_twice(reading: Reading) -> set[tuple[int, int]]:
    """Numbers of figures that the report states more than once."""
    places: dict[str, list[tuple[int, int]]] = {}
    for each in reading.statements:
        if not each.exception:
            places.setdefault(str(each.address), []).append(each.printed.place)
    return {place for several in places.values() if len(several) > 1 for place in several}


def lines_quoted(source: Source, lines: Sequence[int]) -> list[str]:
    """The text of some lines, with single spaces, as a proof-reader quotes them."""
    return [" ".join(source.by_number[line].text.split()) for line in lines]
