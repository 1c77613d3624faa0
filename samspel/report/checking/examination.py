"""Examine a report: read it, check it, and say how much of it was understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from samspel.report.checking.checks.every import findings_of, held
from samspel.report.checking.checks.noticing import noticed
from samspel.report.checking.checks.series import between
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
        """The numbers that are held against something: a slip in one would be noticed."""
        places = noticed(held(self.reading))
        return tuple(number for number in self.reading.numbers if number.place in places)


def examine(source: Source) -> Examination:
    """Read a report and run every check."""
    reading = read(source)
    return Examination(reading, findings_of(reading))


def compare(earlier: Examination, later: Examination) -> tuple[Finding, ...]:
    """What the later of two reports of one team says differently from the earlier one.

    See `checks/series.py`; the findings are about numbers of the later report.
    """
    return between(earlier.reading, later.reading)


def lines_quoted(source: Source, lines: Sequence[int]) -> list[str]:
    """The text of some lines, with single spaces, as a proof-reader quotes them."""
    return [" ".join(source.by_number[line].text.split()) for line in lines]
