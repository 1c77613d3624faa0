"""Attendance of a group and of its people: who came how often, and which weeks went by without.

What the pages of a group show while it goes on; the report's figures of groups are defined apart.
A week is Monday to Sunday. Who came digitally came; what has not been recorded does not count,
neither as coming nor as staying away.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from samspel.figures.printing import percent
from samspel.figures.values import Share

PRESENT, DIGITAL, EXCUSED, ABSENT = "present", "digital", "excused", "absent"
_WEEK = timedelta(days=7)
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records there are of each presence."""

    present: int = 0
    digital: int = 0
    excused: int = 0
    absent: int = 0

    @property
    def came(self) -> int:
        """There or digitally."""
        return self.present + self.digital

    @property
    def recorded(self) -> int:
        """All of whom something is recorded."""
        return self.came + self.excused + self.absent

    @property
    def rate(self) -> Share:
        """The attendance rate: who came, of all that is recorded."""
        return Share(self.came, self.recorded)

    @property
    def percent(self) -> int | None:
        """The rate in whole percent; None where nothing is recorded."""
        return percent(self.rate)


def tally(presences: Iterable[str]) -> Tally:
    """Count the records of each presence."""
    found = Counter(presences)
    return Tally(found[PRESENT], found[DIGITAL], found[EXCUSED], found[ABSENT])


def tallies(pairs: Iterable[tuple[Key, str]]) -> Mapping[Key, Tally]:
    """A tally for each key of some pairs of key and presence: a team, a person, a session."""
    found: dict[Key, list[str]] = {}
    for key, presence in pairs:
        found.setdefault(key, []).append(presence)
    return {key: tally(presences) for key, presences in found.items()}


def numbers(keys: Iterable[Key]) -> Mapping[Key, int]:
    """How often each key is there."""
    return Counter(keys)


class WeekPresence(StrEnum):
    """What a week says of one person and one group."""

    CAME = "came"
    EXCUSED = "excused"
    """Did not come, and had said so at least once."""
    AWAY = "away"
    """Did not come, though a session was held."""
    UNRECORDED = "unrecorded"
    """A session was held, and nothing is recorded of the person."""
    NONE = "none"
    """No session was held, or the person did not belong to the group."""


def monday_of(day: date) -> date:
    """The first day of the day's week."""
    return day - timedelta(days=day.weekday())


def mondays(first: date, last: date) -> list[date]:
    """The weeks that two days and all between them lie in."""
    start = monday_of(first)
    return [start + number * _WEEK for number in range((last - start) // _WEEK + 1)]


def week_presence(recorded: Collection[str], *, is_expected: bool) -> WeekPresence:
    """What the records of one person's week say; ``is_expected`` where a session was held."""
    kinds = set(recorded)
    if kinds & {PRESENT, DIGITAL}:
        return WeekPresence.CAME
    if EXCUSED in kinds:
        return WeekPresence.EXCUSED
    if ABSENT in kinds:
        return WeekPresence.AWAY
    return WeekPresence.UNRECORDED if is_expected else WeekPresence.NONE


def person_weeks(
    records: Iterable[tuple[date, str]],
    held: Collection[date],
    weeks: Iterable[date],
    *,
    first: date,
    last: date,
) -> list[WeekPresence]:
    """One person's weeks in a group: ``records`` are days with presences, ``held`` all sessions.

    ``weeks`` are Mondays; sessions before ``first`` and after ``last``, the days of belonging to
    the group, are not the person's. A guest's record counts whenever it is.
    """
    by_week: dict[date, list[str]] = {}
    for day, presence in records:
        by_week.setdefault(monday_of(day), []).append(presence)
    expected = {monday_of(day) for day in held if first <= day <= last}
    return [week_presence(by_week.get(week, ()), is_expected=week in expected) for week in weeks]


def weeks_without(weeks: Iterable[WeekPresence]) -> int:
    """How many of the latest weeks went by in which the person did not come, one after another.

    Weeks without a session are passed over; so are those of which nothing is recorded, since
    nobody knows. ``weeks`` stand in order, and only those that are over belong among them.
    """
    without = 0
    for week in reversed(list(weeks)):
        if week == WeekPresence.CAME:
            break
        if week in {WeekPresence.AWAY, WeekPresence.EXCUSED}:
            without += 1
    return without
