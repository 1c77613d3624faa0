"""What comes again on the same weekday: every week or every so many, or once in each month.

Pure: plain days in, days out.
"""

from calendar import monthrange
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

DAYS_OF_WEEK = 7


class Weekday(models.IntegerChoices):
    """As `datetime.date.weekday` counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


def days_of(
    *,
    weekday: int,
    every_weeks: int,
    first_on: date,
    last_on: date | None,
    start: date,
    end: date,
) -> list[date]:
    """The days from ``start`` to ``end``, both included, of a weekday every so many weeks.

    ``weekday`` is counted as `date.weekday` does. The first of all is the first such weekday on
    or after ``first_on``; the weeks are counted from there. None is after ``last_on``.
    """
    # Counted as numbers of days: the last day of the calendar has none after it.
    first = first_on.toordinal() + (weekday - first_on.weekday()) % DAYS_OF_WEEK
    step = DAYS_OF_WEEK * every_weeks
    start_at = first + max(0, -((first - start.toordinal()) // step)) * step
    last = end.toordinal() if last_on is None else min(end, last_on).toordinal()
    return [date.fromordinal(day) for day in range(start_at, last + 1, step)]


def monthly_days_of(
    *, weekday: int, first_on: date, last_on: date | None, start: date, end: date
) -> list[date]:
    """The days from ``start`` to ``end`` of a weekday once a month, such as each first Monday.

    Which one in the month is that of the first such weekday on or after ``first_on``; where that
    is a fifth, it is the last one in every month.
    """
    every = days_of(
        weekday=weekday,
        every_weeks=1,
        first_on=first_on,
        last_on=last_on,
        start=first_on,
        end=end,
    )
    if not every:
        return []
    place = _place(every[0])
    return [day for day in every if day >= start and _is_at(day, place)]


_LAST = 4
"""Counted from 0: a fifth such weekday of a month, which only some months have."""


def _place(day: date) -> int:
    return (day.day - 1) // DAYS_OF_WEEK


def _is_at(day: date, place: int) -> bool:
    if place < _LAST:
        return _place(day) == place
    return day.day + DAYS_OF_WEEK > monthrange(day.year, day.month)[1]
