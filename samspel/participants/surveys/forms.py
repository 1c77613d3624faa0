"""The forms of surveys: the round, whom to ask, and a file of results."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.surveys.asking import Round
from samspel.participants.surveys.result_file import (
    FileRefused,
    ResultFile,
    read_results,
)
from samspel.participants.surveys.survey import Survey
from samspel.records.fields import NameField, date_field
from samspel.records.forms import ActionForm, RecordForm


class SurveyForm(ActionForm):
    """A round of the survey: its name and its days."""

    title = NameField(
        label=_("Name"), required=True, help_text=_("Such as: Indicator survey, autumn 2026.")
    )
    opens_on = date_field(_("First day"), required=True)
    closes_on = date_field(_("Last day"), required=True)

    def round_(self) -> Round:
        """What was entered, cleaned."""
        given = self.cleaned_data
        return Round(given["title"], given["opens_on"], given["closes_on"])


class ChangeSurveyForm(SurveyForm, RecordForm):
    """The same of a survey that there is already."""

    def __init__(self, data: Any = None, *, survey: Survey) -> None:
        self.record = survey
        names = ("title", "opens_on", "closes_on", "version")
        super().__init__(data, initial={name: getattr(survey, name) for name in names})


class ToAskField(forms.MultipleChoiceField):
    """Those who may be ticked; ``meanwhile`` are those whom a colleague has noted since then."""

    widget = forms.CheckboxSelectMultiple
    meanwhile: frozenset[str] = frozenset()

    def valid_value(self, value: Any) -> bool:
        """Who stood there when the page was shown is no wrong choice."""
        return value in self.meanwhile or super().valid_value(value)


class InviteForm(ActionForm):
    """Several who were asked on one day; the candidates are offered."""

    on = date_field(_("Asked on"), required=True)
    episodes = ToAskField(
        label=_("Whom you asked"),
        error_messages={
            "required": _("Tick at least one person."),
            "invalid_choice": _("Choose one of those in the list."),
        },
    )

    def __init__(
        self,
        data: Any = None,
        *,
        candidates: Sequence[Episode],
        on: date,
        already: Sequence[Episode] = (),
    ) -> None:
        super().__init__(data, initial={"on": on})
        self._by_key = {str(each.pk): each for each in (*candidates, *already)}
        field: Any = self.fields["episodes"]
        field.choices = [(str(each.pk), _shown(each)) for each in candidates]
        field.meanwhile = frozenset(str(each.pk) for each in already)

    def chosen(self) -> list[Episode]:
        """Those who were ticked."""
        return [self._by_key[key] for key in dict.fromkeys(self.cleaned_data["episodes"])]


def _shown(episode: Episode) -> str:
    return f"{episode.participant.listed_name} {episode.case_number}"


class ResultsForm(forms.Form):
    """A file of results."""

    file = forms.FileField(
        label=_("File with the results (CSV)"),
        help_text=_(
            "One line for each question and gender, with the headings fråga, kön, antal svar and "
            "andel or medelvärde."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> ResultFile:
        """The file as it was understood."""
        handed: UploadedFile[Any] = self.cleaned_data["file"]
        try:
            return read_results(handed.read())
        except FileRefused as refused:
            raise ValidationError(str(refused)) from refused
