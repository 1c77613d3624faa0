"""Read a report: everything that was understood of its numbers, and how many there are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from samspel.report.checking.claims import Claim
from samspel.report.checking.claims import numbers_in as numbers_of
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.numerals import numbers_in
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.outlining import outline_of
from samspel.report.checking.reading.passages import passages
from samspel.report.checking.reading.prose.reader import read_prose
from samspel.report.checking.reading.referred import as_newly_enrolled
from samspel.report.checking.reading.tables.budgets import read_budgets
from samspel.report.checking.reading.tables.counted import read_counted
from samspel.report.checking.reading.tables.means import read_means
from samspel.report.checking.reading.tables.results import read_results
from samspel.report.checking.reading.tables.ruled import read_ruled
from samspel.report.checking.reading.tables.series import read_series
from samspel.report.checking.reading.tables.two_heads import read_two_heads
from samspel.report.checking.reading.together import claims_together
from samspel.report.checking.source import Source
from samspel.report.checking.statement import Statement

TABLE_READERS: tuple[Callable[[Outline], Found], ...] = (
    read_results,
    read_series,
    read_two_heads,
    read_means,
    read_counted,
    read_budgets,
    read_ruled,
)
"""In this order: a table that one reader has read is left alone by those after it."""


@dataclass(frozen=True)
class Reading:
    """What a report was understood to say.

    ``numbers`` is every number in print that could be a statement, in reading order.
    """

    outline: Outline
    statements: tuple[Statement, ...] = field(repr=False)
    claims: tuple[Claim, ...] = field(repr=False)
    numbers: tuple[Printed, ...] = field(repr=False)


def read(source: Source) -> Reading:
    """Read a report."""
    outline = outline_of(source)
    found = Found()
    for reader in TABLE_READERS:
        found += reader(replace(outline, tables=outline.tables | found.lines))
    outline = replace(outline, tables=outline.tables | found.lines)
    found += read_prose(outline)
    found = replace(found, statements=as_newly_enrolled(found.statements))
    claims = claims_together(found.statements, found.claims, outline.period)
    return Reading(outline, found.statements, claims, _numbers(outline, found, claims))


def _numbers(outline: Outline, found: Found, claims: Iterable[Claim]) -> tuple[Printed, ...]:
    """Everything that was read, and every other number of the text and the tables."""
    known = {each.printed.place: each.printed for each in found.statements}
    known |= {number.place: number for claim in claims for number in numbers_of(claim)}
    others = [number for each in passages(outline.text_lines()) for number in each.numbers()]
    for line in sorted(outline.tables):
        others += numbers_in(outline.source.by_number[line].text, line)
    taken: dict[int, list[Printed]] = {}
    for number in known.values():
        taken.setdefault(number.line, []).append(number)
    free = (each for each in others if not any(map(each.overlaps, taken.get(each.line, ()))))
    return tuple(sorted((*known.values(), *free), key=lambda each: each.place))
