"""What became of an outcome score from the first to the last: recovered, improved or not.

Scores are compared as they are, never by bands. The scales' administration and scoring manual
(Miller and Duncan 2004) gives two numbers: the cut-off, which parts those who seek help from those
who do not, and 5 points as the change that is more than chance. At the boundaries they are read so:

- A change of exactly the reliable change is reliable, one tenth less is not: all who describe the
  scales write “5 points or more”.
- A score exactly at the cut-off has reached it: who goes from below to it has crossed it, and who
  begins at it has nothing to cross. Those who describe the scales do not agree here (“below 25”,
  “25 or below”); a cut-off that one scores at or above is the more usual reading.
- To cross the cut-off without a reliable change is to be unchanged, as in Jacobson and Truax
  (1991), whose two criteria the manual takes over: recovered is who meets both.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

Points = TypeVar("Points", Decimal, int)
"""Points as decimals, or tenths of points as whole numbers; never both in one call."""


class ScoreChange(StrEnum):
    """What became of a score, the best first."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"

    @property
    def is_reliable(self) -> bool:
        """Whether the change is more than chance, up or down."""
        return self is not ScoreChange.UNCHANGED


def total(lines: Iterable[Decimal]) -> Decimal:
    """The sum of a form's four lines, 0–40.0."""
    return sum(lines, Decimal("0.0"))


def score_change(first: Points, last: Points, *, cutoff: Points, reliable: Points) -> ScoreChange:
    """What became of a score from ``first`` to ``last``; all four in the same unit.

    ``reliable`` is the least change that is more than chance, above zero: otherwise ValueError.
    """
    if reliable <= 0:
        raise ValueError("A reliable change is above zero.")
    change = last - first
    if change >= reliable:
        crossed = first < cutoff <= last
        return ScoreChange.RECOVERED if crossed else ScoreChange.IMPROVED
    return ScoreChange.DETERIORATED if -change >= reliable else ScoreChange.UNCHANGED
