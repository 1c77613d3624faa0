"""A report as a Word document: its paragraphs and tables in reading order, a line each."""

import io
from collections.abc import Iterator
from itertools import chain

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from samspel.report.checking.opening.characters import numbered
from samspel.report.checking.opening.word_package import refuse_bomb
from samspel.report.checking.opening.word_tables import rows_of
from samspel.report.checking.opening.word_text import Element, Styles, blocks, is_listed, text_of
from samspel.report.checking.source import Line

_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_ITEM = "• "


def lines_of_word(data: bytes, name: str) -> tuple[Line, ...]:
    """The lines of a Word document: a line for each paragraph, rows of tables parted by tabs.

    Heads and feet of the pages and tables of contents are left out: they hold numbers of pages.
    Notes stand last. Raises NotReadable for bombs, and whatever the library raises for damaged
    files.
    """
    refuse_bomb(data, name)
    document = Document(io.BytesIO(data))
    styles = Styles(document)
    # One after the other: a document that is too long is left before all of it was taken apart.
    notes = (("", *_lines(note, styles)) for note in _notes(document))
    texts = chain(_lines(document.element.body, styles), chain.from_iterable(notes))
    return numbered(((text, None) for text in texts), name)


def _lines(root: Element, styles: Styles) -> Iterator[str]:
    for block in blocks(root):
        if block.tag == qn("w:tbl"):
            yield ""
            yield from rows_of(block, lambda cell: list(_lines(cell, styles)))
            yield ""
        else:
            yield from _paragraph(block, styles)


def _paragraph(paragraph: Element, styles: Styles) -> Iterator[str]:
    """The lines of a paragraph, and after it those of the text boxes that hang on it.

    A heading stands apart, so that no sentence is thought to run into it.
    """
    if not styles.is_contents(paragraph):
        heading = styles.is_heading(paragraph)
        mark = _ITEM if is_listed(paragraph) and not heading else ""
        lines = [line.strip("\t ") for line in text_of(paragraph).split("\n")]
        written = [line for line in lines if line]
        yield from [""] if heading or not written else []
        for n, line in enumerate(written):
            yield line if n else mark + line
        yield from [""] if heading else []
    for box in _boxes(paragraph):
        yield from _lines(box, styles)


def _boxes(paragraph: Element) -> list[Element]:
    """The text boxes in a paragraph; each stands twice in a file, once for older programs.

    A box within a box comes with the one around it.
    """
    boxes = paragraph.findall(f".//{qn('w:txbxContent')}")
    fallback, box = qn("mc:Fallback"), qn("w:txbxContent")
    around = [{each.tag for each in found.iterancestors()} for found in boxes]
    outside = {each.tag for each in paragraph.iterancestors()}
    return [
        found
        for found, tags in zip(boxes, around, strict=True)
        if fallback not in tags and (box not in tags or box in outside)
    ]


def _notes(document: WordDocument) -> Iterator[Element]:
    """The roots of the foot and end notes."""
    for relation in document.part.rels.values():
        if relation.reltype in _NOTES and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            yield from (note for note in root if note.get(qn("w:type")) is None)
