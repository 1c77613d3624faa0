"""What every reader is handed: the report's lines, cut into parts, with its period known."""

from dataclasses import dataclass, field

from samspel.figures.period import Period
from samspel.report.checking.claims import Claim
from samspel.report.checking.reading.parts import Part
from samspel.report.checking.source import Line, Source
from samspel.report.checking.statement import Statement


@dataclass(frozen=True)
class Outline:
    """A report before its numbers are read.

    ``parts`` has a part for every line that is not blank, by line number. ``headings`` are the
    lines that are headings themselves, ``tables`` the lines that belong to a table (its caption
    left out): the readers of running text leave both alone.
    """

    source: Source
    team: str
    period: Period | None
    parts: dict[int, Part] = field(repr=False)
    headings: frozenset[int] = frozenset()
    tables: frozenset[int] = frozenset()

    def part_of(self, line: int) -> Part:
        """The part that a line belongs to."""
        return self.parts.get(line, Part("front"))

    def text_lines(self) -> list[Line]:
        """The lines of running text, blank ones among them, in order."""
        apart = self.headings | self.tables
        return [line for line in self.source.lines if line.number not in apart]


@dataclass(frozen=True)
class Found:
    """What a reader found. Readers never judge: a number that disagrees is found all the same."""

    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    lines: frozenset[int] = frozenset()
    """Lines of tables that this reader has read; the readers of running text skip them."""

    def __add__(self, other: "Found") -> "Found":
        return Found(
            self.statements + other.statements,
            self.claims + other.claims,
            self.lines | other.lines,
        )
