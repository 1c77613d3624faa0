"""What is filled in on the tablet: a code, and the scaling questions."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.plans.scale_forms import STEPS, ScalesForm
from samspel.participants.plans.scaling import Asked
from samspel.records.forms import ActionForm

_ENTRY = {
    "autocapitalize": "characters",
    "autocomplete": "off",
    "spellcheck": "false",
    "class": "tablet-code",
}


class CodeForm(ActionForm):
    """The letters that the coach shows."""

    code = forms.CharField(
        label=_("The code"),
        max_length=20,
        widget=forms.TextInput(attrs=_ENTRY),
        help_text=_("Six letters and digits. Small or large letters are the same."),
        error_messages={"required": _("Write the code that your coach shows you.")},
    )


class TabletForm(ScalesForm):
    """Every scaling question that is asked, none of which has to be answered."""

    sending = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, asked: Sequence[Asked], today: date) -> None:
        super().__init__(data, asked=asked, before={}, today=today)
        del self.fields["on"]
        self.initial = {"sending": uuid4()}
        for each in asked:
            field: Any = self.fields[each.name]
            field.choices = [*((step, str(step)) for step in STEPS), ("", _("No answer"))]

    def values(self) -> dict[str, int]:
        """What was chosen; a question without an answer is left out."""
        return {name: value for name, value in super().values().items() if name != "sending"}
