"""A place of a report as it is quoted, with the number marked."""

from samspel.report.checking.printed import Printed
from samspel.report.checking.source import Source

_OPENS, _CLOSES = "»", "«"
_AROUND = 70
"""Characters on each side: enough to find the place, where a paragraph is one line."""
_CUT = "…"
_CELL = "  "
"""What parts the cells of a table's row."""


def marked(source: Source, printed: Printed) -> str:
    """The line that holds a number, shortened around it, with the number in angle quotes."""
    text = source.by_number[printed.line].text
    before, after = _spaced(text[: printed.start]), _spaced(text[printed.end :])
    number = text[printed.start : printed.end].strip()
    return _last(before.lstrip()) + _OPENS + number + _CLOSES + _first(after.rstrip())


def _spaced(text: str) -> str:
    """The text with single spaces, the ones at its ends kept, and cells apart."""
    cells = ("".join(_single(cell)) for cell in text.split("\t"))
    return _CELL.join(cells)


def _single(text: str) -> list[str]:
    kept: list[str] = []
    for letter in text:
        space = letter.isspace()
        if not (space and kept[-1:] == [" "]):
            kept.append(" " if space else letter)
    return kept


def _last(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return _CUT + text[-_AROUND:].partition(" ")[2]


def _first(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return text[:_AROUND].rpartition(" ")[0] + _CUT
