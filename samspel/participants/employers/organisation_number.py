"""Organisation numbers: ten digits, of which the last checks the others (Act 1974:174).

The third digit of a legal person's number is two or more, so that it is never taken for a
personal identity number (Swedish Tax Agency, SKV 709). A sole trader's number is the person's
own identity number, and an employer's record has no need of that.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_LENGTH = 10
_LONG = 12
_CENTURY = "16"
"""What authorities put before the ten digits of a legal person, to make them twelve."""


def normal_organisation_number(text: str) -> str:
    """Ten digits from what was typed, or nothing; raises ValidationError with what to do."""
    digits = text.replace("-", "").replace(" ", "")
    if not digits:
        return ""
    if len(digits) == _LONG and digits.startswith(_CENTURY):
        digits = digits[len(_CENTURY) :]
    if not (digits.isascii() and digits.isdecimal()) or len(digits) != _LENGTH:
        raise ValidationError(_("An organisation number has ten digits: 212000-0142."))
    if digits[2] < "2":
        raise ValidationError(
            _(
                "This is a personal identity number, as sole traders have. It is not kept here: "
                "leave the field empty."
            )
        )
    if not _checks(digits):
        raise ValidationError(_("The number is not an organisation number: check each digit."))
    return digits


def shown_organisation_number(number: str) -> str:
    """A normal number as people read it: ``212000-0142``."""
    return f"{number[:6]}-{number[6:]}" if number else ""


def _checks(digits: str) -> bool:
    """Whether the last digit follows from the others (modulus 10)."""
    doubled = (int(each) * (2 - place % 2) for place, each in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
