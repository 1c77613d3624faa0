"""The form of an employer. It warns of one that the team may have already."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.employers.employer import Employer, EmployerKind
from samspel.participants.employers.keeping_employers import FIELDS, lookalikes
from samspel.participants.employers.organisation_number import (
    normal_organisation_number,
    shown_organisation_number,
)
from samspel.records.fields import NameField, code_field
from samspel.records.forms import ActionForm, RecordForm

IS_ANOTHER = "is_another"
_ALIKE_BY = {"name", "organisation_number"}


class OrganisationNumberField(forms.CharField):
    """Cleaned to ten digits or nothing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=20, **options)

    def prepare_value(self, value: Any) -> Any:
        is_stored = isinstance(value, str) and value.isdecimal() and len(value) == 10
        return shown_organisation_number(value) if is_stored else value

    def clean(self, value: Any) -> str:
        return normal_organisation_number(str(super().clean(value)))


class EmployerForm(ActionForm):
    """What the team knows of an employer."""

    name = NameField(label=_("Name"), max_length=120, required=True)
    kind = code_field(_("Kind of employer"), EmployerKind.choices, required=True)
    organisation_number = OrganisationNumberField(
        label=_("Organisation number"),
        help_text=_("Ten digits. Workplaces of one organisation have the same."),
    )
    address = NameField(label=_("Address"), max_length=200)
    website = forms.URLField(
        label=_("Website"),
        required=False,
        max_length=200,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        error_messages={"invalid": _("Write the address of a website: www.example.org.")},
    )
    structure_notes = forms.CharField(
        label=_("About the workplace"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "How work is led there and what a participant needs to know beforehand. Never write "
            "about a participant here."
        ),
    )

    def __init__(self, data: Any = None, *, team: Team, **options: Any) -> None:
        super().__init__(data, **options)
        self.team = team
        self.lookalikes: list[Employer] = []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.data.get(IS_ANOTHER) or not _ALIKE_BY & set(self.changed_data):
            return cleaned
        name, number = cleaned.get("name", ""), cleaned.get("organisation_number", "")
        self.lookalikes = lookalikes(self.team, name, number, self.row)
        if self.lookalikes:
            raise ValidationError(
                translated(
                    "The team has an employer that may be the same. Look at it below before you "
                    "save."
                )
            )
        return cleaned

    @property
    def row(self) -> Employer | None:
        """The employer that is changed; none where one is added."""
        return None

    def values(self) -> dict[str, Any]:
        """What was entered, cleaned."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class ChangeEmployerForm(EmployerForm, RecordForm):
    """The same of an employer that the team has."""

    def __init__(self, data: Any = None, *, employer: Employer) -> None:
        self.record = employer
        initial = {name: getattr(employer, name) for name in (*FIELDS, "version")}
        super().__init__(data, team=employer.team, initial=initial)

    @property
    def row(self) -> Employer | None:
        return self.record if isinstance(self.record, Employer) else None
