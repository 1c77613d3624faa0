"""The spreadsheet: numbers are numbers, texts are never formulas, sheets are named legally."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from samspel.documents.document import (
    BulletList,
    Chapter,
    Column,
    Document,
    Number,
    Paragraph,
    Part,
    Table,
)
from samspel.documents.render.spreadsheet import spreadsheet
from samspel.documents.render.spreadsheet_numbers import number_format
from samspel.documents.render.spreadsheet_sheets import sheet_name


@pytest.fixture(scope="module")
def book(rendered: Callable[[str], bytes]) -> Any:
    return openpyxl.load_workbook(BytesIO(rendered("xlsx")))


def only(document: Document, *tables: Table) -> Any:
    """The workbook of a report with these tables only."""
    chapter = document.chapters[0]
    part = Part("description", "", tables)
    field = replace(chapter.fields[0], parts=(part,))
    short = replace(document, chapters=(replace(chapter, fields=(field,)),))
    return openpyxl.load_workbook(BytesIO(spreadsheet(short)))


def only_block(document: Document, block: Paragraph | BulletList) -> Chapter:
    """A chapter with nothing but the block."""
    chapter = document.chapters[0]
    part = Part("description", "", (block,))
    return replace(chapter, fields=(replace(chapter.fields[0], parts=(part,)),))


def test_contents_links_to_every_sheet(book: Any) -> None:
    contents = book.worksheets[0]
    assert contents.title == "Innehåll"
    links = [cell.hyperlink.location for row in contents for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]
    assert len(links) == 7


def test_the_figures_of_the_texts_have_a_sheet_of_their_own(book: Any, document: Document) -> None:
    sheet, told = book.worksheets[-1], document.text_numbers()
    assert told is not None
    assert sheet["A1"].value == "Siffror i texten"
    shown = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=4) if row[0].value}
    in_texts = {
        number.title: number
        for block in document.blocks()
        if isinstance(block, Paragraph | BulletList)
        for number in replace(document, chapters=(only_block(document, block),)).numbers()
    }
    assert set(shown) == set(in_texts)
    assert any(isinstance(value, float | int) for value in shown.values())


def test_cells_have_types_and_formats(book: Any) -> None:
    budget, staff = book["6 Budget och utfall, kronor"], book["5 Personal under perioden"]
    assert (budget["B4"].value, budget["B4"].number_format) == (1_840_000, "#,##0")
    assert (staff["C5"].value, staff["C5"].number_format) == (0.75, "0 %")
    assert staff["D5"].is_date
    times = book["4 Genomströmningstid, månader"]
    assert (times["B4"].value, times["B4"].number_format) == (16.6, "#,##0.0")
    assert (times["B6"].value, times["B6"].data_type) == ("–", "s")


def test_header_row_and_column_stay_in_sight(book: Any) -> None:
    results = book["3 Deltagarresultat 2024-01-01 –"]
    assert results.freeze_panes == "B4"
    assert results.print_title_rows == "$3:$3"
    assert results["A1"].value == "Tabell 3. Deltagarresultat 2024-01-01 – 2024-12-31"
    assert results["A8"].value.startswith("Tidiga avhopp")


def test_a_chosen_number_says_what_it_is(book: Any) -> None:
    said = book["6 Budget och utfall, kronor"].data_validations.dataValidation
    assert said[0].prompt == "Budget, kronor"


def test_the_exact_value_is_kept_behind_the_print(document: Document) -> None:
    share = Number("a", "57 %", Decimal(12) / Decimal(21), "", kind="percent")
    table = Table("t", "T", (Column("x"), Column("y", "percent")), (("a", share),))
    cell = only(document, table).worksheets[1]["B4"]
    assert cell.value == pytest.approx(12 / 21)
    assert cell.number_format == "0 %"


def test_a_withheld_number_has_no_value(document: Document) -> None:
    slip = Number("a", "<5", Decimal(3), "", withheld=True)
    table = Table("t", "T", (Column("x"), Column("y", "count")), (("a", slip),))
    cell = only(document, table).worksheets[1]["B4"]
    assert (cell.value, cell.data_type) == ("<5", "s")


@pytest.mark.parametrize("text", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "{=1}"])
def test_texts_are_never_formulas(document: Document, text: str) -> None:
    table = Table("t", text, (Column(text), Column(text, "count")), ((text, text),), note=text)
    sheet = only(document, table).worksheets[1]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells][1:] == [text] * 5


@pytest.mark.parametrize(
    ("printed", "kind", "form"),
    [
        ("35", "count", "#,##0"),
        ("24,15", "decimal", "#,##0.00"),
        ("24.2", "decimal", "#,##0.0"),
        ("1\u202f234,5", "money", "#,##0.0"),
        ("57 %", "percent", "0 %"),
        ("57,5 %", "percent", "0.0 %"),
        ("två", "count", "#,##0"),
    ],
)
def test_as_many_decimals_as_are_printed(printed: str, kind: Any, form: str) -> None:
    assert number_format(Number("a", printed, Decimal(1), "", kind=kind)) == form


def test_sheet_names_are_legal_and_unlike() -> None:
    taken: set[str] = set()
    names = [
        sheet_name(wanted, taken)
        for wanted in ["a/b[c]:*?\\", "A b c", "'", "", "History", "x" * 40, "X" * 40]
    ]
    assert names == ["a b c", "A b c (2)", "1", "1 (2)", "History (2)", "x" * 31, "X" * 27 + " (2)"]
