"""The PDF is tagged, named and bookmarked, and always the same."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from samspel.documents.document import Document, Paragraph, Part, Table
from samspel.documents.render.fonts import REGULAR
from samspel.documents.render.pdf import pdf
from samspel.documents.render.pdf.glyphs import MISSING, characters, typeset_text


@pytest.fixture(scope="module")
def opened(rendered: Callable[[str], bytes]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(rendered("pdf"))) as file:
        yield file


def elements(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = parent.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def kinds(opened: pikepdf.Pdf) -> list[str]:
    return [str(each.S) for each in elements(opened.Root.StructTreeRoot)]


def test_it_is_tagged_in_its_language_with_its_title(opened: pikepdf.Pdf) -> None:
    assert opened.Root.MarkInfo.Marked
    assert str(opened.Root.Lang) == "sv-SE"
    with opened.open_metadata() as facts:
        assert facts["dc:title"] == "Verksamhetsrapport, Samverkansteam Lövsjö"
        assert facts["pdfuaid:part"] == "1"
        assert (facts["pdfaid:part"], facts["pdfaid:conformance"]) == ("2", "A")
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_an_english_report_says_so(document: Document) -> None:
    with pikepdf.open(BytesIO(pdf(replace(document, language="en")))) as file:
        assert str(file.Root.Lang) == "en-GB"


def test_headings_and_bookmarks_follow_the_report(opened: pikepdf.Pdf) -> None:
    tags = kinds(opened)
    assert (tags.count("/H2"), tags.count("/H3")) == (6, 7)
    with opened.open_outline() as outline:
        tops = [entry.title for entry in outline.root]
        fields = [entry.title for entry in outline.root[1].children]
    assert tops == ["Sammanfattning", "Deltagare", "Personal", "Organisation"]
    assert fields[2] == "3. Deltagare: resultat och effekter"


def test_every_chart_has_its_alternative(opened: pikepdf.Pdf, document: Document) -> None:
    alternatives = [
        str(each.Alt)
        for each in elements(opened.Root.StructTreeRoot)
        if each.S == "/Figure" and "/Alt" in each
    ]
    assert len(alternatives) == 3
    assert alternatives[0].startswith("Försäkringskassan remitterade flest")


def scope(cell: pikepdf.Object) -> str:
    attributes = cell.A[0] if isinstance(cell.A, pikepdf.Array) else cell.A
    return str(attributes.Scope)


def header_scopes(opened: pikepdf.Pdf) -> list[list[str]]:
    """For each table the scopes of its header cells."""
    return [
        [scope(cell) for cell in elements(table) if cell.S == "/TH"]
        for table in elements(opened.Root.StructTreeRoot)
        if table.S == "/Table"
    ]


def test_header_cells_for_columns_and_rows(opened: pikepdf.Pdf, document: Document) -> None:
    assert header_scopes(opened) == [
        ["/Column"] * len(table.columns) + ["/Row"] * len(table.rows) for table in document.tables()
    ]


def test_rows_without_headers_get_none(document: Document) -> None:
    first = next(block for block in document.blocks() if isinstance(block, Table))
    field = replace(
        document.chapters[0].fields[0],
        parts=(
            replace(
                document.chapters[0].fields[0].parts[0], blocks=(replace(first, row_headers=False),)
            ),
        ),
    )
    short = replace(document, chapters=(replace(document.chapters[0], fields=(field,)),))
    with pikepdf.open(BytesIO(pdf(short))) as file:
        assert header_scopes(file) == [["/Column"] * len(first.columns)]


def test_an_endless_word_is_broken_over_lines(document: Document) -> None:
    chapter = document.chapters[0]
    part = Part("description", "", (Paragraph(("W" * 10_000,)),))
    field = replace(chapter.fields[0], parts=(part,))
    short = replace(document, chapters=(replace(chapter, fields=(field,)),))
    with pikepdf.open(BytesIO(pdf(short))) as file:
        assert len(file.pages) > 5


def test_the_same_report_gives_the_same_bytes(
    document: Document, rendered: Callable[[str], bytes]
) -> None:
    assert pdf(document) == rendered("pdf")


def test_only_our_own_typeface_is_in_it(opened: pikepdf.Pdf) -> None:
    names = {
        str(each.FontName)
        for each in opened.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    }
    assert names
    assert all("SourceSans3" in name for name in names)


def test_the_typeface_has_swedish_and_lacks_pictures() -> None:
    known = characters(REGULAR)
    assert set("åäöÅÄÖé–−<…□\u202f\u00a0") <= known
    assert "😀" not in known


def test_unknown_characters_are_stood_in_for() -> None:
    assert typeset_text("a😀b") == f"a{MISSING}b"
    assert typeset_text("e\u0301\u200dx") == "éx"
    assert typeset_text("W" * 81).replace("\u200b", "") == "W" * 81
