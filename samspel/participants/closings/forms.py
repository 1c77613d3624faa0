"""Forms about a closing: what it led to, the statement, the checks afterwards."""

from datetime import date
from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.closing import Closing
from samspel.participants.closings.check import Reached
from samspel.participants.closings.checking_up import Answered
from samspel.participants.closings.closing_up import FITS, LedTo
from samspel.participants.closings.details import ClosingDetails, Employment, Studies
from samspel.participants.closings.sections import SECTIONS, Section
from samspel.participants.closings.statement import Statement
from samspel.participants.episode import Episode
from samspel.participants.forms.episode import (
    income_choices,
    occupation_choices,
    outcome_choices,
)
from samspel.records.fields import code_field, date_field
from samspel.records.forms import ActionForm, Group, RecordForm

_NEXT = ("next_step", "taken_over_by")
LONGEST_SECTION = 8000


class LedToForm(ActionForm):
    """What a closing led to, beside the outcome."""

    extent = forms.IntegerField(
        label=_("Extent, per cent of full time"), required=False, min_value=1, max_value=100
    )
    is_subsidised = forms.NullBooleanField(
        label=_("Subsidised"),
        required=False,
        widget=forms.Select(
            choices=[("", _("Not known yet")), ("true", _("Yes")), ("false", _("No"))]
        ),
    )
    employer = forms.CharField(label=_("Employer"), max_length=120, required=False)
    next_step = forms.CharField(
        label=_("What comes next"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    taken_over_by = forms.CharField(
        label=_("Who takes over"),
        max_length=200,
        required=False,
        help_text=_("The agency or person that the participant turns to from now on."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["employment"] = code_field(_("Form of employment"), Employment.choices)
        self.fields["studies"] = code_field(_("Form of studies"), Studies.choices)

    def led_to(self) -> LedTo:
        """What was entered, cleaned."""
        return LedTo(**{name: self.cleaned_data[name] for name in LedTo.__dataclass_fields__})

    def _details(self) -> list[tuple[Any, tuple[str, ...]]]:
        return [
            (_("If the outcome is work"), FITS["work"]),
            (_("If the outcome is studies"), FITS["studies"]),
            (_("From here on"), _NEXT),
        ]


class CloseForm(LedToForm, RecordForm):
    """The last day of the stay and what it led to."""

    closed_on = date_field(_("Last day"), required=True)

    def __init__(self, data: Any = None, *, episode: Episode, today: date) -> None:
        names = ("income_after", "occupation_after", "version")
        initial = {name: getattr(episode, name) for name in names} | {"closed_on": today}
        super().__init__(data, initial=initial)
        self.fields["outcome"] = code_field(_("Outcome"), outcome_choices(), required=True)
        self.fields["income_after"] = code_field(_("Income source after"), income_choices())
        self.fields["occupation_after"] = code_field(_("Occupation after"), occupation_choices())
        self.record = episode

    def closing(self) -> Closing:
        """What was entered of the closing itself, cleaned."""
        return Closing(**{name: self.cleaned_data[name] for name in Closing.__dataclass_fields__})

    def groups(self) -> list[Group]:
        """The closing, what belongs to one outcome only, and what comes next."""
        first = ("closed_on", "outcome", "occupation_after", "income_after")
        return self.grouped((_("The closing"), first), *self._details())


class DetailsForm(LedToForm):
    """Puts right what a closing led to."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, *, details: ClosingDetails | None, outcome: str) -> None:
        self.outcome = outcome
        names = (*LedTo.__dataclass_fields__, "version")
        initial = {name: getattr(details, name) for name in names} if details else {"version": 0}
        super().__init__(data, initial=initial)

    def groups(self) -> list[Group]:
        """What belongs to the outcome, or says something all the same, and what comes next."""
        return self.grouped(
            *((title, names) for title, names in self._details() if self._is_asked(names))
        )

    def _is_asked(self, names: tuple[str, ...]) -> bool:
        belongs_to = next((outcome for outcome, fits in FITS.items() if names == fits), None)
        if belongs_to in (None, self.outcome):
            return True
        return any(self[name].errors or self[name].value() not in (None, "") for name in names)


class BeginClosingForm(RecordForm):
    """Since when the closing is being prepared."""

    begun_on = date_field(_("Since"), required=True)

    def __init__(self, data: Any = None, *, episode: Episode, today: date) -> None:
        begun = episode.closing_begun_on or today
        super().__init__(data, initial={"begun_on": begun, "version": episode.version})
        self.record = episode


class StatementForm(ActionForm):
    """The texts of a closing statement, each filled in with its draft."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, data: Any = None, *, statement: Statement | None, drafts: dict[str, str]
    ) -> None:
        kept = statement.texts if statement else {}
        initial = {each.key: kept.get(each.key, drafts[each.key]) for each in SECTIONS}
        initial["version"] = statement.version if statement else 0
        super().__init__(data, initial=initial)
        for each in SECTIONS:
            self.fields[each.key] = _section_field(each)
        self.drafts = drafts

    def all_texts(self) -> dict[str, str]:
        """Every text as it stands in the form: what is signed."""
        typed = {each.key: self.cleaned_data[each.key] for each in SECTIONS}
        return {key: text.replace("\r\n", "\n").strip() for key, text in typed.items()}

    def texts(self) -> dict[str, str]:
        """The texts that say something else than their draft, or nothing where it says something.

        The others stay the record's own.
        """
        texts = self.all_texts()
        return {
            key: text
            for key, text in texts.items()
            if text != self.drafts[key] and self.add_prefix(key) in self.data
        }

    def show_what_stands(self, row: Any) -> None:
        """Keep what was typed, and show under each text what somebody else has saved meanwhile."""
        self.add_error(
            None,
            _(
                "Somebody else saved this while you were writing, so nothing of yours is saved "
                "yet. Under each field it says what stands now: check, and save again."
            ),
        )
        for each in SECTIONS:
            stands = row.texts.get(each.key, self.drafts[each.key])
            if stands != self.cleaned_data.get(each.key):
                said = translated("Now stands: %(value)s") % {"value": stands or "–"}
                self[each.key].help_text = escape(said)
        self.data = {name: self.data.get(name) for name in self.data} | {
            self.add_prefix("version"): str(row.version)
        }


def _section_field(section: Section) -> forms.CharField:
    return forms.CharField(
        label=section.title,
        help_text=section.hint,
        required=False,
        max_length=LONGEST_SECTION,
        widget=forms.Textarea(attrs={"rows": 7}),
    )


class CheckForm(ActionForm):
    """How it goes some months after the closing."""

    done_on = date_field(_("Asked on"), required=True)

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"done_on": today})
        self.fields["reached"] = code_field(_("Answer"), Reached.choices, required=True)
        self.fields["occupation"] = code_field(_("Occupation now"), occupation_choices())
        self.fields["income"] = code_field(_("Income source now"), income_choices())

    def answered(self) -> Answered:
        """What was entered, cleaned."""
        return Answered(**{name: self.cleaned_data[name] for name in Answered.__dataclass_fields__})
