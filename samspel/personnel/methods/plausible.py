"""Days that cannot be meant: a slip in the year is told of instead of saved."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FIRST_DAY = date(2000, 1, 1)
AHEAD = timedelta(days=3 * 366)


def require_plausible(day: date | None, field: str, today: date) -> None:
    """Raise ValidationError at ``field`` for a day long ago or far ahead; None is fine."""
    if day is not None and not FIRST_DAY <= day <= today + AHEAD:
        sentence = _("Check the year: the date is too long ago or too far ahead.")
        raise ValidationError({field: [sentence]})


def require_past(day: date, field: str, today: date) -> None:
    """Raise ValidationError at ``field`` for a day that is no past day or today."""
    require_plausible(day, field, today)
    if day > today:
        sentence = _("The date is in the future: enter it when it has come.")
        raise ValidationError({field: [sentence]})
