"""The form of the decision on a trial period."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.forms.episode import income_choices, occupation_choices
from samspel.participants.trial.deciding import Verdict
from samspel.participants.trial.decision import Decision
from samspel.records.fields import code_field, date_field
from samspel.records.forms import Group, RecordForm


class DecideForm(RecordForm):
    """Go on, prolong or end."""

    decision = forms.ChoiceField(
        label=_("What is decided"), choices=Decision.choices, widget=forms.RadioSelect
    )
    decided_on = date_field(_("Decided on"), required=True)
    until = date_field(
        _("Prolonged until"), help_text=_("The first day after the prolonged trial period.")
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Always when it is prolonged. At most 500 characters."),
    )

    def __init__(self, data: Any = None, *, episode: Episode, today: date) -> None:
        super().__init__(data, initial={"decided_on": today, "version": episode.version})
        self.fields["income_after"] = code_field(_("Income source after"), income_choices())
        self.fields["occupation_after"] = code_field(_("Occupation after"), occupation_choices())
        self.record = episode

    def groups(self) -> list[Group]:
        """The decision, and what belongs to one of them only."""
        return self.grouped(
            (_("The decision"), ("decision", "decided_on", "reason")),
            (_("If the trial period is prolonged"), ("until",)),
            (_("If it ends as an early dropout"), ("income_after", "occupation_after")),
        )

    def verdict(self) -> Verdict:
        """What was entered; what belongs to another decision is left aside."""
        given = self.cleaned_data
        decision = Decision(given["decision"])
        verdict = Verdict(decision, given["decided_on"], reason=given["reason"])
        if decision == Decision.PROLONG:
            return Verdict(decision, verdict.decided_on, given["until"], verdict.reason)
        if decision == Decision.END:
            after = {name: given[name] for name in ("income_after", "occupation_after")}
            return Verdict(decision, verdict.decided_on, reason=verdict.reason, **after)
        return verdict
