"""The tables of a Word document as rows whose cells are parted by tabs."""

from collections.abc import Callable, Iterator

from docx.oxml.ns import qn

from samspel.report.checking.opening.word_text import Element

_HOLDS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins")))
_MOST_COLUMNS = 64

LinesOf = Callable[[Element], list[str]]


def rows_of(table: Element, lines_of: LinesOf) -> Iterator[str]:
    """The rows of a table, in order; rows without any text are left out.

    A merged cell has its text once, in its first place, and empty cells in the others, so that
    what stands below a head stays below it. A table of one column is a frame around text, and
    gives the lines of that text, as does a table within a cell.
    """
    rows = [list(_inner(row, qn("w:tc"))) for row in _inner(table, qn("w:tr"))]
    is_frame = all(len(cells) <= 1 for cells in rows)
    for cells in rows:
        if is_frame:
            for cell in cells:
                yield from lines_of(cell)
            continue
        texts = [text for cell in cells for text in _spread(cell, lines_of)]
        if any(texts):
            yield "\t".join(texts)
        for cell in cells:
            yield from _within(cell, lines_of)


def _inner(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDS:
            yield from _inner(child, tag)


def _spread(cell: Element, lines_of: LinesOf) -> list[str]:
    """The text of a cell, and as many empty ones after it as it is wider than one column."""
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return [_text(cell, lines_of)]
    width = properties.find(qn("w:gridSpan"))
    columns = min(int(width.get(qn("w:val"), "1")), _MOST_COLUMNS) if width is not None else 1
    merged = properties.find(qn("w:vMerge"))
    goes_on = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
    return ["" if goes_on else _text(cell, lines_of), *[""] * (columns - 1)]


def _text(cell: Element, lines_of: LinesOf) -> str:
    """The text of a cell on one line, without the tables in it."""
    paragraphs = [child for child in cell if child.tag != qn("w:tbl")]
    return " ".join(" ".join(lines_of(paragraphs)).split())


def _within(cell: Element, lines_of: LinesOf) -> Iterator[str]:
    for table in _inner(cell, qn("w:tbl")):
        yield from rows_of(table, lines_of)
