"""Fields of a Word file: numbers that Word itself keeps right."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def add_field(paragraph: Any, instruction: str, shown: str, *, refresh: bool = False) -> None:
    """Append a field with its present result; ``refresh`` asks Word to compute it when opened."""
    begin_field(paragraph, instruction, refresh=refresh)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Any, instruction: str, *, refresh: bool = False) -> None:
    """The beginning of a field; what follows until ``end_field`` is its present result."""
    begin = _mark(paragraph, "begin")
    if refresh:
        begin.set(qn("w:dirty"), "true")
    text = OxmlElement("w:instrText")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = f" {instruction} "
    paragraph.add_run()._r.append(text)  # noqa: SLF001  # python-docx has no fields of its own
    _mark(paragraph, "separate")


def end_field(paragraph: Any) -> None:
    """The end of a field begun in this or an earlier paragraph."""
    _mark(paragraph, "end")


def add_bookmark(paragraph: Any, name: str, number: int) -> None:
    """A bookmark around all that the paragraph holds."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    element = paragraph._p  # noqa: SLF001  # python-docx has no bookmarks of its own
    first = element.find(qn("w:r"))
    element.insert(element.index(first) if first is not None else len(element), start)
    element.append(end)


def add_link(paragraph: Any, text: str, bookmark: str) -> None:
    """A link to a bookmark in the same file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.set(qn("w:history"), "1")
    run = paragraph.add_run(text)
    link.append(run._r)  # noqa: SLF001  # python-docx makes links to the outside only
    paragraph._p.append(link)  # noqa: SLF001


def _mark(paragraph: Any, kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)  # noqa: SLF001  # python-docx has no fields of its own
    return mark
