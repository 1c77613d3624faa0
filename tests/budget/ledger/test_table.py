"""Reading CSV and XLSX: headings, days, amounts as people write them, and what is refused."""

import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from samspel.budget.ledger.reading.amounts import ore_of
from samspel.budget.ledger.reading.columns import Part, suggested_columns
from samspel.budget.ledger.reading.days import day_of
from samspel.budget.ledger.reading.faults import CellRefused, Faults, FileRefused
from samspel.budget.ledger.reading.ledger_row import LONGEST_KEY, LedgerRow, key_of
from samspel.budget.ledger.reading.table import read_table
from samspel.budget.ledger.reading.table_rows import TableFile

HEADINGS = "Ver.nr;Bokföringsdatum;Konto;Projekt;Text;Belopp"
ROW = "12;2024-01-05;6010 Lokalhyra;F1;Hyra å ä ö;1 900 000,50"


def read(content: bytes, *, turned: bool = False) -> tuple[list[LedgerRow], Faults, TableFile]:
    """The rows by the columns that are suggested."""
    table = read_table(BytesIO(content))
    faults = Faults()
    file = TableFile(table, suggested_columns(table.headings), faults, costs_are_negative=turned)
    return list(file.rows()), faults, file


def csv_of(*lines: str, encoding: str = "utf-8-sig") -> bytes:
    return "\r\n".join([*lines, ""]).encode(encoding)


def xlsx_of(*rows: Sequence[object], empty_sheet: bool = False) -> bytes:
    book = Workbook()
    if empty_sheet:
        book.create_sheet("Tomt", 0)
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(list(row))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def told(content: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        read(content)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "cp437"])
def test_a_csv_file_as_a_ledger_writes_it(encoding: str) -> None:
    above = ["Utskrift 2024-02-01", "", ";;;;;"]
    rows, faults, file = read(csv_of(*above, HEADINGS, ROW, ";;;;Summa;1", encoding=encoding))
    assert (list(faults), file.passed_over) == ([], 1)
    [row] = rows
    assert (row.line, row.on, row.account, row.ore) == (5, date(2024, 1, 5), "6010", 190000050)
    assert (row.voucher, row.project, row.text) == ("12", "F1", "Hyra å ä ö")
    assert file.account_names == {"6010": "Lokalhyra"}
    assert row.origin == "table:2024:12:6010:2024-01-05:190000050:1"
    assert row.voucher_key == "table:2024:12"


@pytest.mark.parametrize("delimiter", ";\t|")
def test_the_delimiter_is_found(delimiter: str) -> None:
    content = csv_of(HEADINGS.replace(";", delimiter), ROW.replace(";", delimiter))
    assert len(read(content)[0]) == 1


def test_a_comma_parts_cells_where_amounts_have_a_point() -> None:
    rows, faults, _file = read(csv_of("Date,Account,Amount,Text", '2024-01-05,6010,-4164.5,"a, b"'))
    assert not faults
    assert (rows[0].ore, rows[0].text) == (-416450, "a, b")


def test_an_excel_file_has_the_same_rows_and_keys_as_csv() -> None:
    headings = HEADINGS.split(";")
    when = datetime.combine(date(2024, 1, 5), time())
    content = xlsx_of(
        ["Huvudbok"], [], headings, [12, when, 6010, "F1", "Hyra", 1900000.5], empty_sheet=True
    )
    [row], faults, _file = read(content)
    assert not faults
    assert row.origin == read(csv_of(HEADINGS, ROW))[0][0].origin
    assert (row.line, row.ore) == (4, 190000050)


def test_debit_and_credit_stand_in_columns_of_their_own() -> None:
    lines = ("Datum;Konto;Debet;Kredit", "20240105;6010;100,00;", "20240105;6010;;40,50")
    rows, faults, _file = read(csv_of(*lines, "20240105;6010;0;-2"))
    assert not faults
    assert [row.ore for row in rows] == [10000, -4050, -200]


def test_costs_printed_with_a_minus_are_turned() -> None:
    rows, _faults, _file = read(csv_of("Datum;Konto;Belopp", "20240105;6010;-5"), turned=True)
    assert rows[0].ore == 500


def test_rows_that_are_alike_are_two() -> None:
    rows, _faults, file = read(csv_of(HEADINGS, ROW, ROW, ";2024-01-05;6010;;;1"))
    assert [row.origin[-2:] for row in rows] == [":1", ":2", ":1"]
    assert file.has_unnumbered


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("12;2024-01-05;;F1;Hyra;1", "saknar dag eller konto"),
        ("12;;6010;F1;Hyra;1", "saknar dag eller konto"),
        ("12;5/1 2024;6010;F1;Hyra;1", "inget datum"),
        ("12;2024-01-05;Hyra;F1;Hyra;1", "inget kontonummer"),
        ("12;2024-01-05;6010;F1;Hyra;", "saknar belopp"),
        ("12;2024-01-05;6010;F1;Hyra;1.900", "inget belopp"),
        ("12;2024-01-05;6010;F1;Hyra;#REF!", "inget belopp"),
        (f"12;2024-01-05;6010;{'F' * 41};Hyra;1", "Projekt har mer än 40 tecken"),
    ],
)
def test_what_is_wrong_in_a_row_is_told_by_its_line(row: str, sentence: str) -> None:
    rows, faults, _file = read(csv_of(HEADINGS, row))
    assert rows == []
    assert [(fault.line, sentence in fault.sentence) for fault in faults] == [(2, True)]


def test_of_many_faults_the_first_are_kept() -> None:
    _rows, faults, _file = read(csv_of(HEADINGS, *["12;x;6010;;;1"] * 150))
    assert (faults.count, len(list(faults))) == (150, 100)


def bomb(name: str = "xl/worksheets/sheet1.xml", size: int = 40_000_000) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr(name, b"0" * size)
    return written.getvalue()


def swapped(content: bytes, part: str, text: bytes) -> bytes:
    """An Excel file one of whose parts says something else."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return written.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    b"<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen är tom."),
        (b"\xd0\xcf\x11\xe0 old", "annat slag (Excel 97"),
        (b"\x89PNG....", "annat slag (PNG)"),
        (b"\0\1\2\3", "inte text"),
        (b"hej", "ingen tabell"),
        (csv_of(HEADINGS, '"12'), "Rad 2"),
        (b"a;b\n" + b"x" * 20_000, "alldeles för lång"),
        (b"PK\x03\x04 nothing", "ingen Excelfil"),
        (bomb(), "alldeles för stor"),
        (bomb("word/document.xml", 10), "ingen Excelfil"),
        (xlsx_of(), "Filen är tom."),
        (xlsx_of(["a", 1], [2, 3]), "ingen tabell"),
        (xlsx_of(HEADINGS.split(";"))[:-60], "ingen Excelfil"),
        (swapped(xlsx_of(["a"]), SHEET, b"<worksheet><sheetData><row"), "ingen Excelfil"),
        (swapped(xlsx_of(["a"]), SHEET, ENTITIES), "ingen Excelfil"),
    ],
)
def test_what_is_no_table_is_told_in_one_sentence(content: bytes, sentence: str) -> None:
    assert sentence in told(content)


def test_a_sheet_that_says_it_is_endless_is_read_to_its_end() -> None:
    content = xlsx_of(["Datum", "Konto", "Belopp"], ["20240105", "6010", 1])
    with zipfile.ZipFile(BytesIO(content)) as book:
        sheet = book.read(SHEET)
    endless = swapped(content, SHEET, sheet.replace(b'ref="A1:C2"', b'ref="A1:XFD1048576"'))
    assert len(read(endless)[0]) == 1


@pytest.mark.parametrize(
    ("cell", "ore"),
    [
        ("1 900 000,50", 190000050),
        ("1\u00a0900\u202f000", 190000000),
        ("1.900.000,50", 190000050),
        ("1,900,000.50", 190000050),
        ("1'900.5", 190050),
        ("1900,5", 190050),
        ("−4 164", -416400),
        ("4 164,00-", -416400),
        ("(4 164)", -416400),
        ("+5", 500),
        ("12 kr", 1200),
        ("SEK 12,00", 1200),
        ("0,01", 1),
        ("-0", 0),
        (7, 700),
        (1900.5, 190050),
        (0.1 + 0.2, 30),
        (1335272.4499999998, 133527245),
        (Decimal("-0.01"), -1),
        ("", None),
        ("  ", None),
        (None, None),
    ],
)
def test_amounts_as_people_write_them(cell: object, ore: int | None) -> None:
    assert ore_of(cell) == ore


@pytest.mark.parametrize(
    "cell",
    ["1.900", "1,900", "1 90", "1,234,5", "1.2.3", "12,345", "1e5", "--5", "-(5)", "5--", "x", "-",
     True, 0.125, float("nan"), float("inf"), 10**13, "1" * 20, "1,000.000,5", "½", "٣"],
)  # fmt: skip
def test_amounts_that_may_be_read_in_two_ways_are_refused(cell: object) -> None:
    with pytest.raises(CellRefused):
        ore_of(cell)


@given(st.integers(-(10**13), 10**13))
def test_amounts_come_back_to_the_ore(ore: int) -> None:
    kronor, cents = divmod(abs(ore), 100)
    grouped = f"{kronor:,}".replace(",", "\u00a0")
    assert ore_of(f"{'−' if ore < 0 else ''}{grouped},{cents:02}") == ore
    assert ore_of(ore / 100) == ore


@pytest.mark.parametrize(
    "cell",
    ["2024-01-05", "20240105", "2024/01/05", "2024.01.05", " 2024-01-05 00:00:00", 20240105,
     date(2024, 1, 5), datetime.combine(date(2024, 1, 5), time(12))],
)  # fmt: skip
def test_days_as_ledgers_write_them(cell: object) -> None:
    assert day_of(cell) == date(2024, 1, 5)


@pytest.mark.parametrize(
    "cell", ["2024-02-30", "5/1 2024", "05-01-2024", "240105", 45296, "1824-01-05", "2024-W01-1"]
)
def test_days_that_may_be_read_in_two_ways_are_refused(cell: object) -> None:
    with pytest.raises(CellRefused):
        day_of(cell)


def test_headings_in_both_languages_are_known() -> None:
    swedish = ["Ver nr", "Bokf.datum", "KONTO", "Kst", "Projektnr", "Vertext", "Debet", "Kredit"]
    assert list(suggested_columns(swedish)) == [
        Part.VOUCHER, Part.DAY, Part.ACCOUNT, Part.COST_CENTRE, Part.PROJECT, Part.TEXT,
        Part.DEBIT, Part.CREDIT,
    ]  # fmt: skip
    english = ["Posting date", "Account no.", "Net amount", "Credit", "Account"]
    assert suggested_columns(english) == {Part.DAY: 0, Part.ACCOUNT: 1, Part.AMOUNT: 2}


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_keys_are_as_different_as_their_parts(one: list[str], other: list[str]) -> None:
    assert (key_of("k", *one) == key_of("k", *other)) == (one == other)
    assert len(key_of(*one, "x" * 300)) <= LONGEST_KEY


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for whole in (content, b"PK\x03\x04" + content, b"Konto;Datum;Belopp\n" + content):
        with suppress(FileRefused):
            assert len(read(whole)) == 3
