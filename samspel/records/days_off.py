"""Days on which no session is laid out: Sweden's public holidays and the eves kept as such."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import get_language
from holidays import country_holidays

_COUNTRY = "SE"
_KINDS = ("public", "de_facto")
"""The act on public holidays (1989:253), and Midsummer's, Christmas and New Year's Eve."""
_LANGUAGES = {"sv": "sv", "en": "en_US"}


def days_off(days: Iterable[date]) -> dict[date, str]:
    """Those of the days that are public holidays, with their names in the reader's language.

    Sundays are no days off as such: a team that meets on them has chosen to.
    """
    wanted = list(days)
    if not wanted:
        return {}
    names = country_holidays(
        _COUNTRY,
        years={day.year for day in wanted},
        expand=False,
        language=_LANGUAGES.get((get_language() or "sv")[:2], "sv"),
        categories=_KINDS,
    )
    return {day: str(names[day]) for day in wanted if day in names}


def day_off(day: date) -> str:
    """The name of the holiday that the day is; empty on other days."""
    return days_off([day]).get(day, "")
