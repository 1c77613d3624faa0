"""Who came to a visit, and what it led to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.forms.episode import reason_choices
from samspel.participants.forms.fields import CoachField
from samspel.participants.forms.person import ParticularsForm
from samspel.participants.participant import Participant
from samspel.participants.visits.coming import Presence
from samspel.participants.visits.visit import Visit
from samspel.records.fields import code_field, date_field
from samspel.records.forms import Group, RecordForm

NEW, NAMELESS = "new", "nameless"
_PRESENT = {"yes": True, "no": False}


class CameForm(ParticularsForm):
    """Somebody came: one whom the team has, somebody new, or somebody who gives no name."""

    search = forms.CharField(
        label=_("Name, identity number or case number"), required=False, max_length=100
    )
    caseworker_was_present = forms.ChoiceField(
        label=_("The caseworker was present"),
        required=False,
        choices=[("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
    )

    def __init__(
        self, data: Any = None, *, visit: Visit, candidates: Sequence[Participant], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self._candidates = {str(each.pk): each for each in candidates}
        known = [(pk, _described(each)) for pk, each in self._candidates.items()]
        self.fields["who"] = forms.ChoiceField(
            label=_("Who came?"),
            choices=[
                *known,
                (NEW, _("Somebody new, who is registered")),
                (NAMELESS, _("Somebody new, who gives no name")),
            ],
            widget=forms.RadioSelect,
            initial=NEW,
            error_messages={
                "required": _("Say who came."),
                "invalid_choice": _("Choose one of those in the list."),
            },
        )
        self.fields["coach"] = CoachField(visit.team, None)

    @property
    def found(self) -> list[Participant]:
        """Those whom the team may have already."""
        return list(self._candidates.values())

    @property
    def person(self) -> Participant | None:
        """The one of the team's persons who was chosen."""
        return self._candidates.get(self.cleaned_data["who"])

    @property
    def has_no_name(self) -> bool:
        """Whether a new person gives no name."""
        return bool(self.cleaned_data["who"] == NAMELESS)

    def presence(self) -> Presence:
        """Who was there beside the person, cleaned."""
        there = _PRESENT.get(self.cleaned_data["caseworker_was_present"])
        return Presence(caseworker=there, coach=self.cleaned_data["coach"])

    def groups(self) -> list[Group]:
        """Who came, who was there, and who somebody new is."""
        return self.grouped(
            (_("The visit"), ("who", "caseworker_was_present", "coach")),
            (_("Only for somebody new, who is registered"), tuple(ParticularsForm.base_fields)),
        )


def _described(person: Participant) -> str:
    if person.is_protected or person.birth_date is None:
        return person.listed_name
    return translated("%(name)s, born %(day)s") % {
        "name": person.listed_name,
        "day": person.birth_date.isoformat(),
    }


class NoForm(RecordForm):
    """The visit led to no: when that was said, and why."""

    withdrawn_on = date_field(_("Day on which it was said"), required=True)

    def __init__(self, data: Any = None, *, episode: Episode, today: date) -> None:
        super().__init__(data, initial={"withdrawn_on": today, "version": episode.version})
        self.fields["reason"] = code_field(_("Why"), reason_choices(), required=True)
        self.record = episode
