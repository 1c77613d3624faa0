"""Periods that people ask for: what they type, what an address says, what is suggested."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samspel.figures.period import Period, month_end, parse_period
from samspel.figures.rhythm import Rhythm

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Outside these years there is no team, and a calendar runs out of days."""

_LAST_OF_FIRST_HALF = 6


def typed_period(text: str) -> Period:
    """The period that a person typed. Raises ``ValidationError`` with one sentence otherwise."""
    try:
        period = parse_period(text)
    except ValueError as error:
        raise ValidationError(_what_is_wrong(text)) from error
    if not _is_within_reach(period):
        raise ValidationError(gettext("Write a period between 1990 and 2100."))
    return period


def begun_period(text: str, today: date) -> Period:
    """The period that a person typed, refused in one sentence when it has not begun."""
    period = typed_period(text)
    if period.start > today:
        raise ValidationError(gettext("The period has not begun yet."))
    return period


def addressed_period(text: str) -> Period:
    """The period in an address of a page; anything else is a page that does not exist."""
    try:
        return typed_period(text)
    except ValidationError as error:
        raise Http404 from error


def _is_within_reach(period: Period) -> bool:
    return period.start.year >= FIRST_YEAR and period.end.year <= LAST_YEAR


def _what_is_wrong(text: str) -> str:
    first, _dots, last = text.replace("–", "..").partition("..")
    if last and _can_be_read(first) and _can_be_read(last):
        return gettext("The period ends before it starts.")
    return gettext(
        "Write the period as 2024, 2024H1 or 2018-07..2019-06, with days that exist in the "
        "calendar."
    )


def _can_be_read(text: str) -> bool:
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A period that is likely to be asked for, and what people call it."""

    title: Promise
    period: Period


def suggested_periods(today: date) -> tuple[Suggestion, ...]:
    """The last calendar year, half-year and broken year that had ended before ``today``."""
    year = Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    if today.month > _LAST_OF_FIRST_HALF:
        half = Period(date(today.year, 1, 1), month_end(today.year, 6))
        broken = Period(date(today.year - 1, 7, 1), month_end(today.year, 6))
    else:
        half = Period(date(today.year - 1, 7, 1), date(today.year - 1, 12, 31))
        broken = Period(date(today.year - 2, 7, 1), month_end(today.year - 1, 6))
    return (
        Suggestion(_("Last year"), year),
        Suggestion(_("Last half-year"), half),
        Suggestion(_("Last broken year"), broken),
    )


def suggested_first(rhythm: Rhythm, today: date, *, only: bool = False) -> list[Suggestion]:
    """The same, those of the team's own rhythm first, or ``only`` those."""
    suggested = suggested_periods(today)
    own = [each for each in suggested if rhythm.has(each.period)]
    return own if only else [*own, *(each for each in suggested if each not in own)]
