"""A report as a PDF: the text of its pages, with tables as rows, or as it is recognised."""

import io
from collections.abc import Sequence
from itertools import chain
from typing import Any

import pypdfium2
from django.utils.translation import gettext as _
from pypdfium2 import raw

from samspel.report.checking.opening import limits
from samspel.report.checking.opening.characters import lines_in, numbered, too_long
from samspel.report.checking.opening.pdf_words import WORD_GAP, printed
from samspel.report.checking.opening.recognition import (
    can_recognise,
    recognised,
    refuse_unrecognisable,
)
from samspel.report.checking.opening.refused import NeedsRecognition, NotReadable
from samspel.report.checking.opening.running_heads import without_running_heads
from samspel.report.checking.opening.sniffing import locked
from samspel.report.checking.source import Line

_PASSWORD = 4
"""PDFium's number for a password that is asked for."""
_FEWEST_RULES = 2
_LETTERS_OF_A_PAGE = 25
"""A page with fewer letters and a picture is a scanned one: a stamp or a page number is no text."""
_MOSTLY = 0.5


def lines_of_pdf(data: bytes, name: str, *, recognise: bool) -> tuple[Line, ...]:
    """The lines of a PDF, each with its page.

    Raises NotReadable for a password, damage, too many pages, and scanned pages where the system
    cannot recognise them; NeedsRecognition where they are scanned and ``recognise`` is false.
    """
    document = _opened(data, name)
    texts = [_text(page, name) for page in document]
    scanned = [n for n, text in enumerate(texts) if _is_scanned(document[n], text)]
    if _is_worth_recognising(len(scanned), len(texts)):
        refuse_unrecognisable(len(scanned), name)
        if not recognise:
            raise NeedsRecognition(len(scanned))
        for n in scanned:
            texts[n] = recognised(document[n], name)
    pages = [lines_in(text) for text in texts]
    ruled = [n for n, page in enumerate(document) if n not in scanned and _has_rules(page)]
    for n, lines in _with_tables(data, ruled).items():
        pages[n] = lines
    pages = without_running_heads(pages)
    paged = chain.from_iterable([(line, n) for line in page] for n, page in enumerate(pages, 1))
    return numbered(paged, name)


def _is_worth_recognising(scanned: int, pages: int) -> bool:
    """Whether pages without text are the report, or a part of it that can be had.

    One such page among others is the picture on the cover.
    """
    return scanned > _MOSTLY * pages or (scanned > 1 and can_recognise())


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise NotReadable(locked(name)) from error
        raise
    if count > limits.PAGES:
        raise NotReadable(
            _("“%(file)s” has %(pages)d pages; a report has at most %(most)d.")
            % {"file": name, "pages": count, "most": limits.PAGES}
        )
    return document


def _text(page: pypdfium2.PdfPage, name: str) -> str:
    textpage = page.get_textpage()
    if textpage.count_chars() > limits.CHARACTERS:
        raise NotReadable(too_long(name))
    return str(textpage.get_text_range())


def _is_scanned(page: pypdfium2.PdfPage, text: str) -> bool:
    return sum(map(str.isalpha, text)) < _LETTERS_OF_A_PAGE and _has(page, raw.FPDF_PAGEOBJ_IMAGE)


def _has_rules(page: pypdfium2.PdfPage) -> bool:
    return _has(page, raw.FPDF_PAGEOBJ_PATH, fewest=_FEWEST_RULES)


def _has(page: pypdfium2.PdfPage, kind: int, *, fewest: int = 1) -> bool:
    """Whether the page has so many objects of a kind; no more of them are looked at."""
    objects = page.get_objects(filter=[kind], max_depth=3)
    return all(next(objects, None) is not None for _each in range(fewest))


def _with_tables(data: bytes, ruled: Sequence[int]) -> dict[int, list[str]]:
    """The lines of the pages that have tables: each table in its place, its text only there."""
    if not ruled:
        return {}
    import pdfplumber

    from samspel.report.checking.opening.pdf_tables import tables_of

    found: dict[int, list[str]] = {}
    with pdfplumber.open(io.BytesIO(data), pages=[n + 1 for n in ruled]) as document:
        for n, page in zip(ruled, document.pages, strict=True):
            if tables := tables_of(page):
                found[n] = _lines_and_rows(page, tables)
            page.close()
    return found


def _lines_and_rows(page: Any, tables: Sequence[Any]) -> list[str]:
    """The page's text outside its tables and the tables' rows, from the top."""

    def is_outside(thing: dict[str, Any]) -> bool:
        across, down = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
        boxes = (table.box for table in tables)
        return not any(x0 <= across <= x1 and top <= down <= x2 for x0, top, x1, x2 in boxes)

    lines = page.filter(is_outside).extract_text_lines(
        return_chars=False, strip=True, x_tolerance_ratio=WORD_GAP
    )
    placed = [(line["top"], [printed(line["text"])]) for line in lines]
    placed += [(table.box[1], ["", *map("\t".join, table.rows), ""]) for table in tables]
    return [text for _top, texts in sorted(placed, key=lambda each: each[0]) for text in texts]
