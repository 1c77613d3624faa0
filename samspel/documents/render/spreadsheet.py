"""The report's tables as a spreadsheet: one sheet each, numbers as numbers."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any, TypeAlias

import xlsxwriter

from samspel.documents.document import Column, Document, Number, Run, Table
from samspel.documents.render.characters import printable_throughout
from samspel.documents.render.column_widths import natural_widths
from samspel.documents.render.numbering import labels_of
from samspel.documents.render.spreadsheet_numbers import number_format, sheet_value
from samspel.documents.render.spreadsheet_sheets import sheet_name

_GREEN = "#1f5a43"
_MUTED = "#59645d"
_LONGEST_TEXT = 32_767
_LONGEST_MESSAGE = 255
_HEADING_ROW = 2
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
Format: TypeAlias = Any


def spreadsheet(document: Document) -> bytes:
    """Every table of the report, the charts' included, behind a sheet of contents.

    A number is a number with the decimals it is printed with; one without a value, or
    withheld, is the text that is printed. No text is ever read as a formula.
    """
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, _PLAIN) as book:
        _Book(printable_throughout(document), book).write()
    return kept.getvalue()


class _Book:
    """One workbook being written, with the formats and sheet names used so far."""

    def __init__(self, document: Document, book: Any) -> None:
        self.document = document
        self.book = book
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self.taken: set[str] = set()

    def write(self) -> None:
        document = self.document
        self.book.set_properties(
            {
                "title": f"{document.title}, {document.subtitle}"[:_LONGEST_MESSAGE],
                "author": document.team[:_LONGEST_MESSAGE],
                "created": datetime.combine(document.end, time()),
            }
        )
        contents = self.book.add_worksheet(sheet_name(document.contents_title, self.taken))
        labels = labels_of(document)
        lines = []
        for number, table in enumerate(document.tables(), start=1):
            sheet = self.book.add_worksheet(
                sheet_name(f"{number} {table.name or table.caption}", self.taken)
            )
            label = labels.tables[table.key]
            self.table(sheet, table, f"{label}. {table.caption}")
            lines.append((label, table.caption, sheet.get_name()))
        if told := document.text_numbers():
            sheet = self.book.add_worksheet(sheet_name(told.caption, self.taken))
            self.table(sheet, told, told.caption)
            lines.append((document.text_numbers_words[1], told.caption, sheet.get_name()))
        self.contents(contents, lines)

    def contents(self, sheet: Any, lines: list[tuple[str, str, str]]) -> None:
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 70)
        _text(sheet, 0, 0, self.document.title, self.look(bold=True, font_size=16))
        _text(sheet, 1, 0, self.document.team, self.look(bold=True))
        _text(sheet, 2, 0, self.document.association, self.look())
        _text(sheet, 3, 0, self.document.period_printed, self.look())
        link = self.look(font_color=_GREEN, underline=1)
        for row, (label, caption, name) in enumerate(lines, start=5):
            target = "internal:'" + name.replace("'", "''") + "'!A1"
            sheet.write_url(row, 0, target, link, label[:_LONGEST_MESSAGE])
            _text(sheet, row, 1, caption, self.look())

    def table(self, sheet: Any, table: Table, caption: str) -> None:
        sheet.hide_gridlines(2)
        sheet.freeze_panes(_HEADING_ROW + 1, 1 if table.row_headers else 0)
        sheet.repeat_rows(_HEADING_ROW)
        sheet.fit_to_pages(1, 0)
        sheet.set_paper(9)
        if len(table.columns) > 6:
            sheet.set_landscape()
        _text(sheet, 0, 0, caption, self.look(bold=True, font_size=13))
        for place, (column, width) in enumerate(
            zip(table.columns, natural_widths(table), strict=True)
        ):
            sheet.set_column(place, place, width + 3)
            _text(sheet, _HEADING_ROW, place, column.title, self.heading(column))
        for row, cells in enumerate(table.rows, start=_HEADING_ROW + 1):
            for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
                self.cell(sheet, row, place, column, cell)
        if table.note:
            end = _HEADING_ROW + 2 + len(table.rows)
            _text(sheet, end, 0, table.note, self.look(font_color=_MUTED, italic=True))

    def heading(self, column: Column) -> Format:
        return self.look(
            bold=True,
            text_wrap=True,
            bottom=2,
            bottom_color=_GREEN,
            valign="bottom",
            align=_side(column),
        )

    def cell(self, sheet: Any, row: int, place: int, column: Column, cell: Run) -> None:
        if isinstance(cell, str):
            day = _day(cell) if column.kind == "date" else None
            if day is None:
                _text(sheet, row, place, cell, self.look(align=_side(column), valign="top"))
            else:
                look = self.look(num_format="yyyy-mm-dd", align="left", valign="top")
                sheet.write_datetime(row, place, day, look)
            return
        value = sheet_value(cell)
        if value is None:
            _text(sheet, row, place, cell.printed, self.look(align=_side(column), valign="top"))
        else:
            look = self.look(num_format=number_format(cell), align=_side(column), valign="top")
            sheet.write_number(row, place, float(value), look)
        _explain(sheet, row, place, cell)

    def look(self, **wanted: object) -> Format:
        key = tuple(sorted(wanted.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(wanted)
        return self.formats[key]


def _text(sheet: Any, row: int, place: int, text: str, look: Format) -> None:
    sheet.write_string(row, place, text[:_LONGEST_TEXT], look)


def _explain(sheet: Any, row: int, place: int, number: Number) -> None:
    """What the number is, shown when its cell is chosen; quieter than a comment in every cell."""
    if number.title:
        message = number.title[:_LONGEST_MESSAGE]
        sheet.data_validation(row, place, row, place, {"validate": "any", "input_message": message})


def _side(column: Column) -> str:
    return "left" if column.kind in {"text", "date"} else "right"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
