"""Running text as sentences: lines that were broken by the page are joined again.

A scanned report breaks a sentence over lines, and some have an empty line after every line. A
passage is what was written in one go, with the way back from each character to its line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.numerals import numbers_in, spelled_in
from samspel.report.checking.source import Line

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])(?<!\bca\.)(?<!\bbl\.)(?<!\d\.)\s+(?=[A-ZÅÄÖ0-9])")
_ENDS_WITH_NUMBER = re.compile(
    r"(?<=[^\W\d_]\s)(?:\d[\d \u2009\u202f\xa0,:-]*)(?<=\d)\.(?P<end>\s+)(?=[A-ZÅÄÖ])"
)
"""“…, och planering 41. Därutöver”: but “1. Deltagare” goes on."""
_CLOSED = re.compile(r"[.:!?;]\s*$")
_UNFINISHED = re.compile(
    r"(?<!\w)(?:och|samt|eller|men|av|från|till|för|med|i|på|hos|om|som|att)\s*$", re.IGNORECASE
)
"""No sentence ends with such a word, however the next line begins."""
_ITEM = re.compile(r"\s*(?:[-–•*·e]|\d{1,2}[.)])\s")
_ENDS_IN_NUMBER = re.compile(r"\s*\d{1,2}\.\s")
_WIDE = 0.6
_NEARLY_ALL = 0.85
_PERCENTILE = 0.9
_FULL = 60
"""So many characters are a line of a page, and no item of a list."""
_PAGE = 4
"""So many empty lines can stand between two pages."""


@dataclass(frozen=True)
class Passage:
    """Joined text. ``starts`` are (offset in the text, line number, character of the line)."""

    text: str
    starts: tuple[tuple[int, int, int], ...] = field(repr=False)

    def line_at(self, offset: int) -> int:
        """The number of the line that holds the character."""
        return self._start_before(offset)[1]

    def numbers(self) -> list[Printed]:
        """The numbers in digits, each with its own line; ``start`` is a character of the line."""
        return [self.placed(number) for number in numbers_in(self.text)]

    def placed(self, found: Printed) -> Printed:
        """A number found in the text of the passage, with its place in the file."""
        offset, line, character = self._start_before(found.start)
        moved = character - offset
        return replace(found, line=line, start=found.start + moved, end=found.end + moved)

    def numbers_at(self) -> list[tuple[int, Printed]]:
        """The numbers in digits with their offset in the passage's own text, in order."""
        return [(number.start, self.placed(number)) for number in numbers_in(self.text)]

    def spelled_at(self) -> list[tuple[int, Printed]]:
        """The numbers in letters with their offset in the passage's own text, in order."""
        return [(number.start, self.placed(number)) for number in spelled_in(self.text)]

    def sentences(self) -> "Iterator[Passage]":
        """The passage cut at its sentences' ends."""
        start = 0
        ends = [match.start() for match in _SENTENCE_ENDS.finditer(self.text)]
        ends += [match.start("end") for match in _ENDS_WITH_NUMBER.finditer(self.text)]
        for end in [*sorted(ends), None]:
            if piece := self.text[start:end].strip():
                yield self.cut(self.text.index(piece, start), len(piece))
            start = end or 0

    def cut(self, start: int, length: int) -> "Passage":
        """A piece of the passage that still knows its lines."""
        first = self._start_before(start)
        starts = [(0, first[1], first[2] + start - first[0])]
        within = (
            bisect_right(self.starts, at, key=lambda each: each[0])
            for at in (start, start + length - 1)
        )
        starts += [
            (offset - start, line, character)
            for offset, line, character in self.starts[slice(*within)]
        ]
        return Passage(self.text[start : start + length], tuple(starts))

    def _start_before(self, offset: int) -> tuple[int, int, int]:
        at = bisect_right(self.starts, offset, key=lambda each: each[0])
        return self.starts[max(at - 1, 0)]


def passages(lines: list[Line]) -> list[Passage]:
    """Join lines that were written in one go. Table rows (with tabs) are passages of their own."""
    texts = [line for line in lines if not line.is_blank]
    if not texts:
        return []
    width = sorted(len(line.text) for line in texts)[int(_PERCENTILE * (len(texts) - 1))]
    spaced = _is_double_spaced(lines)
    groups: list[list[Line]] = []
    gap = 0
    for line in lines:
        if line.is_blank:
            gap += 1
            continue
        last = groups[-1][-1] if groups else None
        near = last and (gap <= spaced or (gap <= _PAGE and _is_cut(last, line, width)))
        if last and near and _goes_on(last, line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
        gap = 0
    return [_joined(group) for group in groups]


def _is_double_spaced(lines: list[Line]) -> int:
    """1 where an empty line follows nearly every line, else 0: so many are within a sentence."""
    pairs = [(a, b) for a, b in pairwise(lines) if not a.is_blank]
    followed = sum(b.is_blank for _a, b in pairs)
    return int(bool(pairs) and followed > _PERCENTILE * len(pairs))


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a sentence runs over the end of a line into the next."""
    if line.cells or following.cells:
        return False
    if _ITEM.match(following.text):
        # “… 10 och planeringsmöte / 41. Därutöver …”: the end of a sentence, no item.
        is_open = len(line.text) >= _NEARLY_ALL * width and line.text.rstrip()[-1:].isalpha()
        return is_open and _ENDS_IN_NUMBER.match(following.text) is not None
    if following.text.lstrip()[:1].islower() or _UNFINISHED.search(line.text):
        return True
    return len(line.text) >= _WIDE * width and not _CLOSED.search(line.text)


def _is_cut(line: Line, following: Line, width: int) -> bool:
    """Whether a sentence is cut by the end of a page, which leaves some lines empty."""
    is_open = len(line.text) >= min(_WIDE * width, _FULL) and line.text.rstrip()[-1:].isalpha()
    return is_open and following.text.lstrip()[:1].islower()


def _joined(group: list[Line]) -> Passage:
    text, starts = "", []
    for line in group:
        stripped = line.text.strip()
        if text:
            text += " "
        starts.append((len(text), line.number, line.text.index(stripped)))
        text += stripped
    return Passage(text, tuple(starts))
