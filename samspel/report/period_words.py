"""A period in words: “2021”, “July 2022 – June 2023”, in short “2022/23”."""

from datetime import date
from typing import Literal

from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspel.figures.period import Period

Locale = Literal["sv", "en_GB"]
_YEAR = 12
_HALF_YEAR = 6
_BROKEN_YEAR_BEGINS = 7


def period_words(period: Period, language: str, *, short: bool = False) -> str:
    """The period as it stands in a heading; ``short`` as it stands along an axis or in a column."""
    locale: Locale = "sv" if language.startswith("sv") else "en_GB"
    months = period.whole_months
    if months is None:
        return f"{day_words(period.start, language)} – {day_words(period.end, language)}"
    if months == _YEAR and period.start.month == 1:
        return str(period.start.year)
    if months == _YEAR and period.start.month == _BROKEN_YEAR_BEGINS and short:
        return f"{period.start.year}/{period.end.year % 100:02}"
    skeleton = "yMMM" if short else "yMMMM"
    if months == 1:
        return str(format_skeleton(skeleton, period.start, locale=locale))
    if months == _HALF_YEAR and period.start.month in (1, 7) and not short:
        return _half_year(period, language)
    first, last = (
        str(format_skeleton(skeleton, day, locale=locale)) for day in (period.start, period.end)
    )
    return f"{first} – {last}"


def day_words(day: date, language: str) -> str:
    """“31 december 2021”, “31 December 2021”."""
    locale: Locale = "sv" if language.startswith("sv") else "en_GB"
    return str(format_date(day, "d MMMM y", locale=locale))


def _half_year(period: Period, language: str) -> str:
    with override(language):
        first_half = period.start.month == 1
        text = _("first half of %(year)s") if first_half else _("second half of %(year)s")
        return text % {"year": period.start.year}
