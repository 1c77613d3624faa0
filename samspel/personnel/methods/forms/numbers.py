"""Hours and kronor as people in Sweden write them: 1,5 and 12 400,50."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009\u2007]")
_NUMBER = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,2})?")


class DecimalsField(forms.CharField):
    """A number of 0 or more with two decimals at most, after a comma or a point."""

    def __init__(self, *, refusal: Any, **options: Any) -> None:
        self.refusal = refusal
        keys = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(widget=keys, max_length=24, required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        """As it is read: 62.50 stands in the field as 62,5."""
        if isinstance(value, Decimal):
            whole, _point, rest = f"{value:f}".partition(".")
            rest = rest.rstrip("0")
            return f"{whole},{rest}" if rest else whole
        return value

    def clean(self, value: Any) -> Any:
        """The number as a Decimal; None where nothing is written."""
        text = _SPACES.sub("", str(super().clean(value))).lower()
        text = text.removesuffix("kr").removesuffix(":-")
        if not text:
            return None
        if _NUMBER.fullmatch(text) is None:
            raise ValidationError(self.refusal)
        return Decimal(text.replace(",", "."))
