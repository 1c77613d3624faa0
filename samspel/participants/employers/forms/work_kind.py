"""The form of a kind of work."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.employers.work_kind import WorkKind
from samspel.records.fields import NameField
from samspel.records.forms import ActionForm, RecordForm


class WorkKindForm(ActionForm):
    """What the team calls it."""

    title = NameField(label=_("Name"), required=True)


class ChangeWorkKindForm(WorkKindForm, RecordForm):
    """The same of a kind that the team has."""

    is_used = forms.BooleanField(
        label=_("Is offered for new tasks"),
        required=False,
        help_text=_("Tasks that have it keep it."),
    )

    def __init__(self, data: Any = None, *, kind: WorkKind) -> None:
        self.record = kind
        initial = {name: getattr(kind, name) for name in ("title", "is_used", "version")}
        super().__init__(data, initial=initial)
