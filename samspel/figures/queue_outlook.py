"""When a place in the queue becomes a place in the team, if closings go on as in the last year."""

from fractions import Fraction
from math import ceil

from samspel.figures.definition import DAYS, Definition
from samspel.figures.measures import DAYS_PER_YEAR
from samspel.figures.words import noop

QUEUE_OUTLOOK = Definition(
    key="queue_outlook",
    title=noop("Expected wait in the queue"),
    text=noop(
        "Days until a place in the queue becomes a place in the team, if as many are closed as in "
        "the last 12 months. A team with more enrolled than places takes nobody in before it is "
        "below its places. Nothing is said where nobody was closed or the team has no number of "
        "places."
    ),
    unit=DAYS,
)


def queue_outlook(
    *, enrolled: int, capacity: int | None, closings_last_year: int, place_in_queue: int
) -> int | None:
    """Days, rounded up, until the one at ``place_in_queue`` (1 is first) can be enrolled.

    0 when there is a place already. ``None`` when nothing can be said: the team has no number of
    places, or nobody was closed in the last 12 months. Raises ``ValueError`` for a place before
    the first.
    """
    if place_in_queue < 1:
        raise ValueError(f"The first in the queue is number 1, not {place_in_queue}.")
    if not capacity:
        return None
    closings_needed = enrolled - capacity + place_in_queue
    if closings_needed <= 0:
        return 0
    if closings_last_year <= 0:
        return None
    return ceil(closings_needed * DAYS_PER_YEAR / Fraction(closings_last_year))
