"""The forms in which a report can be had, by the ending of the file."""

from collections.abc import Callable
from dataclasses import dataclass

from samspel.documents.document import Document
from samspel.documents.render.page import standalone_html
from samspel.documents.render.pdf import pdf
from samspel.documents.render.plain_json import plain_json
from samspel.documents.render.plain_text import plain_text
from samspel.documents.render.spreadsheet import spreadsheet
from samspel.documents.render.word import word


@dataclass(frozen=True, slots=True)
class Format:
    """One form: how it is made and what it is called in HTTP."""

    make: Callable[[Document], bytes]
    content_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument"


def _page(document: Document) -> bytes:
    return standalone_html(document).encode()


FORMATS: dict[str, Format] = {
    "pdf": Format(pdf, "application/pdf"),
    "docx": Format(word, f"{_OFFICE}.wordprocessingml.document"),
    "xlsx": Format(spreadsheet, f"{_OFFICE}.spreadsheetml.sheet"),
    "html": Format(_page, "text/html; charset=utf-8"),
    "txt": Format(plain_text, "text/plain; charset=utf-8"),
    "json": Format(plain_json, "application/json"),
}


FOR_READERS = ("pdf", "docx", "html", "txt")
"""Forms that are read from beginning to end: a heading with nothing under it is left out there."""


def render(document: Document, ending: str) -> bytes:
    """The report in the form that ``ending`` names (``pdf``, ``docx``, …).

    Raises ``KeyError`` for an ending that is not in ``FORMATS``.
    """
    told = document.without_empty_fields() if ending in FOR_READERS else document
    return FORMATS[ending].make(told)
