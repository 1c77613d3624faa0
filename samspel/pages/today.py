"""The one place that reads the clock for a page; rules and figures are handed day and moment.

A demo can be shown as it would be on another day: by a setting for all of it, or by a cookie for
one browser. The time of day stays the real one.
"""

from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

DEMO_DAY_COOKIE = "demo_today"
FIRST_DEMO_DAY, LAST_DEMO_DAY = date(2000, 1, 1), date(2099, 12, 31)


def today(request: HttpRequest | None = None) -> date:
    """The date in Swedish time on which this request is answered."""
    return timezone.localdate(now(request))


def now(request: HttpRequest | None = None) -> datetime:
    """The moment at which this request is answered, with its time zone."""
    moment = timezone.now()
    day = demo_day(request) or settings.SAMSPEL_TODAY
    if day is None:
        return moment
    return timezone.make_aware(datetime.combine(day, timezone.localtime(moment).time()))


def demo_day(request: HttpRequest | None) -> date | None:
    """The day that this browser chose to see a demo on; None outside of demos."""
    if request is None or not settings.SAMSPEL_DEMO:
        return None
    return day_from(request.COOKIES.get(DEMO_DAY_COOKIE, ""))


def day_from(text: str) -> date | None:
    """A day that a demo can be shown on, written like 2026-03-14; None for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DEMO_DAY <= day <= LAST_DEMO_DAY else None
