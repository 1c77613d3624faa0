"""What every form that changes a record shares: its version, and showing why an act was refused."""

from collections.abc import Callable
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.choices import flatten_choices
from django.utils.formats import localize_input
from django.utils.html import escape
from django.utils.translation import gettext as _

from samspel.records.versions import ChangedMeanwhileError, Versioned

LARGEST_VERSION = 2_147_483_647

Group = tuple[Any, list[forms.BoundField]]
"""A group's title and its fields."""


class ActionForm(forms.Form):
    """A form that an action is carried out from."""

    def grouped(self, *groups: tuple[Any, tuple[str, ...]]) -> list[Group]:
        """The fields by groups, each with its title, in the order in which they are named."""
        return [(title, [self[name] for name in names]) for title, names in groups]

    def carry_out(self, action: Callable[..., Any], **values: Any) -> Any | None:
        """What the action returns, or None when it was refused: the form then says why."""
        try:
            return action(**values)
        except ValidationError as error:
            self.show(error)
        return None

    def show(self, error: ValidationError) -> None:
        """Put each sentence at its field, or over the form when the form has no such field."""
        by_field = error.message_dict if hasattr(error, "error_dict") else {}
        for name, sentences in by_field.items() or [(NON_FIELD_ERRORS, error.messages)]:
            field = name if name in self.fields else None
            # A field that failed before has a sentence already, and the action saw no value.
            if field is None or not self.has_error(name):
                self.add_error(field, ValidationError(sentences))


class RecordForm(ActionForm):
    """A form about one record: two who write at the same time never overwrite each other."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION)
    record: Versioned

    def carry_out(self, action: Callable[..., Any], **values: Any) -> Any | None:
        try:
            return super().carry_out(action, version=self.cleaned_data["version"], **values)
        except ChangedMeanwhileError as meanwhile:
            self.show_what_stands(meanwhile.row)
        return None

    def show_what_stands(self, row: Versioned) -> None:
        """Keep what was typed, show beside it what now stands, and let the writer save again."""
        self.add_error(
            None,
            _(
                "Somebody else saved this while you were writing, so nothing of yours is saved "
                "yet. Under each field it says what stands now: check, and save again."
            ),
        )
        for name, field in self.fields.items():
            if name in self.cleaned_data and hasattr(row, name):
                self._compare(name, field, row)
        # A copy keeps every value of a field that was sent with several.
        typed: Any = self.data.copy()  # type: ignore[attr-defined]  # forms are given dicts only
        typed[self.add_prefix("version")] = str(row.version)
        self.data = typed

    def _compare(self, name: str, field: forms.Field, row: Versioned) -> None:
        stands, typed = getattr(row, name), self.cleaned_data[name]
        if (stands or None) != (typed or None):
            text = shown(field, stands) or _("nothing")
            self[name].help_text = escape(_("Now stands: %(value)s") % {"value": text})


def shown(field: forms.Field, value: object) -> str:
    """A field's value as people read it: the title of a code, otherwise the value itself."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(shown(field, each) for each in value)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        choices: Any = field.choices
        titles: dict[object, object] = dict(flatten_choices(choices))
        return str(titles.get(value, value)) if value else ""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else str(localize_input(value, "%Y-%m-%d"))
