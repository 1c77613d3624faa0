"""Periods: inclusive start and end, and the ways people write them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_RANGE = re.compile(r"(.+?)\s*(?:\.\.|–)\s*(.+)")
_SHORT_RANGE = re.compile(r"(\d{6}|\d{8})\s*[-–]\s*(\d{6}|\d{8})")
_YEAR = re.compile(r"(\d{4})")
_HALF_YEAR = re.compile(r"(\d{4})[Hh]([12])")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_COMPACT = re.compile(r"(\d{2}|\d{4})(\d{2})(\d{2})")

FORMS = "2024, 2024H1, 2018-07..2019-06, 2018-07-01..2019-06-30 or 180701-190630"


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def shift_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or that month's last day when it has none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From ``start`` to ``end``, both days included.

    Raises ``ValueError`` when the period ends before it starts.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"The period ends ({self.end}) before it starts ({self.start}).")

    def __str__(self) -> str:
        return f"{self.start}..{self.end}"

    @property
    def days(self) -> int:
        """Number of days, both ends included."""
        return (self.end - self.start).days + 1

    @property
    def whole_months(self) -> int | None:
        """Number of calendar months when the period is made of whole ones, else ``None``."""
        if self.start.day != 1 or self.end != month_end(self.end.year, self.end.month):
            return None
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def label(self) -> str:
        """The shortest way to write the period that ``parse_period`` reads back."""
        months = self.whole_months
        if months is None:
            return str(self)
        if months == 12 and self.start.month == 1:
            return f"{self.start.year}"
        if months == 6 and self.start.month in (1, 7):
            return f"{self.start.year}H{1 if self.start.month == 1 else 2}"
        return f"{self.start:%Y-%m}..{self.end:%Y-%m}"

    def previous(self) -> Self:
        """The period of the same length that ends the day before this one starts.

        Whole months give whole months, whatever their number of days.
        """
        last = self.start - timedelta(days=1)
        months = self.whole_months
        if months is None:
            return type(self)(self.start - timedelta(days=self.days), last)
        return type(self)(shift_months(self.start, -months), last)

    def year_before(self) -> Self:
        """The same days one year earlier; 29 February becomes 28, and whole months stay whole."""
        end = shift_months(self.end, -12)
        if self.whole_months is not None:
            end = month_end(end.year, end.month)
        return type(self)(shift_months(self.start, -12), end)


def year_until(day: date) -> Period:
    """The 12 months that end with the day, as figures of “the last year” count them."""
    return Period(shift_months(day, -12) + timedelta(days=1), day)


def parse_period(text: str) -> Period:
    """Read a period as people and scripts write it.

    Understands ``2024``, ``2024H1``, ``2018-07``, ``2018-07..2019-06``,
    ``2018-07-01..2019-06-30``, and as in Swedish reports ``180701-190630`` (two-digit years are
    of this century). Raises ``ValueError`` with one sentence otherwise.
    """
    cleaned = text.strip()
    match = _SHORT_RANGE.fullmatch(cleaned) or _RANGE.fullmatch(cleaned)
    try:
        first = _part(match[1]) if match else _part(cleaned)
        last = _part(match[2]) if match else first
    except _NoSuchDayError as error:
        raise ValueError(f"{cleaned!r} names a day or month that does not exist.") from error
    if first is None or last is None:
        raise ValueError(f"{cleaned!r} is not a period; write it as {FORMS}.")
    return Period(first[0], last[1])


class _NoSuchDayError(Exception):
    """The digits are in place but the calendar has no such day."""


def _part(text: str) -> tuple[date, date] | None:
    """First and last day of one side of a period, or ``None`` when it has no known form."""
    try:
        if match := _HALF_YEAR.fullmatch(text):
            year, first = int(match[1]), 1 if match[2] == "1" else 7
            return date(year, first, 1), month_end(year, first + 5)
        if match := _DAY.fullmatch(text) or _COMPACT.fullmatch(text):
            century = 2000 if len(match[1]) == 2 else 0
            day = date(century + int(match[1]), int(match[2]), int(match[3]))
            return day, day
        if match := _MONTH.fullmatch(text):
            return date(int(match[1]), int(match[2]), 1), month_end(int(match[1]), int(match[2]))
        if match := _YEAR.fullmatch(text):
            return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    except ValueError as error:
        raise _NoSuchDayError from error
    return None


def rolling_years(end: date, n: int = 6) -> list[Period]:
    """The last ``n`` rolling 12-month windows that end on or before ``end``, oldest first.

    Windows end on 30 June and 31 December, as the teams' own series do.
    """
    last = date(end.year, 6, 30) if end >= date(end.year, 6, 30) else date(end.year - 1, 12, 31)
    if end == date(end.year, 12, 31):
        last = end
    ends = [_half_year_end(last, -back) for back in range(n - 1, -1, -1)]
    return [Period(shift_months(day.replace(day=1), -11), day) for day in ends]


def _half_year_end(day: date, steps: int) -> date:
    """The half-year end ``steps`` half-years after the half-year end ``day``."""
    moved = shift_months(day.replace(day=1), 6 * steps)
    return month_end(moved.year, moved.month)
