"""Answering scaling questions, and asking one of the person's own."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.plans.scale import HIGHEST, LOWEST
from samspel.participants.plans.scaling import Asked
from samspel.records.fields import date_field
from samspel.records.forms import ActionForm

STEPS = range(LOWEST, HIGHEST + 1)


class ScalesForm(ActionForm):
    """Every scaling question that is asked, each answered by one tap."""

    on = date_field(_("Day"), required=True)

    def __init__(
        self, data: Any = None, *, asked: Sequence[Asked], before: Mapping[str, int], today: date
    ) -> None:
        super().__init__(data, initial={"on": today, **before})
        for each in asked:
            self.fields[each.name] = _field(each)
        self.order_fields([*(each.name for each in asked), "on"])

    def values(self) -> dict[str, int]:
        """What was chosen; a question without an answer is left out."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "on"}
        return {name: value for name, value in given.items() if value is not None}


def _field(asked: Asked) -> forms.Field:
    return forms.TypedChoiceField(
        label=asked.text,
        help_text=asked.help_text,
        choices=[(step, str(step)) for step in STEPS],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "is-scale"}),
        error_messages={"invalid_choice": _("Choose a whole number from 0 to 10.")},
    )


class OwnScaleForm(ActionForm):
    """A scaling question of the person's own."""

    text = forms.CharField(
        label=_("Own question"),
        max_length=300,
        help_text=_("In the participant's words. 10 is what they hope for, 0 is the opposite."),
    )
