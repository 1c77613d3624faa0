"""The report as PDF: tagged for screen readers (PDF/UA-1) and fit to keep (PDF/A-2a)."""

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst

from samspel.documents.document import Document
from samspel.documents.render.characters import with_texts
from samspel.documents.render.fonts import FONT_FOLDER
from samspel.documents.render.pdf.content import content_of
from samspel.documents.render.pdf.glyphs import typeset_text
from samspel.documents.render.pdf.row_headers import with_row_headers

_TEMPLATE = Path(__file__).with_name("report.typ")


def pdf(document: Document) -> bytes:
    """The report as a PDF file.

    The date of the file is the last day of the period, not the day it was made, so that the
    same document always gives the same bytes.
    """
    fit = with_texts(document, typeset_text)
    made: bytes = typst.compile(
        _TEMPLATE,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"report": json.dumps(content_of(fit))},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(fit.end, time(), UTC),
    )
    return with_row_headers(made, [table.row_headers for table in fit.tables()])


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_FOLDER]
    )
