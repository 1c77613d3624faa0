"""The days that a position, a share or a leave can have: those that a calendar can count with."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)


def within_reach(day: date) -> None:
    """Raise ValidationError for a day on which there is no team: a year mistyped."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValidationError(_("Choose a day between the years 1990 and 2100."))


def day_from(text: str) -> date | None:
    """A day in an address, written like 2026-03-14; None for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None
