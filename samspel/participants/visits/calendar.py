"""At which moments a day's times fall, in Swedish local time.

Pure: plain days and times in, moments out.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")
WEEK = timedelta(weeks=1)


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
