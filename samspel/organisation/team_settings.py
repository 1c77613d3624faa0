"""The form of a team's settings: what its report's tables look like and how it works."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxValueValidator
from django.forms import BoundField
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from samspel.figures.codes import OUTCOMES, REFERRERS
from samspel.organisation.association import Agency
from samspel.organisation.team import Team, TeamReferrer

MOST_PLACES = 999
_COLUMN = "column_"
_REFERRER = "referrer_"
NEW = "referrer_new"


class TeamSettingsForm(forms.ModelForm[Team]):
    """One page of settings in four groups. Each outcome says in which column it stands, each
    referrer of the team's own can be renamed, and one new can be added."""

    template_name = "organisation/parts/grouped_form.html"

    class Meta:
        model = Team
        fields = (
            "started_on",
            "closed_on",
            "capacity",
            "trial_months",
            "follow_up_months",
            "visit_is_obligatory",
            "takes_self_referrals",
            "link_days",
            "checks_after_closing",
            "agencies",
            "report_rhythm",
            "age_bands",
        )
        widgets: ClassVar[dict[str, Any]] = {
            "started_on": forms.DateInput,
            "closed_on": forms.DateInput,
            "agencies": forms.CheckboxSelectMultiple,
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "capacity": _("How many can be enrolled at the same time."),
            "closed_on": _("Only for a team that has stopped working."),
            "report_rhythm": _(
                "Steering group and association can read only reports and figures of these "
                "periods, when they have ended. Change it seldom: who has read both kinds could "
                "subtract the one from the other."
            ),
            "age_bands": _(
                "Whole years, lowest first, with commas between: 16-17,18-30,31-45,46-64,65-"
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"] = forms.ModelMultipleChoiceField(
            Agency.objects.filter(association=self.instance.association),
            label=_("Agencies"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["capacity"].validators.append(MaxValueValidator(MOST_PLACES))
        self._columns = {_COLUMN + outcome.code: outcome.code for outcome in OUTCOMES}
        chosen = self.instance.outcome_columns
        for outcome in OUTCOMES:
            place = chosen.index(outcome.code) + 1 if outcome.code in chosen else None
            self.fields[_COLUMN + outcome.code] = forms.IntegerField(
                label=_(outcome.title), required=False, min_value=1, max_value=99, initial=place
            )
        self._own = {f"{_REFERRER}{each.pk}": each for each in self.instance.own_referrers.all()}
        for name, referrer in self._own.items():
            self.fields[name] = forms.CharField(
                label=_("Referrer %(code)s") % {"code": referrer.code},
                max_length=80,
                initial=referrer.title,
            )
        self.fields[NEW] = forms.CharField(label=_("New referrer"), max_length=80, required=False)

    def groups(self) -> Iterator[tuple[Any, Any, list[BoundField]]]:
        """Heading, explanation and fields of each part of the page."""
        names = list(self.Meta.fields)
        yield _("The team"), "", [self[name] for name in (*names[:3], "agencies")]
        yield _("The way through the team"), "", [self[name] for name in names[3:9]]
        yield _("Reports"), "", [self["report_rhythm"]]
        yield _("Age bands in tables"), "", [self["age_bands"]]
        yield (
            _("Outcomes with a column of their own"),
            _(
                "Number them in the order of the columns. Those without a number are added up "
                "under other outcomes."
            ),
            [self[name] for name in self._columns],
        )
        yield (
            _("Referrers of the team's own"),
            _("Beside those that every team has. One that is in use is renamed, not removed."),
            [self[name] for name in (*self._own, NEW)],
        )

    def clean(self) -> dict[str, Any]:
        """Put the columns in order and give a new referrer its code."""
        given = super().clean() or {}
        places: dict[int, str] = {}
        for name, code in self._columns.items():
            place = given.get(name)
            if place in places:
                self.add_error(name, _("Two outcomes have the same number; give each its own."))
            elif place is not None:
                places[place] = code
        self.outcome_columns = [places[place] for place in sorted(places)]
        self._clean_new(str(given.get(NEW) or "").strip())
        return given

    def _clean_new(self, title: str) -> None:
        code = slugify(title).replace("-", "_")[:40]
        taken = {each.code for each in REFERRERS} | {each.code for each in self._own.values()}
        if title and not code:
            self.add_error(NEW, _("Write a name with letters in it."))
        elif title and code in taken:
            self.add_error(NEW, _("There is already a referrer with this name."))
        self._new = TeamReferrer(team=self.instance, code=code, title=title) if title else None

    def referrers(self) -> list[TeamReferrer]:
        """The team's own referrers that are renamed or new, not saved."""
        renamed = []
        for name, referrer in self._own.items():
            if name in self.changed_data:
                referrer.title = self.cleaned_data[name]
                renamed.append(referrer)
        return [*renamed, self._new] if self._new else renamed

    def changed_team(self) -> Team:
        """The team with what the form changes, not saved."""
        self.instance.outcome_columns = self.outcome_columns
        return self.instance
