"""Saying which number holds where an older report contradicts itself."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.records.forms import RecordForm
from samspel.report.published.report_finding import ReportFinding

Choice = ReportFinding.Choice


class ResolveForm(RecordForm):
    """One choice of a number; another number needs a note that says where it comes from."""

    choice = forms.ChoiceField(
        label=_("Which number holds?"), widget=forms.RadioSelect, required=False
    )
    written = forms.CharField(
        label=_("Another number"),
        max_length=60,
        required=False,
        help_text=_("As it is written: 24,2 or 1 335 272."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Why it holds. It is needed for another number, and stays with the figure."),
    )

    def __init__(self, *args: Any, finding: ReportFinding, **kwargs: Any) -> None:
        self.record = finding
        kwargs["initial"] = {
            "choice": finding.choice,
            "written": finding.chosen if finding.choice == Choice.OTHER else "",
            "note": finding.note,
            "version": finding.version,
        }
        super().__init__(*args, **kwargs)
        field = self.fields["choice"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(_choices(finding))

    def clean(self) -> dict[str, Any]:
        """Another number must be written, and a note with it."""
        found = super().clean() or self.cleaned_data
        if found.get("choice") == Choice.OTHER:
            if not found.get("written"):
                self.add_error("written", ValidationError(_("Write the number that holds.")))
            if not found.get("note"):
                self.add_error(
                    "note", ValidationError(_("Write where the other number comes from."))
                )
        return found


def _choices(finding: ReportFinding) -> list[tuple[str, Any]]:
    """The printed number, what would fit where something does, another, or none yet."""
    printed = _("As printed: %(number)s") % {"number": finding.printed}
    fits = _("What would fit: %(number)s") % {"number": finding.expected}
    return [
        (Choice.PRINTED.value, printed),
        *([(Choice.RIGHT.value, fits)] if finding.expected else []),
        (Choice.OTHER.value, _("Another number")),
        (Choice.OPEN.value, _("Leave it open")),
    ]
