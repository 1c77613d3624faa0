"""The head of a PDF table that has no rule above it: the lines over its first rule."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samspel.report.checking.opening.pdf_words import (
    GUTTER,
    Column,
    Word,
    columns_of,
    lines_of,
    merges_columns,
)

_MOST_LINES = 8
_LINE_GAP = 0.9
"""How far apart the lines of a head are at most, in heights of a line."""
_FLUSH = 1.5
"""Points within which a word stands flush with a column's edge."""
_CAPTIONS = ("tabell", "diagram", "figur", "bild")
_FEWEST = 2


@dataclass(frozen=True)
class Head:
    """The columns of a table, the words over each of them, and where they begin on the page."""

    columns: list[Column]
    cells: list[list[Word]]
    top: float


def head_over(top: float, body: Sequence[Word], words: Sequence[Word]) -> Head:
    """The head of the table that has ``body`` below ``top``; its cells are empty where none is.

    A caption, or a sentence that runs across the columns, is above the head. Where the heads of
    narrow columns stand as close as the words of a sentence do, the edges of the columns part
    them.
    """
    if not body:
        return Head([], [], top)
    above = [word for word in words if word.bottom <= top + _FLUSH]
    return _by_white(top, body, above) or _by_edges(top, body, above)


def _by_white(top: float, body: Sequence[Word], above: Sequence[Word]) -> Head | None:
    head: list[Word] = []

    def belongs(line: list[Word]) -> bool:
        return not merges_columns([*head, *body], line)

    for line in _upwards(top, above, belongs):
        head.extend(line)
    if len(columns_of(head)) < _FEWEST:
        return None
    columns = columns_of([*head, *body])
    cells = [[w for w in head if left <= w.left <= right] for left, right in columns]
    return Head(columns, cells, min(word.top for word in head))


def _by_edges(top: float, body: Sequence[Word], above: Sequence[Word]) -> Head:
    columns = columns_of(body)
    cells: list[list[Word]] = [[] for _column in columns]
    for line in _upwards(top, above, lambda line: bool(_placed(line, columns))):
        for number, run in _placed(line, columns):
            cells[number] += run
            top = min(top, *(word.top for word in run))
    if sum(map(bool, cells)) < _FEWEST:
        return Head(columns, [[] for _column in columns], top)
    return Head(columns, cells, top)


def _upwards(
    top: float, above: Sequence[Word], belongs: Callable[[list[Word]], bool]
) -> Iterator[list[Word]]:
    """The lines that belong to a head, from the lowest."""
    for line in list(reversed(lines_of(above)))[:_MOST_LINES]:
        height = max(word.bottom - word.top for word in line)
        is_far = top - max(word.bottom for word in line) > _LINE_GAP * height
        is_caption = line[0].text.lower().startswith(_CAPTIONS)
        if is_far or is_caption or not belongs(line):
            return
        yield line
        top = min(word.top for word in line)


def _placed(line: Sequence[Word], columns: Sequence[Column]) -> list[tuple[int, list[Word]]]:
    """The pieces of a line, each with the column that it is over; none where one is over more."""
    placed: list[tuple[int, list[Word]]] = []
    for run in _runs(line, columns):
        over = _over(run, columns)
        if len(over) > 1:
            return []
        nearest = min(range(len(columns)), key=lambda n: _distance(run, columns[n]))
        placed.append((over[0] if over else nearest, run))
    return placed


def _runs(line: Sequence[Word], columns: Sequence[Column]) -> list[list[Word]]:
    """The line cut where white parts it, and within a piece at the edges of columns."""
    runs: list[list[Word]] = [[line[0]]]
    for before, word in pairwise(line):
        wide = word.left - before.right >= GUTTER * (word.bottom - word.top)
        across = len(_over([*runs[-1], word], columns)) > 1
        if wide or (across and _is_edge(before, word, columns)):
            runs.append([word])
        else:
            runs[-1].append(word)
    return runs


def _is_edge(before: Word, word: Word, columns: Sequence[Column]) -> bool:
    """Whether two words meet in the white between two columns, flush with them."""
    for one, other in pairwise(columns):
        if one[1] - _FLUSH <= before.right and word.left <= other[0] + _FLUSH:
            inner = before.right - one[1] <= _FLUSH or other[0] - word.left <= _FLUSH
            outer = abs(before.left - one[0]) <= _FLUSH and abs(word.right - other[1]) <= _FLUSH
            return inner or outer
    return False


def _over(run: Sequence[Word], columns: Sequence[Column]) -> list[int]:
    first, last = run[0].left, run[-1].right
    return [n for n, (left, right) in enumerate(columns) if first < right and left < last]


def _distance(run: Sequence[Word], column: Column) -> float:
    return max(run[0].left - column[1], column[0] - run[-1].right)
