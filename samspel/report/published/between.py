"""Where published reports tell the same thing differently: series that overlap, and year's ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from samspel.report.published.history import History, PublishedRow

_DAY = timedelta(days=1)
_START, _END = "enrolled_at_start", "enrolled_at_end"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two reports that cannot both be right: the same figure of the same days told twice."""

    one: PublishedRow
    other: PublishedRow


def differences(history: History) -> Iterator[Difference]:
    """What differs, oldest first; rounding half a unit either way is no difference."""
    found = [*_told_twice(history), *_at_the_turn(history)]
    yield from sorted(found, key=lambda each: (each.one.period.end, each.one.address))


def _told_twice(history: History) -> Iterator[Difference]:
    """One figure of one period in several reports, as in series that overlap."""
    for address, period in dict.fromkeys((row.address, row.period) for row in history.rows):
        for one, other in pairwise(history.every(address, period)):
            if _contradict(one, other):
                yield Difference(one, other)


def _at_the_turn(history: History) -> Iterator[Difference]:
    """Those enrolled at the end of one period, and at the start of the next."""
    ends = [each for each in history.of_figure(_END) if each.is_own]
    for start in history.of_figure(_START):
        for end in ends:
            follows = end.period.end + _DAY == start.period.start
            if start.is_own and follows and _contradict(end, start):
                yield Difference(end, start)


def _contradict(one: PublishedRow, other: PublishedRow) -> bool:
    """Whether both cannot be right; one that is in doubt already is told of by its own report."""
    return not (one.is_in_doubt or other.is_in_doubt or one.agrees_with_row(other))
