"""The forms of the terms of reference."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.organisation.terms.deciding import Decided
from samspel.organisation.terms.terms_of_reference import TermsOfReference
from samspel.records.fields import NameField, date_field
from samspel.records.forms import RecordForm

LONGEST = 100_000


class TermsForm(RecordForm):
    """The text of the version that is being written."""

    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=_("One paragraph to a line. Headings stand on lines of their own."),
        error_messages={"required": _("Write the terms of reference, or go back.")},
    )

    def __init__(
        self, data: Any = None, *, draft: TermsOfReference | None, last: TermsOfReference | None
    ) -> None:
        text = draft.text if draft else last.text if last else ""
        self.record = draft or TermsOfReference(version=0)
        super().__init__(data, initial={"text": text, "version": draft.version if draft else 0})


class DecideForm(RecordForm):
    """When and by whom the draft was decided on."""

    decided_on = date_field(_("Decided on"), required=True)
    decided_by = NameField(
        label=_("Decided by"), max_length=120, help_text=_("Such as the steering group.")
    )
    valid_from = date_field(_("Valid from"), required=True)

    def __init__(self, data: Any = None, *, draft: TermsOfReference, initial: Any) -> None:
        self.record = draft
        super().__init__(data, initial={"version": draft.version, **initial})

    def decided(self) -> Decided:
        """What was entered."""
        given = self.cleaned_data
        return Decided(given["decided_on"], given["decided_by"], given["valid_from"])
