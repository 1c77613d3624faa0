"""Rows of numbers that are parted by spaces, where thousands are parted by spaces as well.

“Lokaler 35 000 39 164 -4 164” is three numbers only because every row of the table then has
three. Where the rows leave a choice, the sums and differences of the table decide; where they do
not, the row is left alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import product
from math import prod

from samspel.report.checking.reading.tables.columns import Row, number_of, plain
from samspel.report.checking.source import Line

_TOKEN = re.compile(r"\S+")
_DIGIT = "[0-9OoIl]"
_SIGNS = r"+\-−–"
_TAGS = r"(?:</?\w+>)*"
_AFTER = rf"(?::-|kr)?\*{{0,3}}{_TAGS}"
_NUMBER = re.compile(
    rf"{_TAGS}[{_SIGNS}]?(?=[OoIl]*\d){_DIGIT}+(?:[.,]\d{{1,2}}|(?:\.\d{{3}})+)?(?:%|{_AFTER})"
)
_SIGN = re.compile(f"[{_SIGNS}]")
_ONE = re.compile("[Il]")
"""A one that was seen as a letter, where three digits follow it."""
_THREE = re.compile(rf"(?=[OoIl]*\d){_DIGIT}{{3}}{_AFTER}|OOO")
_LEADING = re.compile(rf"{_TAGS}[{_SIGNS}]?[1-9Il]{_DIGIT}{{0,2}}")
_BROKEN_ZERO = re.compile(r"[0Oo]\d+")
_BETWEEN = re.compile(r"[|¦]|kr\.?|:-|kronor")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERCENT = "%"
_MOST_TOKENS, _MOST_WAYS, _MOST_TRIED, _LONGEST_LABEL = 20, 300, 20_000, 70

Span = tuple[int, int]
Split = tuple[Span, ...]
"""A way to part a row: the characters of each of its numbers."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A row before its digits are parted, with every way to part them."""

    line: Line
    label: str
    ways: tuple[Split, ...]

    def of_width(self, width: int) -> list[Split]:
        """The ways that give so many numbers."""
        return [way for way in self.ways if len(way) == width]

    def with_gaps(self, width: int, scale: Decimal) -> Row:
        """A total with its first and its last number alone: “Totalt 1800000 +137000”."""
        ways = self.of_width(2)
        found = self.row(ways[0] if ways else self.ways[0], scale, is_read=False)
        is_signed = len(ways) == 1 and _SIGN.match(found.cells[-1].text if found.cells[-1] else "")
        if not (found.is_total and is_signed and width > 2):
            return found
        gaps = (None,) * (width - 2)
        return Row(found.line, found.label, (found.cells[0], *gaps, found.cells[1]))

    def row(self, way: Split, scale: Decimal, *, is_read: bool = True) -> Row:
        """The row parted in one way."""
        text = self.line.text
        cells = (number_of(text[a:b], self.line.number, a, scale) for a, b in way)
        return Row(self.line.number, self.label, tuple(cells), is_read)


def loose_row(line: Line) -> Loose | None:
    """A label with numbers after it, or None for a line of another kind."""
    tokens = [match.span() for match in _TOKEN.finditer(line.text)]
    texts = [line.text[start:end] for start, end in tokens]
    at = len(tokens)
    while at and _is_numeric(texts, at - 1):
        at -= 1
    label = plain(line.text[: tokens[at][0]]) if at < len(tokens) else ""
    digits = _with_percents(texts[at:], tokens[at:])
    has_label = any(letter.isalpha() for letter in label) and len(label) <= _LONGEST_LABEL
    if not has_label or len(digits) > _MOST_TOKENS or all(_is_year(line.text, at) for at in digits):
        return None
    ways = tuple(_ways(line.text, digits))
    return Loose(line, label, ways) if 0 < len(ways) < _MOST_WAYS else None


def _is_year(text: str, span: Span) -> bool:
    """A year is no amount: “Tilldelat helåret 2023” is a head."""
    return _YEAR.fullmatch(text[slice(*span)]) is not None


def _is_numeric(texts: Sequence[str], at: int) -> bool:
    token = texts[at]
    if any(form.fullmatch(token) for form in (_NUMBER, _SIGN, _BETWEEN)) or token == _PERCENT:
        return True
    thousands = at + 1 < len(texts) and _THREE.fullmatch(texts[at + 1])
    return bool(thousands) and bool(_ONE.fullmatch(token) or _THREE.fullmatch(token))


def _with_percents(texts: Sequence[str], spans: Sequence[Span]) -> Split:
    """The tokens with digits or a sign, a percent sign joined to the number before it."""
    found: list[Span] = []
    for text, span in zip(texts, spans, strict=True):
        if text == _PERCENT and found:
            found[-1] = (found[-1][0], span[1])
        elif text != _PERCENT and not _BETWEEN.fullmatch(text):
            found.append(span)
    return tuple(found)


def _ways(text: str, tokens: Split) -> list[Split]:
    """Every way to join neighbouring tokens into numbers."""

    @lru_cache
    def of(at: int) -> tuple[Split, ...]:
        if at == len(tokens):
            return ((),)
        found: list[Split] = []
        for end in _ends(text, tokens, at):
            span = (tokens[at][0], tokens[end - 1][1])
            found += [(span, *rest) for rest in of(end)]
            if len(found) >= _MOST_WAYS:
                break  # so many ways that no table can tell which
        return tuple(found[:_MOST_WAYS])

    return [*of(0)]


def _ends(text: str, tokens: Split, at: int) -> list[int]:
    """Where a number that begins with a token can end."""
    first = at
    if _SIGN.fullmatch(text[slice(*tokens[at])]):
        first += 1
        if first == len(tokens) or text[tokens[first][0]] not in "0123456789OoIl":
            return []
    if _BROKEN_ZERO.fullmatch(text[slice(*tokens[first])]):
        return []
    ends = [first + 1]
    if _LEADING.fullmatch(text[slice(*tokens[first])]):
        end = first + 1
        while end < len(tokens) and _goes_on(text, tokens, end):
            end += 1
            ends.append(end)
    return ends


def _goes_on(text: str, tokens: Split, at: int) -> bool:
    gap = tokens[at][0] - tokens[at - 1][1]
    return gap == 1 and _THREE.fullmatch(text[slice(*tokens[at])]) is not None


def parted(
    rows: Sequence[Loose],
    scale: Decimal,
    named: int,
    fitting: Callable[[Sequence[Row]], int],
) -> tuple[Row, ...]:
    """The rows with their digits parted; rows that stay in doubt are not ``is_read``.

    ``named`` is the number of columns that the heads name, 0 if unknown; ``fitting`` counts the
    sums and differences that hold among some rows.
    """
    width = _width(rows, named)
    ways = [row.of_width(width) for row in rows]
    fixed = [
        row.row(way[0], scale, is_read=len(way) == 1) if way else row.with_gaps(width, scale)
        for row, way in zip(rows, ways, strict=True)
    ]
    open_rows = [at for at, way in enumerate(ways) if len(way) > 1]
    if not open_rows or prod(len(ways[at]) for at in open_rows) > _MOST_TRIED // len(rows):
        return tuple(fixed)
    ranked: Counter[tuple[Split, ...]] = Counter()
    for choice in product(*(ways[at] for at in open_rows)):
        tried = list(fixed)
        for at, way in zip(open_rows, choice, strict=True):
            tried[at] = rows[at].row(way, scale)
        ranked[choice] = fitting([row for row in tried if row.is_read])
    return _chosen(rows, fixed, open_rows, ranked, scale)


def _chosen(
    rows: Sequence[Loose],
    fixed: list[Row],
    open_rows: Sequence[int],
    ranked: Counter[tuple[Split, ...]],
    scale: Decimal,
) -> tuple[Row, ...]:
    """What all the best ways have in common."""
    most = max(ranked.values())
    best = [choice for choice, fits in ranked.items() if fits == most and most > 0]
    for nth, at in enumerate(open_rows):
        ways = {choice[nth] for choice in best}
        if len(ways) == 1:
            fixed[at] = rows[at].row(ways.pop(), scale)
    return tuple(fixed)


def _width(rows: Sequence[Loose], named: int) -> int:
    """How many columns most rows can have: what the heads name, else the fewest."""
    able: Counter[int] = Counter()
    for row in rows:
        able.update({len(way) for way in row.ways})
    most = max(able.values())
    if named and able[named] == most:
        return named
    return min(width for width, number in able.items() if number == most)
