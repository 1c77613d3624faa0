"""Amounts of money as people write them: read to the öre, and written the Swedish way."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samspel.figures.printing import decimals

LARGEST_ORE = 999_999_999_999_99
"""The largest amount that can be written: a misplaced digit is refused rather than stored."""
ORE_OF_A_KRONA = 100
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f']+")
_MINUS = re.compile(r"^[-−–‐‑]")
_AMOUNT = re.compile(r"(\d+)(?:[.,](\d{1,2}))?")
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})+(?:(?!\1)[.,]\d{1,2})?")
_CURRENCY = re.compile(r"(?:kr|kronor|sek)\.?$", re.IGNORECASE)


def read_ore(text: str) -> int:
    """An amount in öre: “1 900 000”, “1 900 000,50”, “−4 164”, “4 164 kr”.

    Raises ``ValueError`` for anything else: also for “1.900”, which may be meant in two ways.
    """
    plain = _CURRENCY.sub("", _SPACES.sub("", text))
    unsigned = _MINUS.sub("", plain)
    if grouped := _GROUPED.fullmatch(unsigned):
        unsigned = unsigned.replace(grouped[1], "")
    found = _AMOUNT.fullmatch(unsigned)
    if found is None or not unsigned.isascii():
        raise ValueError(text)
    ore = int(found[1]) * ORE_OF_A_KRONA + int((found[2] or "").ljust(2, "0"))
    if ore > LARGEST_ORE:
        raise ValueError(text)
    return -ore if plain != unsigned and _MINUS.match(plain) else ore


def in_kronor(ore: int, language: str = "sv") -> str:
    """An amount as people read it: öre only where there are any."""
    places = 2 if ore % ORE_OF_A_KRONA else 0
    return decimals(Fraction(ore, ORE_OF_A_KRONA), places, language)


class AmountField(forms.CharField):
    """An amount in kronor; the value is öre, or None where nothing is written."""

    def __init__(self, *, is_signed: bool = False, **options: Any) -> None:
        options.setdefault("required", False)
        attributes = {"inputmode": "text" if is_signed else "decimal", "class": "amount"}
        options.setdefault("widget", forms.TextInput(attrs=attributes))
        self.is_signed = is_signed
        super().__init__(max_length=40, **options)

    def prepare_value(self, value: Any) -> Any:
        """Öre as kronor; what somebody typed stays as it is."""
        return in_kronor(value, get_language() or "sv") if isinstance(value, int) else value

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value))
        if not text:
            return None
        try:
            ore = read_ore(text)
        except ValueError as error:
            raise ValidationError(
                _("Write the amount in kronor, such as 1 900 000 or 4 164,50.")
            ) from error
        if ore < 0 and not self.is_signed:
            raise ValidationError(_("This amount cannot be negative."))
        return ore


class IndexField(forms.CharField):
    """An index of prices with up to two decimals; comma and point are both understood."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(max_length=12, widget=forms.TextInput(attrs={"size": 8}), **options)

    def prepare_value(self, value: Any) -> Any:
        """A number with two decimals as people write it; what somebody typed stays as it is."""
        if isinstance(value, Decimal):
            return decimals(Fraction(value), 2, get_language() or "sv")
        return value

    def clean(self, value: Any) -> Any:
        text = _SPACES.sub("", str(super().clean(value)))
        if not text:
            return None
        found = _AMOUNT.fullmatch(text)
        if (
            found is None
            or not text.isascii()
            or len(found[1]) > 6
            or not any(map(int, found[0].replace(",", "").replace(".", "")))
        ):
            raise ValidationError(_("Write the index as 409,22: more than 0."))
        return Decimal(text.replace(",", "."))
