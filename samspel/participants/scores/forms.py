"""What is filled in about scores: what a paper form came to, the licence, and the limits."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.scores.instrument import LINE_NAMES, LINES, FilledIn, Instrument
from samspel.participants.scores.licensing import Licensed
from samspel.participants.scores.limits import LIMITS, Limits
from samspel.participants.scores.points import PointsField
from samspel.participants.scores.recording import FIELDS, Filled
from samspel.participants.scores.score import HIGHEST, LOWEST, Score
from samspel.participants.scores.settings import (
    HIGHEST_CHANGE,
    HIGHEST_LINE,
    LOWEST_CHANGE,
    LOWEST_LINE,
    OLDEST_ADOLESCENT,
    OLDEST_ADULT,
    YOUNGEST_ADOLESCENT,
    YOUNGEST_ADULT,
    ScoreSettings,
)
from samspel.records.fields import date_field
from samspel.records.forms import ActionForm, Group, RecordForm


class ScoreForm(ActionForm):
    """Four lines of a paper form, the day, and who filled it in."""

    def __init__(self, data: Any = None, *, instrument: Instrument, **options: Any) -> None:
        super().__init__(data, **options)
        for name, title in zip(LINES, LINE_NAMES[instrument], strict=True):
            self.fields[name] = PointsField(label=title, lowest=LOWEST, highest=HIGHEST)
        self.fields["on"] = date_field(_("Day"), required=True)
        choices = [(value, label.capitalize()) for value, label in FilledIn.choices]
        self.fields["filled_in_by"] = forms.ChoiceField(
            label=_("Who filled in the form"), choices=choices, widget=forms.RadioSelect
        )

    def groups(self) -> list[Group]:
        """What is measured with the ruler, and the rest."""
        return self.grouped(
            (_("Centimetres along each line, with one decimal"), LINES),
            (_("When and by whom"), ("on", "filled_in_by")),
        )

    def filled(self) -> Filled:
        """What was entered, cleaned."""
        return Filled(**{name: self.cleaned_data[name] for name in FIELDS})


class NewScoreForm(ScoreForm):
    """A form that was filled in today, or another day."""

    def __init__(self, data: Any = None, *, instrument: Instrument, today: date) -> None:
        initial = {"on": today, "filled_in_by": FilledIn.PARTICIPANT}
        super().__init__(data, instrument=instrument, initial=initial)


class CorrectScoreForm(ScoreForm, RecordForm):
    """What was entered, to be corrected."""

    def __init__(self, data: Any = None, *, score: Score) -> None:
        initial = {name: getattr(score, name) for name in (*FIELDS, "version")}
        super().__init__(data, instrument=Instrument(score.instrument), initial=initial)
        self.record = score


class VersionForm(RecordForm):
    """A button: nothing but the version that its page showed."""


class LicenceForm(ActionForm):
    """The leader's confirmation that the team may use the paper forms."""

    holder = forms.CharField(
        label=_("Who holds the licence"),
        max_length=200,
        help_text=_("The team, its host or a person: as it is written in the licence."),
    )
    agreed_on = date_field(_("Day of the licence"), required=True)
    wording = forms.CharField(
        label=_("Number or wording of the licence"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What it allows, or where it is kept. At most 4 000 characters."),
    )
    is_confirmed = forms.BooleanField(
        label=_(
            "I confirm that the licence is in force and that the team fills in the forms on paper."
        ),
        error_messages={"required": _("Tick the box when you have made sure of it.")},
    )

    def licensed(self) -> Licensed:
        """What was entered, cleaned."""
        given = self.cleaned_data
        return Licensed(given["holder"], given["agreed_on"], given["wording"].strip())


class LimitsForm(RecordForm):
    """What the team reads scores by."""

    def __init__(self, data: Any = None, *, settings: ScoreSettings) -> None:
        initial = asdict(settings.limits) | {"version": settings.version}
        super().__init__(data, initial=initial)
        lines = {
            "cutoff_adult": _("Cut-off for adults"),
            "cutoff_adolescent": _("Cut-off for adolescents"),
            "cutoff_child": _("Cut-off for children"),
            "srs_alert": _("Worth a talk below"),
        }
        for name, label in lines.items():
            self.fields[name] = PointsField(label=label, lowest=LOWEST_LINE, highest=HIGHEST_LINE)
        self.fields["reliable_change"] = PointsField(
            label=_("Reliable change, points"), lowest=LOWEST_CHANGE, highest=HIGHEST_CHANGE
        )
        young = (YOUNGEST_ADOLESCENT, OLDEST_ADOLESCENT)
        self.fields["adolescent_from"] = _age(_("Adolescent from, years"), *young)
        self.fields["adult_from"] = _age(_("Adult from, years"), YOUNGEST_ADULT, OLDEST_ADULT)
        self.record = settings

    def groups(self) -> list[Group]:
        """By form, and the ages that the cut-offs go by."""
        return self.grouped(
            (
                _("ORS, how it is going"),
                ("cutoff_adult", "cutoff_adolescent", "cutoff_child", "reliable_change"),
            ),
            (_("SRS, how the conversation was"), ("srs_alert",)),
            (_("Age at the first score"), ("adolescent_from", "adult_from")),
        )

    def limits(self) -> Limits:
        """What was entered, cleaned."""
        return Limits(**{name: self.cleaned_data[name] for name in LIMITS})


def _age(label: Any, youngest: int, oldest: int) -> forms.IntegerField:
    whole = _("Write a whole number of years from %(youngest)s to %(oldest)s.")
    told = whole % {"youngest": youngest, "oldest": oldest}
    return forms.IntegerField(
        label=label,
        min_value=youngest,
        max_value=oldest,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 5}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), told),
    )
