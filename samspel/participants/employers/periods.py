"""The periods that one can choose where employers' help is shown."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from samspel.figures.employers import Hosting
from samspel.figures.period import Period, parse_period, year_until
from samspel.participants.plausible import FIRST_DAY

LAST_YEAR, ALWAYS = "last", ""
_MOST_YEARS = 8


def period_options(rows: Iterable[Hosting], today: date) -> list[tuple[str, str]]:
    """The last 12 months, the years back to the first placement, and the latest half-years."""
    first = min((row.started_on.year for row in rows), default=today.year)
    years = range(today.year, max(first, today.year - _MOST_YEARS) - 1, -1)
    halves = [
        (f"{year}H{half}", _("%(year)s, half %(half)s") % {"year": year, "half": half})
        for year in (today.year, today.year - 1)
        for half in (2, 1)
        if date(year, 6 * half - 5, 1) <= today and year >= first
    ]
    return [
        (LAST_YEAR, _("The last 12 months")),
        *((str(year), str(year)) for year in years),
        *halves,
    ]


def period_of(chosen: str, today: date) -> Period:
    """The period that one of the options names; `ALWAYS` is all up to ``today``."""
    if chosen == ALWAYS:
        return Period(FIRST_DAY, today)
    return year_until(today) if chosen == LAST_YEAR else parse_period(chosen)


def told_period(period: Period) -> str:
    """The period as people read it."""
    if period.start == FIRST_DAY:
        return _("up to %(day)s") % {"day": period.end.isoformat()}
    if period.whole_months == 12 and period.start.month == 1:
        return str(period.start.year)
    return f"{period.start.isoformat()} – {period.end.isoformat()}"
