"""Percent and hours as people in Sweden write them: 80, 80 %, 62,5."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009")
_NUMBER = re.compile(r"-?[0-9]+(?:[.][0-9]+)?")
LARGEST = Decimal("999.99")


class NumberField(forms.CharField):
    """A number with at most two decimals; a comma or a point, and a percent sign or none."""

    def __init__(self, **options: Any) -> None:
        keys = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(widget=keys, max_length=20, **options)

    def prepare_value(self, value: Any) -> Any:
        """As it is read: 62.50 stands in the field as 62,5."""
        if isinstance(value, Decimal):
            whole, _point, rest = f"{value:f}".partition(".")
            rest = rest.rstrip("0")
            return f"{whole},{rest}" if rest else whole
        return value

    def clean(self, value: Any) -> Decimal | None:
        text = str(super().clean(value)).translate(_SPACES).removesuffix("%")
        if not text:
            return None
        text = text.replace(",", ".").replace("−", "-")
        if _NUMBER.fullmatch(text) is None:
            raise ValidationError(_("Write a number, such as 80 or 62,5."))
        number = Decimal(text)
        if abs(number) > LARGEST or number != round(number, 2):
            raise ValidationError(
                _("Write a number of at most three digits and two decimals, such as 62,5.")
            )
        return number
