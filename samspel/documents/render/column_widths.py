"""How wide a table's columns want to be, so that narrow tables stay narrow and wide ones fit."""

import re

from samspel.documents.document import Column, Number, Run, Table

TEXT_WIDTH = 34
HEADING_WIDTH = 13
HYPHENATED_WIDTH = 11
PAGE_WIDTH = 88
GAP = 2
"""Characters of 9.5 points across a page, and between two columns."""
_WORD_END = re.compile("[\\s\u00ad\u200b-]+")


def natural_widths(table: Table) -> list[int]:
    """The width of each column in characters.

    Headings may be broken between words (and at soft hyphens), texts after about 34
    characters, numbers never. In a table too wide for the page no column gets more than its
    longest word, and the longest words may be hyphenated.
    """
    widths = _widths(table, roomy=True)
    return _widths(table, roomy=False) if is_wide(widths) else widths


def is_wide(widths: list[int]) -> bool:
    """Whether columns of these widths need smaller letters to stand side by side on a page."""
    return sum(width + GAP for width in widths) > PAGE_WIDTH


def _widths(table: Table, *, roomy: bool) -> list[int]:
    return [
        max(_heading(column, roomy=roomy), *(_cell(row[place]) for row in table.rows), 3)
        for place, column in enumerate(table.columns)
    ]


def _heading(column: Column, *, roomy: bool) -> int:
    longest_word = max((len(word) for word in _WORD_END.split(column.title)), default=0)
    if roomy:
        return min(max(longest_word, min(len(column.title), HEADING_WIDTH)), TEXT_WIDTH)
    return min(longest_word, HYPHENATED_WIDTH)


def _cell(cell: Run) -> int:
    if isinstance(cell, Number):
        return len(cell.printed)
    return min(len(cell), TEXT_WIDTH)
