"""Tables of a Word file: with a header row that repeats and columns as wide as their words."""

from collections.abc import Iterable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from samspel.documents.document import Number, Table
from samspel.documents.render.column_widths import GAP, is_wide, natural_widths
from samspel.documents.render.word_styles import TABLE_STYLE, style_id

_TEXT_WIDTH = Mm(163)
_CHARACTER = Mm(1.95)
_AIR = 1.3


def add_table(word: Any, table: Table) -> None:
    """Append ``table`` to a Word file, without its caption and note."""
    made = word.add_table(rows=len(table.rows) + 1, cols=len(table.columns), style=TABLE_STYLE)
    widths = natural_widths(table)
    small = "Small " if is_wide(widths) else ""
    styles = [
        style_id(f"{small}Table {'Text' if column.kind in {'text', 'date'} else 'Number'}")
        for column in table.columns
    ]
    _describe(made, table, _in_page(widths))
    elements = made._tbl.tr_lst  # noqa: SLF001  # through rows and cells it is ten times slower
    _fill(elements[0], [column.title for column in table.columns], styles)
    elements[0].get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for element, row in zip(elements[1:], table.rows, strict=True):
        texts = [cell.printed if isinstance(cell, Number) else cell for cell in row]
        _fill(element, texts, styles)


def _in_page(widths: list[int]) -> list[int]:
    """Column widths in English metric units: their words' width with some air, within the line.

    The air is for machines without our font, where another, wider one takes its place.
    """
    wanted = [(width + GAP) * _CHARACTER for width in widths]
    scale = min(_AIR, _TEXT_WIDTH / max(sum(wanted), 1))
    return [int(width * scale) for width in wanted]


def _describe(made: Any, table: Table, widths: list[int]) -> None:
    """Column widths, what the header row and column are, and the caption as the table's name."""
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    properties = made._tbl.tblPr  # noqa: SLF001  # python-docx has no such properties
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        for name, on in (("firstRow", True), ("firstColumn", table.row_headers), ("noVBand", True)):
            look.set(qn(f"w:{name}"), "1" if on else "0")
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), table.caption)
    properties.append(caption)


def _fill(row: Any, texts: Iterable[str], styles: list[str]) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text, style in zip(row.tc_lst, texts, styles, strict=True):
        paragraph = cell.p_lst[0]
        paragraph.style = style
        paragraph.add_r().text = text
