"""The weeks of a trial period (prövotid), and in which of them somebody came.

The rule is the teams' own way of working: who is on trial comes at least once a week. A week is
Monday to Sunday. Of a week that the trial period covers only in part nothing is asked, and one
that is not over is not missed yet.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_WEEK = timedelta(days=7)


class WeekState(StrEnum):
    """What a week says about the rule."""

    CAME = "came"
    MISSED = "missed"
    PART = "part"
    """Not wholly within the trial period, and nobody came: nothing is asked of it."""
    RUNNING = "running"
    """Not over yet, and nobody has come so far."""
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Week:
    """A week's days within the trial period, both included, and the days on which one came."""

    first: date
    last: date
    came: tuple[date, ...]
    state: WeekState

    @property
    def number(self) -> int:
        """The week's number by ISO 8601, as calendars in Sweden show it."""
        return self.first.isocalendar().week

    @property
    def is_whole(self) -> bool:
        """Whether all seven days lie within the trial period."""
        return self.last - self.first == _WEEK - timedelta(days=1)


def weeks_of(first_on: date, ends_on: date, came: Collection[date], today: date) -> list[Week]:
    """The weeks from ``first_on`` to the day before ``ends_on``, as they stand on ``today``.

    ``came`` are the days on which the person came; those outside of the period do not count.
    """
    return list(_weeks(first_on, ends_on, sorted(set(came)), today))


def _weeks(first_on: date, ends_on: date, came: list[date], today: date) -> Iterator[Week]:
    last_on = ends_on - timedelta(days=1)
    monday = first_on - timedelta(days=first_on.weekday())
    while monday <= last_on:
        first, last = max(monday, first_on), min(monday + timedelta(days=6), last_on)
        days = tuple(day for day in came if first <= day <= min(last, today))
        yield Week(first, last, days, _state(first, last, days, today))
        monday += _WEEK


def _state(first: date, last: date, days: tuple[date, ...], today: date) -> WeekState:
    if days:
        return WeekState.CAME
    if today < first:
        return WeekState.COMING
    if last - first < timedelta(days=6):
        return WeekState.PART
    return WeekState.RUNNING if today <= last else WeekState.MISSED


def missed(weeks: Collection[Week]) -> list[Week]:
    """The whole weeks that went by without the person."""
    return [week for week in weeks if week.state == WeekState.MISSED]
