"""When follow-ups are due: every so many months from the enrolment, whatever has been held.

The referrer undertakes at the enrolment to book one every third month (the teams' own way of
working; `Team.follow_up_months`). Each day is counted from the enrolment itself, so that a short
month shifts no later one and a late meeting moves none.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count, takewhile
from typing import Protocol

from samspel.figures.period import shift_months
from samspel.participants.due import LOOK_AHEAD

GRACE = timedelta(days=14)
"""How long after its day a follow-up is due before it is overdue, and how long a meeting may have
been held without being written down."""


class Known(Protocol):
    """What the rules read of a follow-up that has been booked, held or left out."""

    @property
    def due_on(self) -> date: ...
    @property
    def booked_on(self) -> date | None: ...
    @property
    def held_on(self) -> date | None: ...
    @property
    def is_settled(self) -> bool: ...


def due_days(enrolled_on: date, every_months: int) -> Iterator[date]:
    """The days on which a follow-up is due, the first one first, without an end.

    Raises ValueError when there is less than a month between them.
    """
    _require_months(every_months)
    for number in count(1):
        yield shift_months(enrolled_on, number * every_months)


def days_until(enrolled_on: date, every_months: int, until: date) -> list[date]:
    """The days on which a follow-up was due up to and with ``until``, the first one first."""
    return list(takewhile(lambda day: day <= until, due_days(enrolled_on, every_months)))


def last_due(enrolled_on: date, every_months: int, today: date) -> date | None:
    """The last due day that has come on ``today``; None before the first one."""
    _require_months(every_months)
    number = _months_between(enrolled_on, today) // every_months
    # In the month of a due day the day itself may be still to come.
    if number > 0 and shift_months(enrolled_on, number * every_months) > today:
        number -= 1
    return shift_months(enrolled_on, number * every_months) if number > 0 else None


def is_due_day(day: date, enrolled_on: date, every_months: int) -> bool:
    """Whether the schedule has this day."""
    _require_months(every_months)
    months = _months_between(enrolled_on, day)
    fits = months > 0 and months % every_months == 0
    return fits and shift_months(enrolled_on, months) == day


def next_due(enrolled_on: date, every_months: int, known: Sequence[Known], today: date) -> date:
    """The day of the follow-up that is waited for on ``today``.

    The last day that has come is waited for until its follow-up is held or left out; the ones
    before it are not any more, since the meeting that is booked now takes their place. A meeting
    also takes the place of what was due until it was held. Then comes the next one.
    """
    last = last_due(enrolled_on, every_months, today)
    if last is None or _is_done_with(last, known):
        waited = _first_open(enrolled_on, every_months, known, after=last or enrolled_on)
    else:
        waited = last
    coming = _coming(known, today)
    # What is booked takes the place of what was missed, and of what is due only after it.
    if coming is not None and (waited <= today or coming.due_on < waited):
        return coming.due_on
    return waited


def _first_open(
    enrolled_on: date, every_months: int, known: Sequence[Known], *, after: date
) -> date:
    """The first day after ``after`` that has not been done with ahead of time."""
    months = _months_between(enrolled_on, after) // every_months * every_months
    days = (shift_months(enrolled_on, months + n * every_months) for n in count(0))
    return next(day for day in days if day > after and not _is_done_with(day, known))


def _is_done_with(day: date, known: Sequence[Known]) -> bool:
    """Whether nobody waits for the follow-up of this day any more."""
    return any(
        (each.is_settled and each.due_on == day)
        or (each.held_on is not None and day <= max(each.due_on, each.held_on))
        for each in known
    )


def _coming(known: Sequence[Known], today: date) -> Known | None:
    """The first meeting that is booked and not past, or so recently that nobody wrote it down."""
    booked = [
        (each.booked_on, each.due_on, each)
        for each in known
        if each.booked_on is not None
        and each.booked_on + GRACE >= today
        and not _is_done_with(each.due_on, known)
    ]
    return min(booked, key=lambda each: each[:2])[2] if booked else None


def is_told(due_on: date, today: date) -> bool:
    """Whether a follow-up stands in the day's list: from two weeks before, until it is settled."""
    return due_on <= today + LOOK_AHEAD


def is_overdue(due_on: date, booked_on: date | None, today: date) -> bool:
    """Whether a follow-up is late: its day has gone by and no coming meeting is booked.

    Two weeks are given for a meeting that was held and not yet written down.
    """
    return late_since(due_on, booked_on) <= today


def late_since(due_on: date, booked_on: date | None) -> date:
    """The first day on which a follow-up is late."""
    return max(due_on, booked_on or due_on) + GRACE + timedelta(days=1)


def _months_between(first: date, last: date) -> int:
    """Calendar months from the month of ``first`` to that of ``last``."""
    return (last.year - first.year) * 12 + last.month - first.month


def _require_months(every_months: int) -> None:
    if every_months < 1:
        raise ValueError("there must be a month or more between follow-ups")
