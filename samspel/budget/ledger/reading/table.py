"""A table with headings, from CSV or XLSX: found among the lines that may stand above it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.columns import known_headings
from samspel.budget.ledger.reading.csv_lines import csv_lines
from samspel.budget.ledger.reading.faults import FileRefused, shown
from samspel.budget.ledger.reading.xlsx_lines import is_xlsx, xlsx_lines

Cells = Sequence[object]
Lines = Iterator[tuple[int, Cells]]
MOST_COLUMNS = 60
_LINES_ABOVE = 30
"""As many lines may stand over the headings: titles, the day of printing."""
_FEWEST_HEADINGS = 3
_EXAMPLES = 3


class Table(NamedTuple):
    """A table: its headings, some rows to look at, and all rows by their line in the file."""

    headings: tuple[str, ...]
    examples: tuple[Cells, ...]
    lines: Lines


def read_table(binary: BinaryIO) -> Table:
    """The table of an open file. Raises FileRefused with one sentence when there is none."""
    lines = xlsx_lines(binary) if is_xlsx(binary) else csv_lines(binary)
    first = list(islice(lines, _LINES_ABOVE))
    if not first:
        raise FileRefused(_("The file is empty."))
    place = _headings_among([cells for _line, cells in first])
    below = first[place + 1 :]
    examples = tuple(cells for _line, cells in below[:_EXAMPLES])
    headings = tuple(_headings(first[place][1], examples))
    return Table(headings, examples, chain(below, lines))


def _headings(cells: Cells, examples: Iterable[Cells]) -> Iterator[str]:
    """A heading for each column that has one or a value; spreadsheets are wide and empty."""
    for place in range(max(map(_width, (cells, *examples)))):
        cell = cells[place] if place < len(cells) else None
        yield "" if cell is None else shown(cell).strip()


def _width(cells: Cells) -> int:
    """How many columns there are, up to the last with anything in it."""
    filled = [place for place, cell in enumerate(cells, 1) if cell not in {None, ""}]
    return max(filled, default=0)


def _headings_among(rows: Sequence[Cells]) -> int:
    """The line with most headings that are known; else the first with some texts in it."""
    best = max(range(len(rows)), key=lambda place: (known_headings(rows[place]), -place))
    if known_headings(rows[best]) > 1:
        return best
    for place, cells in enumerate(rows):
        if _texts(cells) >= _FEWEST_HEADINGS:
            return place
    raise FileRefused(
        _(
            "There is no table in the file: a line with headings such as Konto, Datum and Belopp "
            "is missing."
        )
    )


def _texts(cells: Iterable[object]) -> int:
    return len([cell for cell in cells if isinstance(cell, str) and cell.strip()])
