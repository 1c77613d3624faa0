"""A form whose texts a shared group's other teams read: the tick that a word names nobody."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.participants.groups.naming import MAY_NAME
from samspel.records.forms import ActionForm

TICK = "no_name"


class NamelessForm(ActionForm):
    """The tick is offered when a word that is also a name was found, and not before."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        if data is not None and TICK in data:
            self._offer_tick()

    def carry_out(self, action: Callable[..., Any], **values: Any) -> Any | None:
        """Hand on the writer's word that nobody is named."""
        said = {TICK: True} if self.cleaned_data.get(TICK) else {}
        return super().carry_out(action, **values, **said)

    def show(self, error: ValidationError) -> None:
        """With the tick, where it is an answer."""
        super().show(error)
        rows = error.error_dict.values() if hasattr(error, "error_dict") else [error.error_list]
        if any(each.code == MAY_NAME for row in rows for each in row):
            self._offer_tick()

    def _offer_tick(self) -> None:
        """At the end of the form."""
        self.fields.pop(TICK, None)
        self.fields[TICK] = forms.BooleanField(
            label=_("The text names no participant: the word means something else here"),
            required=False,
        )
