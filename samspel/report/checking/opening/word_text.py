"""The words of a Word document's paragraphs, as they are seen in print."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import nsmap, qn

Element = Any
"""An element of lxml, which has no types of its own."""

nsmap.setdefault("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006")

_HOLDS_BLOCKS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")))
_BLOCKS = frozenset(map(qn, ("w:p", "w:tbl")))
# What was struck out, what a program shows instead of what it does not know, and the boxes, which
# are read after the paragraph that they hang on.
_UNSEEN = frozenset(
    map(
        qn,
        (
            "w:del",
            "w:moveFrom",
            "w:pPr",
            "w:rPr",
            "w:instrText",
            "w:txbxContent",
            "mc:Fallback",
        ),
    )
)
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:ptab"): "\t",
}
_TEXT = qn("w:t")
_TITLES = ("heading", "title", "rubrik")
_CONTENTS = ("toc ", "table of figures", "innehåll")


def blocks(root: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body, a cell or a box, also those within fields to fill in."""
    for child in root:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _HOLDS_BLOCKS:
            yield from blocks(child)


def text_of(paragraph: Element) -> str:
    """The text of a paragraph with what was added to it and without what was struck out."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _UNSEEN:
            continue
        if element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.tag in _SIGNS:
            pieces.append(_SIGNS[element.tag])
        else:
            waiting.extend(reversed(element))
    return "".join(pieces)


def is_listed(paragraph: Element) -> bool:
    """Whether the paragraph is an item of a list with marks or numbers of Word's own."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return found is not None and found.get(qn("w:val")) != "0"


class Styles:
    """The styles of a document, by which headings are told from text."""

    def __init__(self, document: WordDocument) -> None:
        self._names = {style.style_id: str(style.name or "").lower() for style in document.styles}

    def is_heading(self, paragraph: Element) -> bool:
        """Whether the paragraph is a heading."""
        return self._name(paragraph).startswith(_TITLES)

    def is_contents(self, paragraph: Element) -> bool:
        """Whether the paragraph is a line of a table of contents."""
        return self._name(paragraph).startswith(_CONTENTS)

    def _name(self, paragraph: Element) -> str:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._names.get(style.get(qn("w:val")), "") if style is not None else ""
