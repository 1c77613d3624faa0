"""The Word file: styles rather than looks, real captions, headers and alternatives."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from samspel.documents.document import Document


@pytest.fixture(scope="module")
def opened(rendered: Callable[[str], bytes]) -> Any:
    return docx.Document(BytesIO(rendered("docx")))


def styled(opened: Any, style: str) -> list[str]:
    return [each.text for each in opened.paragraphs if each.style.name == style]


def instructions(opened: Any) -> list[str]:
    return [each.text.strip() for each in opened.element.iter(qn("w:instrText"))]


def test_headings_are_headings(opened: Any) -> None:
    assert styled(opened, "Title") == ["Verksamhetsrapport"]
    assert styled(opened, "Heading 1") == [
        "Sammanfattning",
        "Deltagare",
        "Personal",
        "Organisation",
    ]
    assert "3. Deltagare: resultat och effekter" in styled(opened, "Heading 2")
    assert "Reflektion" in styled(opened, "Heading 3")


def test_lists_are_lists(opened: Any) -> None:
    items = [each for each in opened.paragraphs if each.style.name == "List Bullet"]
    assert len(items) == 3
    assert items[0].style.element.find(".//" + qn("w:numPr")) is not None


def test_captions_count_themselves(opened: Any) -> None:
    assert styled(opened, "Caption")[:2] == [
        "Diagram 1. Vem som remitterade de nyinskrivna",
        "Tabell 1. Nyinskrivna efter remittent",
    ]
    fields = instructions(opened)
    assert fields.count("SEQ Tabell \\* ARABIC") == 6
    assert fields.count("SEQ Diagram \\* ARABIC") == 3


def test_contents_is_a_field_already_filled(opened: Any) -> None:
    assert 'TOC \\o "1-2" \\h \\z \\u' in instructions(opened)
    assert "3. Deltagare: resultat och effekter" in styled(opened, "toc 2")
    anchors = {each.get(qn("w:anchor")) for each in opened.element.iter(qn("w:hyperlink"))}
    marks = {each.get(qn("w:name")) for each in opened.element.iter(qn("w:bookmarkStart"))}
    assert len(anchors) == 10
    assert anchors <= marks


def test_header_rows_repeat_and_rows_hold_together(opened: Any) -> None:
    assert len(opened.tables) == 6
    for table in opened.tables:
        rows = table._tbl.tr_lst
        assert [row.find(".//" + qn("w:tblHeader")) is not None for row in rows] == [
            True,
            *[False] * (len(rows) - 1),
        ]
        assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows)
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == look.get(qn("w:firstColumn")) == "1"


def test_wide_tables_fit_the_page(opened: Any) -> None:
    section = opened.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in opened.tables:
        assert sum(column.width for column in table.columns) <= room


def test_pictures_have_alternatives(opened: Any) -> None:
    texts = [each.get("descr") for each in opened.element.iter(qn("wp:docPr"))]
    assert len(texts) == 4
    assert texts[1].startswith("Försäkringskassan remitterade flest")


def test_looks_come_from_styles_only(opened: Any) -> None:
    direct = {"w:b", "w:i", "w:sz", "w:color", "w:rFonts", "w:jc", "w:spacing", "w:ind"}
    body = opened.element.body
    assert not [each.tag for each in body.iter(*(qn(name) for name in direct))]


def test_facts_of_the_file(opened: Any, document: Document) -> None:
    core = opened.core_properties
    assert core.title == "Verksamhetsrapport, Samverkansteam Lövsjö, helåret 2024"
    assert core.author == document.team
    assert core.language == "sv-SE"
    assert core.created == datetime(2024, 12, 31, tzinfo=UTC)
    tags = {each.get(qn("w:val")) for each in opened.styles.element.iter(qn("w:lang"))}
    assert tags == {"sv-SE"}


def test_pages_are_numbered_in_the_footer(opened: Any) -> None:
    footer = opened.sections[0].footer
    assert footer.paragraphs[0].text.endswith("\tSida 2 av 2")
    fields = [each.text.strip() for each in footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_another_typeface_is_named_where_ours_is_missing(
    rendered: Callable[[str], bytes],
) -> None:
    fonts = ZipFile(BytesIO(rendered("docx"))).read("word/fontTable.xml").decode()
    assert 'w:name="Source Sans 3"><w:altName w:val="Calibri"/>' in fonts
