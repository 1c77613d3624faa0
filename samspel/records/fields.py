"""The fields that forms of several parts share."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DATE_FORMATS = ("%Y-%m-%d", "%Y%m%d")
NOT_STATED = ("", _("Not known yet"))
NOT_CHOSEN = ("", _("Choose …"))


def date_field(label: Any, **options: Any) -> forms.DateField:
    """A date as people in Sweden write it; the browser offers a calendar."""
    options.setdefault("required", False)
    return forms.DateField(
        label=label,
        widget=forms.DateInput(format=DATE_FORMATS[0]),
        input_formats=list(DATE_FORMATS),
        error_messages={"invalid": _("Write an existing date as 2026-03-14.")},
        **options,
    )


def code_field(label: Any, choices: Iterable[tuple[str, Any]], **options: Any) -> forms.ChoiceField:
    """One of some codes; or not stated, unless it is required."""
    options.setdefault("required", False)
    first = NOT_CHOSEN if options["required"] else NOT_STATED
    return forms.ChoiceField(
        label=label,
        choices=[first, *choices],
        error_messages={"invalid_choice": _("Choose one of those in the list.")},
        **options,
    )


class NameField(forms.CharField):
    """A name on one line; signs that cannot be seen are refused."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "max_length": 80} | options)

    def clean(self, value: Any) -> str:
        text = " ".join(str(super().clean(value)).split())
        if not text.isprintable():
            raise ValidationError(_("There is an invisible sign in the name: write it anew."))
        return text


def choices_of(titles: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The choices of a field from titles by code."""
    return list(titles.items())
