"""A position as figures read it, and what it says of any day: the share, the leave, who is there.

Percent are exact fractions: 80 is 80 % of full time. Days are inclusive; a last day of None is
not known yet, and a leave without one goes on as long as the position.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from samspel.figures.period import Period

WHOLE = Fraction(100)
NOTHING = Fraction(0)
_DAY = timedelta(days=1)


class ShareFrom(NamedTuple):
    """The share of full time from a day on."""

    first_on: date
    percent: Fraction


class LeaveDays(NamedTuple):
    """Leave from some of the position's time, or from all of it."""

    first_on: date
    last_on: date | None
    percent: Fraction


class OtherDays(NamedTuple):
    """Another position of the same person; one that ``goes_first`` is counted before this one."""

    first_on: date
    last_on: date | None
    goes_first: bool


class StaffRow(NamedTuple):
    """A position. ``person`` is empty while it stands vacant; ``shares`` are in order of days."""

    key: str
    position: str
    agency: str
    staff_role: str
    person: str
    first_on: date
    last_on: date | None
    shares: tuple[ShareFrom, ...]
    leaves: tuple[LeaveDays, ...] = ()
    others: tuple[OtherDays, ...] = ()
    stands_in_for: str = ""

    @property
    def is_vacant(self) -> bool:
        """Whether nobody has the position."""
        return not self.person

    def share_days(self) -> Iterator[tuple[date, date | None, Fraction]]:
        """First day, last day and percent of each share."""
        ends = [*(each.first_on - _DAY for each in self.shares[1:]), self.last_on]
        for share, last in zip(self.shares, ends, strict=True):
            yield share.first_on, last, share.percent


def covers(first_on: date, last_on: date | None, day: date) -> bool:
    """Whether the day is one of those from the first to the last."""
    return first_on <= day and (last_on is None or day <= last_on)


def is_held_on(row: StaffRow, day: date) -> bool:
    """Whether somebody has the position on the day, on leave or not."""
    return not row.is_vacant and covers(row.first_on, row.last_on, day)


def share_on(row: StaffRow, day: date) -> Fraction:
    """Percent of full time on the day, leave not taken off; 0 outside the position's days."""
    found = (share for first, last, share in row.share_days() if covers(first, last, day))
    return sum(found, NOTHING)


def leave_on(row: StaffRow, day: date) -> Fraction:
    """Percent of the position's time that is leave on the day; 0 outside the position's days."""
    if not covers(row.first_on, row.last_on, day):
        return NOTHING
    found = (each.percent for each in row.leaves if covers(each.first_on, each.last_on, day))
    return sum(found, NOTHING)


def there_on(rows: Iterable[StaffRow], day: date) -> list[StaffRow]:
    """The positions that somebody has on the day, in the order of the rows."""
    return [row for row in rows if is_held_on(row, day)]


def vacant_on(rows: Iterable[StaffRow], day: date) -> list[StaffRow]:
    """The positions that stand vacant on the day."""
    return [row for row in rows if row.is_vacant and covers(row.first_on, row.last_on, day)]


def is_in(row: StaffRow, period: Period) -> bool:
    """Whether any of the position's days lies in the period."""
    return row.first_on <= period.end and (row.last_on is None or row.last_on >= period.start)


def full_time_days(row: StaffRow, period: Period) -> Fraction:
    """Days of full time in the period, leave not taken off: 10 days at 80 % are 8."""
    parts = (
        _common_days(period, (first, last)) * percent / WHOLE
        for first, last, percent in row.share_days()
    )
    return sum(parts, NOTHING)


def leave_days(row: StaffRow, period: Period) -> Fraction:
    """Days of full time in the period that are leave: 10 days of half of 80 % are 4."""
    parts = (
        _common_days(period, (first, last), (each.first_on, each.last_on))
        * (percent / WHOLE)
        * (each.percent / WHOLE)
        for first, last, percent in row.share_days()
        for each in row.leaves
    )
    return sum(parts, NOTHING)


def _common_days(period: Period, *spans: tuple[date, date | None]) -> Fraction:
    first = max(period.start, *(start for start, _ in spans))
    last = min(period.end, *(end for _, end in spans if end is not None), period.end)
    return Fraction(max(0, (last - first).days + 1))


def joins_in(row: StaffRow, period: Period) -> bool:
    """Whether the person comes to the team with this position, on a day of the period.

    Not so when the person had another position until then, or begins another the same day.
    """
    if row.is_vacant or not period.start <= row.first_on <= period.end:
        return False
    return not any(
        covers(each.first_on, each.last_on, row.first_on - _DAY)
        or (each.goes_first and each.first_on == row.first_on)
        for each in row.others
    )


def leaves_in(row: StaffRow, period: Period) -> bool:
    """Whether the person leaves the team with this position, its last day in the period.

    Not so when the person goes on in another position, or ends another the same day.
    """
    last = row.last_on
    if row.is_vacant or last is None or not period.start <= last <= period.end:
        return False
    return not any(
        covers(each.first_on, each.last_on, last + _DAY)
        or (each.goes_first and each.last_on == last)
        for each in row.others
    )


def counts_person_on(row: StaffRow, day: date) -> bool:
    """Whether the person is there on the day and is counted by this position.

    Of several positions on the same day the one that began first counts.
    """
    return is_held_on(row, day) and not any(
        each.goes_first and covers(each.first_on, each.last_on, day) for each in row.others
    )
