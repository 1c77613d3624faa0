"""Read renderings back: the cells of every table and all the text, whatever the form."""

import json
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pypdfium2

from samspel.documents.document import Document, Number, Table

Cells = list[list[list[str]]]


def spaced(text: str) -> str:
    """``text`` with every kind of white space as one plain space, and no soft hyphens."""
    return " ".join(text.replace("\u00ad", "").replace("\ufffe", "").split())


def cells_of(document: Document) -> Cells:
    """What every table of the document says, body rows only."""
    return [cells_of_table(table) for table in document.tables()]


def cells_of_table(table: Table) -> list[list[str]]:
    """What one table says, body rows only."""
    return [
        [spaced(cell.printed if isinstance(cell, Number) else cell) for cell in row]
        for row in table.rows
    ]


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: Cells = []
        self.text: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tbody":
            self.tables.append([])
            self.inside = True
        elif tag == "tr" and self.inside:
            self.tables[-1].append([])
        elif tag in {"td", "th"} and self.inside:
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tbody":
            self.inside = False

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.inside and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1] = spaced(self.tables[-1][-1][-1] + data)


def page_cells(page: bytes) -> Cells:
    reader = _Tables()
    reader.feed(page.decode())
    return reader.tables


def page_text(page: bytes) -> str:
    reader = _Tables()
    reader.feed(page.decode())
    return spaced("".join(reader.text))


def word_cells(word: bytes) -> Cells:
    return [
        [[spaced(cell.text) for cell in row.cells] for row in table.rows[1:]]
        for table in docx.Document(BytesIO(word)).tables
    ]


def word_text(word: bytes) -> str:
    return spaced(" ".join(each.text for each in docx.Document(BytesIO(word)).paragraphs))


def text_cells(text: bytes) -> Cells:
    """The body rows of every table: the lines with tabs, less the first of each table."""
    tables: Cells = []
    inside = False
    for line in text.decode().split("\n"):
        if "\t" not in line:
            inside = False
        elif inside:
            tables[-1].append([spaced(cell) for cell in line.split("\t")])
        else:
            tables.append([])
            inside = True
    return tables


def plain_text(text: bytes) -> str:
    return spaced(text.decode())


def sheet_cells(book: bytes) -> Cells:
    """The body rows of every sheet but the contents, as a Swedish program would show them."""
    found: Cells = []
    for sheet in openpyxl.load_workbook(BytesIO(book)).worksheets[1:]:
        rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows(min_row=4)]
        found.append(
            rows[: rows.index([""] * len(rows[0]))] if [""] * len(rows[0]) in rows else rows
        )
    return found


def _shown(cell: Any) -> str:
    if cell.value is None:
        return ""
    if cell.is_date:
        return cell.value.date().isoformat()
    if not isinstance(cell.value, int | float):
        return spaced(str(cell.value))
    places = len(match[1]) if (match := re.search(r"\.(0+)", cell.number_format)) else 0
    is_share = cell.number_format.endswith("%")
    value = Decimal(str(cell.value)) * (100 if is_share else 1)
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    shown = f"{rounded:,}".replace(",", " ").replace(".", ",")
    return f"{shown} %" if is_share else shown


def json_cells(text: bytes) -> Cells:
    found: Cells = []

    def walk(thing: Any) -> None:
        if isinstance(thing, list):
            for each in thing:
                walk(each)
        elif isinstance(thing, dict):
            if thing.get("is") == "table":
                found.append([[_said(cell) for cell in row] for row in thing["rows"]])
            else:
                walk(list(thing.values()))

    walk(json.loads(text))
    return found


def _said(cell: Any) -> str:
    return spaced(cell if isinstance(cell, str) else cell["printed"])


def pdf_text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        pages = [page.get_textpage().get_text_range() for page in opened]
    return spaced(" ".join(pages))


CELLS: dict[str, Callable[[bytes], Cells]] = {
    "html": page_cells,
    "docx": word_cells,
    "xlsx": sheet_cells,
    "txt": text_cells,
    "json": json_cells,
}
