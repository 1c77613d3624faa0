"""The level rules of a PDF page, gathered to what they part: the rows of tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the page's upper left corner."""

_SAME = 2.0
"""Points within which two rules are at the same height or equally far to a side."""
_SHORTEST = 60.0
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A level rule."""

    left: float
    right: float
    top: float

    def is_below(self, other: "Rule") -> bool:
        """Whether both go from one side to the same other side."""
        return abs(self.left - other.left) <= _SAME and abs(self.right - other.right) <= _SAME


def ladders(page: Any) -> Iterator[list[Rule]]:
    """Rules of one width, one below the other, of a pdfplumber page."""
    waiting = _rules(page)
    while waiting:
        ladder = [each for each in waiting if each.is_below(waiting[0])]
        waiting = [each for each in waiting if each not in ladder]
        if len(ladder) >= _FEWEST:
            yield ladder


def _rules(page: Any) -> list[Rule]:
    """The level rules from the top; those drawn in several pieces are put together."""
    pieces = sorted(
        (Rule(each["x0"], each["x1"], each["top"]) for each in page.edges if _is_level(each)),
        key=lambda piece: (round(piece.top), piece.left),
    )
    rules: list[Rule] = []
    for piece in pieces:
        last = rules[-1] if rules else None
        if last and abs(last.top - piece.top) <= _SAME and piece.left <= last.right + _SAME:
            rules[-1] = replace(last, right=max(last.right, piece.right))
        else:
            rules.append(piece)
    return sorted(
        (rule for rule in rules if rule.right - rule.left >= _SHORTEST), key=lambda rule: rule.top
    )


def _is_level(edge: Any) -> bool:
    return str(edge["orientation"]) == "h"
