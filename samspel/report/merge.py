"""Two texts that grew from the same one, put together line by line where they do not collide."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines ``start`` to ``end`` of the base gave way to ``lines``."""

    start: int
    end: int
    lines: tuple[str, ...]


def merged(base: str, theirs: str, mine: str) -> str | None:
    """Both writers' changes in one text, or None when they changed the same lines differently."""
    lines = base.split("\n")
    changes = sorted(
        {*_changes(lines, theirs.split("\n")), *_changes(lines, mine.split("\n"))},
        key=lambda change: (change.start, change.end),
    )
    if any(_collide(first, second) for first, second in pairwise(changes)):
        return None
    put_together: list[str] = []
    place = 0
    for change in changes:
        put_together += [*lines[place : change.start], *change.lines]
        place = change.end
    return "\n".join([*put_together, *lines[place:]])


def _collide(first: _Change, second: _Change) -> bool:
    """Whether they touch: lines changed side by side may belong together."""
    return second.start <= first.end


def _changes(base: list[str], other: list[str]) -> list[_Change]:
    matcher = SequenceMatcher(a=base, b=other, autojunk=False)
    return [
        _Change(low, high, tuple(other[first:last]))
        for kind, low, high, first, last in matcher.get_opcodes()
        if kind != "equal"
    ]
