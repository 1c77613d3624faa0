"""The words of a PDF page with their places, put together to lines and columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

GUTTER = 0.4
"""White, all the way down, that parts two columns, in heights of a line; words have half of it."""
_HALF = 0.5
WORD_GAP = 0.2
"""White that parts two words where no space is written, in sizes of the letters."""

Column = tuple[float, float]
"""The left and the right edge of what is written in a column."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page; points from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """How far down the page it stands."""
        return (self.top + self.bottom) * _HALF


def words_of(page: Any) -> list[Word]:
    """The words of a pdfplumber page. A hyphen that was printed is a hyphen."""
    return [
        Word(printed(each["text"]), each["x0"], each["top"], each["x1"], each["bottom"])
        for each in page.extract_words(x_tolerance_ratio=WORD_GAP)
    ]


def printed(text: str) -> str:
    """A soft hyphen in a PDF is in print: writers of PDFs use it for any hyphen of the font."""
    return text.replace("\u00ad", "-")


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand beside each other, from the top; each line from the left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.middle):
        if lines and word.top < lines[-1][0].middle < word.bottom:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda each: each.left) for line in lines]


def columns_of(words: Sequence[Word]) -> list[Column]:
    """The columns, left and right, that white parts all the way down."""
    columns: list[Column] = []
    for word in sorted(words, key=lambda each: each.left):
        gutter = GUTTER * (word.bottom - word.top)
        if columns and word.left - columns[-1][1] < gutter:
            columns[-1] = (columns[-1][0], max(columns[-1][1], word.right))
        else:
            columns.append((word.left, word.right))
    return columns


def merges_columns(before: Sequence[Word], line: Sequence[Word]) -> bool:
    """Whether text runs across what were columns: a sentence or a caption between two tables."""
    return len(columns_of([*before, *line])) < len(columns_of(before))
