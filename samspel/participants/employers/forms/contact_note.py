"""The form of a note of a talk with an employer."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.employers.contact_note import ContactNote
from samspel.records.fields import date_field
from samspel.records.forms import ActionForm, RecordForm


class ContactNoteForm(ActionForm):
    """When, and what was said."""

    on = date_field(_("Day"), required=True)
    text = forms.CharField(
        label=_("What was said"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Name no participant: the whole team reads this."),
    )

    def __init__(self, data: Any = None, *, today: date, **options: Any) -> None:
        super().__init__(data, **{"initial": {"on": today}} | options)


class ChangeContactNoteForm(ContactNoteForm, RecordForm):
    """The same of a note that one has written."""

    def __init__(self, data: Any = None, *, note: ContactNote, today: date) -> None:
        self.record = note
        initial = {name: getattr(note, name) for name in ("on", "text", "version")}
        super().__init__(data, today=today, initial=initial)
