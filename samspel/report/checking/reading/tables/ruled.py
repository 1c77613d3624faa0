"""Reads the other tables whose cells are parted by tabs: their totals and their shares."""

from samspel.figures.period import Period
from samspel.report.checking.claims import Claim
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.tables.columns import Table, ruled_tables
from samspel.report.checking.reading.tables.measured import measured_statements
from samspel.report.checking.reading.tables.named import named_statements
from samspel.report.checking.reading.tables.table_shares import share_columns, share_rows
from samspel.report.checking.reading.tables.totals import column_totals, row_totals

_LEAST_ROWS = 2
_NOTE_REACH = 3


def read_ruled(outline: Outline) -> Found:
    """What the totals and shares of the tables say; tables of words are left alone."""
    found = Found()
    for table in ruled_tables(outline):
        if sum(bool(row.numbers) for row in table.rows) >= _LEAST_ROWS and table.heads:
            found += _read(table, _note(outline, table), outline.period)
    return found


def _read(table: Table, note: str, period: Period | None) -> Found:
    claims: tuple[Claim, ...] = (
        *column_totals(table, note),
        *row_totals(table),
        *share_columns(table),
        *share_rows(table),
    )
    statements = (*named_statements(table), *measured_statements(table, period))
    return Found(statements, claims, table.lines)


def _note(outline: Outline, table: Table) -> str:
    """What stands right below a table: “Den som var i flera räknas vid var och en.”"""
    last = max(table.lines)
    below = (outline.source.by_number.get(last + step) for step in range(1, _NOTE_REACH + 1))
    return next((line.text for line in below if line is not None and not line.is_blank), "")
