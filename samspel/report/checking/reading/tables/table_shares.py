"""Shares within a ruled table: of the counts beside them, of the total below, of two rows above."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from samspel.report.checking.claims import Share
from samspel.report.checking.printed import HALF, Printed
from samspel.report.checking.reading.tables.columns import Row, Table
from samspel.report.checking.reading.tables.totals import counted_columns, total_row

_HUNDRED = Decimal(100)
_MOST = 2 / 3
_LEAST, _LEAST_ACROSS = 2, 3
_NEAREST = 12
"""Columns or rows that a share is looked for among, nearest first."""

Triple = tuple[Printed, Printed, Printed]
"""A part, its whole and its percent."""


def share_columns(table: Table) -> Iterator[Share]:
    """The columns of shares, each with the counts that it is the share of."""
    counted = counted_columns(table)
    for column in range(table.width):
        cells = table.column(column, table.rows)
        if not cells or any(cell.unit != "percent" for cell in cells):
            continue
        nearest = sorted(counted, key=lambda each: (each > column, abs(column - each)))[:_NEAREST]
        ways = [list(_of_total(table, part, column)) for part in nearest]
        ways += [
            list(_of_column(table, part, whole, column))
            for part in nearest
            for whole in nearest
            if part != whole
        ]
        yield from _shares(_best(ways, _LEAST), group=table.rows[0].line * 100 + column + 1)


def share_rows(table: Table) -> Iterator[Share]:
    """The rows of shares, each with the two rows that it is the share of."""
    counts = [row for row in table.rows if row.numbers and not _is_share(row)]
    for row in table.rows:
        if _is_share(row):
            near = sorted(
                counts, key=lambda each: (each.line > row.line, abs(each.line - row.line))
            )
            ways = [
                list(_of_rows(part, whole, row))
                for part in near[:_NEAREST]
                for whole in near[:_NEAREST]
                if part != whole
            ]
            yield from _shares(_best(ways, _LEAST_ACROSS), group=0)


def _is_share(row: Row) -> bool:
    return bool(row.numbers) and all(number.unit == "percent" for number in row.numbers)


def _of_total(table: Table, part: int, percent: int) -> Iterator[Triple]:
    total = total_row(table)
    whole = _cell(total, part) if total else None
    for row in table.rows:
        cell, share = _cell(row, part), _cell(row, percent)
        if row is not total and whole and cell and share:
            yield cell, whole, share


def _of_column(table: Table, part: int, whole: int, percent: int) -> Iterator[Triple]:
    for row in table.rows:
        cells = _cell(row, part), _cell(row, whole), _cell(row, percent)
        if cells[0] and cells[1] and cells[2]:
            yield cells[0], cells[1], cells[2]


def _of_rows(part: Row, whole: Row, percent: Row) -> Iterator[Triple]:
    for column in range(len(percent.cells)):
        cells = _cell(part, column), _cell(whole, column), _cell(percent, column)
        if cells[0] and cells[1] and cells[2]:
            yield cells[0], cells[1], cells[2]


def _cell(row: Row | None, column: int) -> Printed | None:
    return row.cells[column] if row and column < len(row.cells) else None


def _best(ways: Sequence[list[Triple]], least: int) -> list[Triple]:
    """The first of the ways that fit most often, if it fits nearly everywhere."""
    best = max(ways, key=_fitting, default=[])
    of_something = [triple for triple in best if triple[1].value]
    return best if _fitting(best) >= max(least, len(of_something) * _MOST) and _tells(best) else []


def _tells(triples: Iterable[Triple]) -> bool:
    """Whether two of the shares that fit are neither none nor all."""
    return sum(_fits(each) and 0 < each[2].value < _HUNDRED for each in triples) >= _LEAST


def _fitting(triples: Iterable[Triple]) -> int:
    return sum(map(_fits, triples))


def _fits(triple: Triple) -> bool:
    part, whole, percent = triple
    if not 0 <= part.value <= whole.value or not whole.value:
        return False
    return abs(part.value * _HUNDRED / whole.value - percent.value) <= percent.step * HALF


def _shares(triples: Iterable[Triple], group: int) -> Iterator[Share]:
    for part, whole, percent in triples:
        if whole.value:
            yield Share(part, percent, (whole,), named=True, group=group)
