"""The tables of a PDF page as rows whose cells are parted by tabs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from samspel.report.checking.opening.pdf_heads import head_over
from samspel.report.checking.opening.pdf_rules import Box, Rule, ladders
from samspel.report.checking.opening.pdf_words import (
    Column,
    Word,
    lines_of,
    merges_columns,
    words_of,
)

_HALF = 0.5
_NEAR = 2.0


@dataclass(frozen=True)
class Table:
    """A table: where it stands on its page, and its rows."""

    box: Box
    rows: tuple[tuple[str, ...], ...]


def tables_of(page: Any) -> list[Table]:
    """The tables of a pdfplumber page, from the top.

    First those with a rule around every cell, then those with rules between their rows only,
    whose columns are parted by white. Frames around text and the grids of charts are no tables.
    """
    found = [table for table in map(_boxed, page.find_tables()) if _is_table(table)]
    words = words_of(page)
    for rules in ladders(page):
        for table in _between(rules, words):
            if _is_table(table) and not any(_overlap(table.box, other.box) for other in found):
                found.append(table)
    return sorted(found, key=lambda table: table.box[1])


def _boxed(table: Any) -> Table:
    rows = [tuple(" ".join((cell or "").split()) for cell in row) for row in table.extract()]
    return Table(tuple(table.bbox), tuple(row for row in rows if any(row)))


def _is_table(table: Table) -> bool:
    """Whether there are rows and columns, and most cells have text: a chart's grid has none."""
    cells = [cell for row in table.rows for cell in row]
    columns = max(map(len, table.rows), default=0)
    return len(table.rows) > 1 and columns > 1 and sum(map(bool, cells)) >= _HALF * len(cells)


def _between(rules: Sequence[Rule], words: Sequence[Word]) -> list[Table]:
    """The tables between level rules of one width: where a band is no row, another one begins."""
    left, right = rules[0].left - _NEAR, rules[0].right + _NEAR
    inside = [word for word in words if left <= word.left and word.right <= right]
    tables: list[Table] = []
    bands: list[list[Word]] = []
    first = 0
    for n, (above, below) in enumerate(pairwise(rules)):
        band = [word for word in inside if above.top < word.middle < below.top]
        if bands and merges_columns([w for each in bands for w in each], band):
            tables.append(_table(rules[first : n + 1], bands, inside))
            bands, first = [], n + 1
        else:
            bands.append(band)
    tables.append(_table(rules[first:], bands, inside))
    return tables


def _table(rules: Sequence[Rule], bands: Sequence[list[Word]], words: Sequence[Word]) -> Table:
    head = head_over(rules[0].top, [word for band in bands for word in band], words)
    rows = [tuple(map(_text, head.cells))]
    rows += [tuple(_text(_inside(band, column)) for column in head.columns) for band in bands]
    box = (rules[0].left, head.top, rules[0].right, rules[-1].top)
    return Table(box, tuple(row for row in rows if any(row)))


def _inside(row: Sequence[Word], column: Column) -> list[Word]:
    return [word for word in row if column[0] <= word.left <= column[1]]


def _text(cell: Sequence[Word]) -> str:
    """The words of a cell in reading order; a cell's own lines are joined."""
    return " ".join(word.text for line in lines_of(cell) for word in line)


def _overlap(one: Box, other: Box) -> bool:
    return one[1] < other[3] and other[1] < one[3] and one[0] < other[2] and other[0] < one[2]
