"""Personal identity numbers and co-ordination numbers, by a library made for them.

Always stored with twelve digits: ten leave the century open (Swedish Tax Agency, SKV 704).
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from personnummer import personnummer


def normal_identity_number(text: str) -> str:
    """Twelve digits from what was typed; raises ValidationError with what to do."""
    digits = "".join(c for c in text if c.isdigit())
    if len(digits) == 10:
        raise ValidationError(
            _("Write the number with twelve digits, the year with four: 19121212-1212."),
            code="ten_digits",
        )
    if len(digits) != 12 or set(text) - set("0123456789-+ "):
        raise ValidationError(
            _("An identity number has twelve digits: 19121212-1212."), code="length"
        )
    try:
        number = personnummer.parse(digits)
        normal = str(number.format(long_format=True))
    except (personnummer.PersonnummerException, ValueError) as error:
        raise ValidationError(
            _("The number is not an identity number: check each digit."), code="checksum"
        ) from error
    return normal


def is_coordination_number(number: str) -> bool:
    """Whether a normal number is a co-ordination number (samordningsnummer: day + 60)."""
    return int(number[6:8]) > 60


def birth_date_of(number: str) -> date:
    """The date of birth that a normal number carries."""
    day = int(number[6:8])
    return date(int(number[:4]), int(number[4:6]), day - 60 if day > 60 else day)


def validate_identity_number(text: str) -> None:
    """Refuse anything but a normal number."""
    if normal_identity_number(text) != text:
        raise ValidationError(_("An identity number is stored as twelve digits."))
