"""Hours per week as people write them: 7, 7,5 or 7.5."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.participants.placements.ladder import told_hours

_LONGEST = 8


class HoursField(forms.CharField):
    """Cleaned to a Decimal, or None where nothing is written; how many is for the rules to say."""

    def __init__(self, **options: Any) -> None:
        numbers = forms.TextInput(attrs={"inputmode": "decimal", "size": 6, "maxlength": _LONGEST})
        super().__init__(required=False, widget=numbers, **options)

    def prepare_value(self, value: Any) -> Any:
        return told_hours(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value)).strip()
        if not text:
            return None
        whole, comma, part = text.replace(".", ",").partition(",")
        digits = whole + part
        fits = digits.isascii() and digits.isdigit() and bool(whole) and (part or not comma)
        if not fits or len(text) > _LONGEST:
            raise ValidationError(_("Write hours such as 7 or 7,5."), code="invalid")
        return Decimal(f"{whole}.{part or 0}")
