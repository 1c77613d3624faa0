"""No text, whatever it holds, breaks a rendering or gets out of its place."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import openpyxl
import pikepdf
import pytest

from samspel.documents.document import (
    BulletList,
    Chapter,
    Chart,
    Column,
    Document,
    Field,
    Number,
    Paragraph,
    Part,
    Series,
    Table,
)
from samspel.documents.render.characters import printable
from samspel.documents.render.formats import FORMATS, render
from tests.documents.reading import pdf_text

HOSTILE = {
    "nothing": "",
    "spaces": " \u2028\t\r\n ",
    "control": "a\x00b\x1bc\x85",
    "surrogate": "\ud800lone\udfff",
    "not characters": "\ufffe\uffff",
    "turned round": "abc\u202edcba\u202c\u2066x\u2069 \u200fy",
    "markup": "<script>alert(1)</script> ]]> &amp; <!-- \"q\" 'r'",
    "typesetting": '#let x = 1; #panic("x") $x^2$ *b* _i_ @ref <lab> \\n',
    "formula": "=cmd|' /C calc'!A1",
    "sheet": "[a]:*?/\\'",
    "pictures": "😀 👩‍👩‍👧 中文 العربية",
    "endless": "W" * 1_000,
}


def hostile_document(text: str) -> Document:
    """A report that says ``text`` wherever a person may have written it."""
    number = Number("a", text or "1", Decimal(1), text)
    hidden = Number("b", "<5", None, text, withheld=True)
    table = Table(
        "t",
        text,
        (Column(text), Column(text, "count"), Column(text, "date")),
        ((text, number, text), (hidden, hidden, text)),
        note=text,
    )
    bare = Table("bare", text, (Column(text),), ())
    series = (Series(text, (Decimal(1), None)), Series(text, (None, None)))
    blocks = (
        Paragraph((text, number, text)),
        BulletList(((text, number), ())),
        table,
        bare,
        Chart("c", "grouped_bar", text, text, (text, text + "2"), series, text,
              Table("ct", text, table.columns, table.rows)),
        Chart("d", "line", text, text, (), (), text, Table("dt", text, bare.columns, ())),
    )  # fmt: skip
    part = Part("description", text, blocks, "part")
    fields = (Field("f", text, (part,)), Field("g", text, (), 3))
    chapters = (Chapter("x", text, fields), Chapter("y", text, ()))
    day = date(2024, 12, 31)
    return Document(text, text, "Team", "Förbund", day, day, "2024", "sv", "internal", chapters)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_form_can_be_made_and_opened(text: str) -> None:
    document = hostile_document(text)
    made = {ending: render(document, ending) for ending in FORMATS}
    with pikepdf.open(BytesIO(made["pdf"])) as opened:
        assert len(opened.pages) >= 2
    assert len(docx.Document(BytesIO(made["docx"])).tables) == 4
    assert len(openpyxl.load_workbook(BytesIO(made["xlsx"])).worksheets) == 6
    assert b"\x00" not in made["html"] + made["json"]
    assert b"<script" not in made["html"]
    for ending in ("docx", "xlsx"):
        with ZipFile(BytesIO(made[ending])) as parts:
            for name in parts.namelist():
                if name.endswith(".xml"):
                    ET.fromstring(parts.read(name))


def test_words_for_the_typesetter_are_printed_not_obeyed() -> None:
    text = HOSTILE["typesetting"]
    assert f"{text}{text}{text}" in pdf_text(render(hostile_document(text), "pdf"))


def test_only_what_cannot_be_carried_is_left_out() -> None:
    assert printable("å\x00ä\ud800ö\u202e<\t\n😀\u200f") == "åäö<\t\n😀\u200f"
