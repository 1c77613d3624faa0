"""Two versions of a text side by side in one: what stayed, what came in and what went out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "added", "removed"]
_WORDS = re.compile(r"\s+|[^\s\w]|\w+")
_PLAIN = re.compile(r"\w+")
ALIKE = 0.5
"""Two paragraphs that have at least so much in common are one that was changed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The paragraphs of both versions in reading order."""

    paragraphs: tuple[tuple[Piece, ...], ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing differs but the empty lines."""
        return all(piece.kind == "same" for parts in self.paragraphs for piece in parts)


def compare(old: str, new: str) -> Comparison:
    """Compare paragraph by paragraph, and word by word in those that were changed."""
    before, after = _paragraphs(old), _paragraphs(new)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    found: list[tuple[Piece, ...]] = []
    for kind, low, high, first, last in matcher.get_opcodes():
        if kind == "equal":
            found += [(Piece("same", text),) for text in before[low:high]]
        else:
            found += _changed(before[low:high], after[first:last])
    return Comparison(tuple(found))


def _paragraphs(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def _changed(removed: list[str], added: list[str]) -> Iterator[tuple[Piece, ...]]:
    """Paragraphs that gave way to others: those alike are shown as one, in the order of the new."""
    left = list(removed)
    for text in added:
        alike = next((each for each in left if _likeness(each, text) >= ALIKE), None)
        if alike is None:
            yield (Piece("added", text),)
            continue
        place = left.index(alike)
        yield from ((Piece("removed", each),) for each in left[:place])
        left = left[place + 1 :]
        yield _words(alike, text)
    yield from ((Piece("removed", each),) for each in left)


def _likeness(old: str, new: str) -> float:
    """How much two paragraphs have in common, 0 to 1; signs and spaces would make all alike."""
    return SequenceMatcher(a=_PLAIN.findall(old), b=_PLAIN.findall(new), autojunk=False).ratio()


def _words(old: str, new: str) -> tuple[Piece, ...]:
    before, after = _split(old), _split(new)
    pieces: list[Piece] = []
    for kind, low, high, first, last in SequenceMatcher(
        a=before, b=after, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(before[low:high])))
            continue
        if high > low:
            pieces.append(Piece("removed", "".join(before[low:high])))
        if last > first:
            pieces.append(Piece("added", "".join(after[first:last])))
    return tuple(pieces)


def _split(text: str) -> list[str]:
    return _WORDS.findall(text)
