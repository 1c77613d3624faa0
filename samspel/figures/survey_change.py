"""How a survey's results differ from those of the round before, for each question and gender.

The sums are those of the survey's owner. Who answered is not known, so the two rounds may be
answered by other people, and nothing is said of whether a difference is more than chance.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

Key = tuple[str, str]
"""A question, spelled as `question_key` has it, and the code of a gender or of all."""


class Result(NamedTuple):
    """One line of a round's results. ``share`` is in per cent; each may be missing."""

    question: str
    group: str
    share: Decimal | None
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class Change:
    """How much more than in the round before: percentage points, and units of the mean.

    None where either of the rounds does not tell the number.
    """

    share: Decimal | None
    mean: Decimal | None


def question_key(question: str) -> str:
    """The same for a question however the owner's file spaced it or used capitals."""
    return " ".join(question.casefold().split())


def changes(now: Iterable[Result], before: Iterable[Result]) -> dict[Key, Change]:
    """The change of every line of ``now`` that the round before has too."""
    earlier = {(question_key(each.question), each.group): each for each in before}
    found: dict[Key, Change] = {}
    for each in now:
        key = (question_key(each.question), each.group)
        if key in earlier:
            then = earlier[key]
            found[key] = Change(_more(each.share, then.share), _more(each.mean, then.mean))
    return found


def _more(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or before is None else now - before
