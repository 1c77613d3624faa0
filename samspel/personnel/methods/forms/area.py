"""Development areas: what is to be better, and how far it has come."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.personnel.methods.development_area import AreaState, DevelopmentArea
from samspel.personnel.methods.keeping_areas import AreaFacts
from samspel.records.fields import NameField, code_field, date_field
from samspel.records.forms import ActionForm, RecordForm

_NAMES = ("title", "aim", "raised_on", "version")


class AreaForm(ActionForm):
    """A new area."""

    title = NameField(
        label=_("What do you want to develop?"),
        required=True,
        max_length=120,
        help_text=_("In a few words, as it is to stand in the report."),
    )
    aim = forms.CharField(
        label=_("What is to be better?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    raised_on = date_field(_("Raised"), required=True)

    def facts(self) -> AreaFacts:
        """What was entered, cleaned."""
        given = self.cleaned_data
        return AreaFacts(given["title"], given["raised_on"], given["aim"])


class ChangeAreaForm(AreaForm, RecordForm):
    """The same of an area that there is."""

    def __init__(self, data: Any = None, *, area: DevelopmentArea) -> None:
        self.record = area
        super().__init__(data, initial={name: getattr(area, name) for name in _NAMES})


class StepForm(RecordForm):
    """How far an area has come since a day."""

    state = code_field(_("How far has it come?"), AreaState.choices, required=True)
    on = date_field(_("Since"), required=True)
    note = forms.CharField(
        label=_("What was done"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The report tells the last one."),
    )

    def __init__(self, data: Any = None, *, area: DevelopmentArea, today: date) -> None:
        self.record = area
        super().__init__(data, initial={"on": today, "version": area.version})
