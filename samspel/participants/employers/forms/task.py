"""The form of a task that an employer offers."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.employers.demands import (
    Accessibility,
    Pace,
    Physical,
    Social,
    Structure,
)
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.keeping_tasks import FIELDS, KINDS
from samspel.participants.employers.task import MOST_HOURS, MOST_PLACES, Task
from samspel.participants.employers.work_kind import WorkKind
from samspel.records.fields import NameField, code_field
from samspel.records.forms import ActionForm, RecordForm

_HOURS = _("Write hours a week: more than 0 and 40 at most.")
_PLACES = _("Write how many can be there at once: 1 to 99.")
_IN_THE_LIST = {"invalid_choice": _("Choose one of those in the list.")}


class HoursField(forms.DecimalField):
    """Hours a week, more than none and full time at most; comma and point are both understood."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            localize=True,
            max_digits=4,
            decimal_places=2,
            min_value=Decimal("0.01"),
            max_value=MOST_HOURS,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 6}),
            error_messages={
                "invalid": _("Write the number of hours, such as 10 or 7,5."),
                "min_value": _HOURS,
                "max_value": _HOURS,
            },
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        """Without the noughts that the database adds: 7,5 and not 7,50."""
        if not isinstance(value, Decimal):
            return value
        whole = value.to_integral_value()
        return whole.quantize(Decimal(1)) if value == whole else value.normalize()

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


def _codes_field(label: Any, choices: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=_IN_THE_LIST,
    )


class TaskForm(ActionForm):
    """What one does, what it asks, and for how many."""

    title = NameField(label=_("Task"), max_length=120, required=True)
    text = forms.CharField(
        label=_("What one does"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    structure = code_field(_("How simple or structured"), Structure.choices, required=True)
    pace = code_field(_("Pace"), Pace.choices)
    social = code_field(_("Whom one meets"), Social.choices)
    physical = _codes_field(_("For the body"), Physical.choices)
    accessibility = _codes_field(_("Accessibility"), Accessibility.choices)
    accessibility_text = NameField(label=_("More about accessibility"), max_length=500)
    capacity = forms.IntegerField(
        label=_("Places at once"),
        min_value=1,
        max_value=MOST_PLACES,
        initial=1,
        error_messages={"min_value": _PLACES, "max_value": _PLACES, "invalid": _PLACES},
    )
    hours_from = HoursField(label=_("Hours a week from"))
    hours_to = HoursField(
        label=_("Hours a week to"), help_text=_("Leave empty what has not been spoken of.")
    )
    is_offered = forms.BooleanField(label=_("Is offered now"), required=False, initial=True)

    def __init__(self, data: Any = None, *, employer: Employer, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields[KINDS] = forms.TypedMultipleChoiceField(
            label=_("Kinds of work"),
            choices=_kinds(employer, self.initial.get(KINDS, ())),
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages=_IN_THE_LIST,
        )
        self.order_fields(["title", "text", KINDS])

    @property
    def groups(self) -> Any:
        """The fields by what they are about."""
        return self.grouped(
            (_("The task"), ("title", "text", KINDS)),
            (_("What it asks"), ("structure", "pace", "social", "physical")),
            (_("Accessibility"), ("accessibility", "accessibility_text")),
            (_("Places and hours"), ("capacity", "hours_from", "hours_to", "is_offered")),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("hours_from"), cleaned.get("hours_to")
        if first is not None and last is not None and last < first:
            sentence = translated("The hours “to” cannot be fewer than the hours “from”.")
            self.add_error("hours_to", ValidationError(sentence))
        return cleaned

    def asked(self) -> dict[str, Any]:
        """What was entered, cleaned, as the actions take it."""
        values = {name: self.cleaned_data[name] for name in FIELDS}
        return {"values": values, "kinds": sorted(self.cleaned_data[KINDS])}


class ChangeTaskForm(TaskForm, RecordForm):
    """The same of a task that the team has."""

    def __init__(self, data: Any = None, *, task: Task) -> None:
        self.record = task
        names = (*FIELDS, KINDS, "version")
        initial = {name: getattr(task, name) for name in names}
        super().__init__(data, employer=task.employer, initial=initial)


def _kinds(employer: Employer, had: Sequence[int]) -> list[tuple[int, str]]:
    """The team's kinds of work; one that is used no more where the task has it."""
    found = WorkKind.objects.filter(Q(is_used=True) | Q(pk__in=had), team=employer.team_id)
    return list(found.values_list("pk", "title"))
