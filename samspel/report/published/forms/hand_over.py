"""Handing over an older report: what is too large or of another kind is said at once."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team, TeamQuerySet

LARGEST = 50 * 1024 * 1024
"""Bytes; a scanned report of a hundred pages has about half of that."""
ENDINGS = (".txt", ".docx", ".pdf")


class HandOverForm(forms.Form):
    """A team that the user writes reports of, and a document."""

    team = forms.ModelChoiceField(
        Team.objects.none(), label=_("Team"), to_field_name="slug", empty_label=None
    )
    file = forms.FileField(
        label=_("Document"),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file.")},
        help_text=_("PDF, Word (.docx) or plain text (.txt), at most 50 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
    )

    def __init__(self, *args: Any, teams: TeamQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["team"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = teams

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse what cannot be a report by its size or name; its content is read later."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if not (file.name or "").lower().endswith(ENDINGS):
            raise ValidationError(
                _(
                    "Only PDF, Word (.docx) and plain text (.txt) can be read: save it as one of "
                    "them."
                )
            )
        if not file.size:
            raise ValidationError(_("The file is empty."))
        if file.size > LARGEST:
            raise ValidationError(
                _("The file is larger than %(limit)d MB: save it with smaller pictures."),
                params={"limit": LARGEST // (1024 * 1024)},
            )
        return file
