"""The form in which a file is handed over."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team


class ImportForm(forms.Form):
    """A team that the user may import into, and a file."""

    team = forms.ModelChoiceField(
        label=_("Team"),
        queryset=Team.objects.none(),
        to_field_name="slug",
        empty_label=None,
        help_text=_("All rows are put in this team, whatever the file says."),
    )
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    def __init__(self, *args: object, teams: QuerySet[Team], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        field = self.fields["team"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = teams
        self.fields["file"].help_text = _("CSV in UTF-8, at most %(limit)d MB.") % {
            "limit": settings.UPLOAD_LIMIT_MB
        }

    def clean_file(self) -> "UploadedFile[Any]":
        """Refuse a file that is larger than the operator allows."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > settings.UPLOAD_LIMIT_MB * 1_000_000:
            raise forms.ValidationError(
                _("The file is larger than %(limit)d MB: divide it, or ask who runs Samspel."),
                params={"limit": settings.UPLOAD_LIMIT_MB},
            )
        return file
