"""On which days and at which moments a time that comes again falls; in Swedish local time.

Pure: plain days and times in, days and moments out.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")
WEEK = timedelta(weeks=1)
DAYS_OF_WEEK = 7


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


def moment(day: date, at: time) -> datetime:
    """When it is ``at`` o'clock in Sweden on ``day``, as a moment in UTC.

    An hour that comes twice in the autumn is the first of the two; in the hour that is left out
    in the spring, clocks show an hour later at that moment.
    """
    return datetime.combine(day, at, tzinfo=SWEDEN).astimezone(UTC)


def day_bounds(start: date, end: date) -> tuple[datetime, datetime]:
    """The first moment of ``start`` and the first one after ``end``."""
    return moment(start, time.min), moment(end + timedelta(days=1), time.min)


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(day.weekday())
