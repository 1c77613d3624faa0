"""Points as people in Sweden write them: 7,5."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

_NUMBER = re.compile(r"[+\-−]?[0-9]{1,6}(?:[.,][0-9]{1,6})?", re.ASCII)
ONE_DECIMAL = Decimal("0.1")


def printed(points: Decimal) -> str:
    """Points with one decimal, in the reader's language: 7,5 in Swedish."""
    return number_format(points, decimal_pos=1)


def printed_limit(points: Decimal) -> str:
    """A limit in the reader's language: 25, or 27,5 where a team has chosen so."""
    return number_format(points, decimal_pos=int(points != points.to_integral_value()))


class PointsField(forms.CharField):
    """A `Decimal` with one decimal; comma and point are both understood, nothing is rounded."""

    def __init__(self, *, lowest: Decimal, highest: Decimal, **options: Any) -> None:
        entry = forms.TextInput(attrs={"inputmode": "decimal", "size": 5, "autocomplete": "off"})
        super().__init__(max_length=20, widget=entry, **options)
        self.lowest, self.highest = lowest, highest

    def clean(self, value: Any) -> Any:
        """The number; a sentence of its own for each way in which it is none."""
        text = str(super().clean(value))
        if not text:
            return None
        ends = {"lowest": self.lowest, "highest": self.highest}
        told = {name: number_format(end, decimal_pos=0) for name, end in ends.items()}
        if not _NUMBER.fullmatch(text):
            sentence = _("Write a number from %(lowest)s to %(highest)s, such as 7,5.")
            raise ValidationError(sentence % told)
        number = Decimal(text.replace(",", ".").replace("−", "-"))
        if not self.lowest <= number <= self.highest:
            raise ValidationError(_("Write a number from %(lowest)s to %(highest)s.") % told)
        if number != number.quantize(ONE_DECIMAL):
            raise ValidationError(_("Write one decimal at most, such as 7,5."))
        return number.quantize(ONE_DECIMAL)

    def prepare_value(self, value: Any) -> Any:
        """What stands in the field: a number in the reader's language, a text as it was typed."""
        return printed(value) if isinstance(value, Decimal) else value
