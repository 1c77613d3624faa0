"""Which period the flow chart tells of, and which one it is compared with."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samspel.figures.period import Period, month_end, year_until
from samspel.pages.listing import Filter

THIS_YEAR, TWELVE_MONTHS, LAST_YEAR = "", "months", "last"


@dataclass(frozen=True, slots=True)
class Choice:
    """A period with the one before it, each with the short words that stand beside a number."""

    period: Period
    words: str
    before: Period
    words_before: str


def period_filter() -> Filter:
    """The choice as it stands above the chart; this year first."""
    options = [
        (THIS_YEAR, _("This year so far")),
        (TWELVE_MONTHS, _("Last 12 months")),
        (LAST_YEAR, _("Last year")),
    ]
    return Filter("period", _("Period"), options)


def choice_of(chosen: str, today: date) -> Choice:
    """What was chosen, on ``today``. This year is compared with the whole of last year."""
    if chosen == TWELVE_MONTHS:
        period = year_until(today)
        before = year_until(period.previous().end)
        return Choice(period, _("12 mo."), before, _("before"))
    year = today.year - (chosen == LAST_YEAR)
    period = _year(year) if chosen == LAST_YEAR else this_year(today)
    return Choice(period, str(year), _year(year - 1), str(year - 1))


def this_year(today: date) -> Period:
    """From 1 January to ``today``."""
    return Period(date(today.year, 1, 1), today)


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), month_end(year, 12))
