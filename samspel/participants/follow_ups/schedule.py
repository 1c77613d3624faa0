"""When follow-ups are due: every so many months from the enrolment, whatever has been held.

The referrer undertakes at the enrolment to book one every third month (the teams' own way of
working; `Team.follow_up_months`). Each day is counted from the enrolment itself, so that a short
month shifts no later one and a late meeting moves none.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import count

from samspel.figures.period import shift_months
from samspel.participants.due import LOOK_AHEAD


def due_days(enrolled_on: date, every_months: int) -> Iterator[date]:
    """The days on which a follow-up is due, the first one first, without an end.

    Raises ValueError when there is less than a month between them.
    """
    if every_months < 1:
        raise ValueError("there must be a month or more between follow-ups")
    for number in count(1):
        yield shift_months(enrolled_on, number * every_months)


def next_due(enrolled_on: date, every_months: int, settled: Collection[date], today: date) -> date:
    """The day of the follow-up that is waited for on ``today``.

    ``settled`` are the due days whose follow-up was held or left out. The last day that has come
    is waited for until it is settled; the ones before it are not any more, since the meeting
    that is booked now takes their place. Then comes the next one.
    """
    last = None
    for day in due_days(enrolled_on, every_months):
        if day > today:
            return (
                last
                if last is not None and last not in settled
                else _first_open(day, enrolled_on, every_months, settled)
            )
        last = day
    raise AssertionError("the days have no end")


def _first_open(
    coming: date, enrolled_on: date, every_months: int, settled: Collection[date]
) -> date:
    """The first day from ``coming`` on whose follow-up was not held ahead of time."""
    days = due_days(enrolled_on, every_months)
    return next(day for day in days if day >= coming and day not in settled)


def is_told(due_on: date, today: date) -> bool:
    """Whether a follow-up stands in the day's list: from two weeks before, until it is settled."""
    return due_on <= today + LOOK_AHEAD


def is_overdue(due_on: date, booked_for: date | None, today: date) -> bool:
    """Whether a follow-up is late: its day has gone by and no coming meeting is booked.

    Two weeks are given for a meeting that was held and not yet written down.
    """
    expected = max(due_on, booked_for or due_on)
    return expected + GRACE < today


GRACE = timedelta(days=14)
"""How long after its day a follow-up is due before it is overdue."""
