"""The form of a start group: what is common, and each person's coach."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.coaches import coaches
from samspel.participants.consents.checklist_form import (
    check_first_step,
    intake_field,
    meeting_fields,
    visit_field,
)
from samspel.participants.consents.enrolling import Meeting
from samspel.participants.consents.start_group import Beginner
from samspel.participants.episode import Episode
from samspel.participants.visits.obligation import visit_missing
from samspel.records.fields import date_field
from samspel.records.forms import LARGEST_VERSION, ActionForm

COMMON = ("enrolled_on", "start_group", "coach", "first_step", "first_step_on")
CONCERNS = ("is_despite_intake", "without_visit_because")


class StartGroupForm(ActionForm):
    """One first day for all; the coach for all, or another one for some."""

    enrolled_on = date_field(
        _("First day"),
        required=True,
        help_text=_("May lie ahead: until then they stay in the queue."),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        team: Team,
        episodes: Sequence[Episode],
        warnings: Sequence[str],
        today: date,
    ) -> None:
        super().__init__(data, initial={"enrolled_on": today})
        self.episodes = episodes
        self._staff = {str(each.pk): each for each in coaches([team])}
        self._named = _named_staff(episodes)
        self.fields |= meeting_fields()
        self.fields["start_group"].required = True
        self.fields["coach"] = self._coach_field(_("Coach for all"), _("Nobody yet"))
        self.order_fields(COMMON)
        for each in episodes:
            self._add_person(each)
        if warnings:
            self.fields["is_despite_intake"] = intake_field()
        if any(visit_missing(each) for each in episodes):
            self.fields["without_visit_because"] = visit_field()

    def _coach_field(self, label: Any, nobody: Any) -> forms.Field:
        names = [(pk, each.name) for pk, each in self._staff.items()]
        return forms.ChoiceField(
            label=label,
            choices=[("", nobody), *names],
            required=False,
            error_messages={"invalid_choice": _("Choose one of the team's coaches.")},
        )

    def _add_person(self, episode: Episode) -> None:
        if episode.coach is not None:
            self._staff.setdefault(str(episode.coach.pk), episode.coach)
        told = {"name": episode.participant.listed_name, "number": episode.case_number}
        label = _("Coach of %(name)s, case %(number)s") % told
        coach = self._coach_field(label, _("As for all"))
        coach.initial = str(episode.coach_id or "")
        self.fields[f"coach_{episode.pk}"] = coach
        self.fields[f"version_{episode.pk}"] = forms.IntegerField(
            widget=forms.HiddenInput,
            min_value=0,
            max_value=LARGEST_VERSION,
            initial=episode.version,
        )

    def clean(self) -> dict[str, Any]:
        """A protected person's coach is one of the named staff."""
        given = super().clean() or {}
        check_first_step(self)
        for episode in self.episodes:
            coach, name = self._coach_of(episode), f"coach_{episode.pk}"
            named = self._named.get(episode.participant_id)
            if coach is not None and named is not None and coach.pk not in named:
                self.add_error(
                    name, _("Of a protected person only one of the named staff can be coach.")
                )
        return given

    def _coach_of(self, episode: Episode) -> User | None:
        own = self.cleaned_data.get(f"coach_{episode.pk}", "")
        return self._staff.get(own or self.cleaned_data.get("coach", ""))

    def beginners(self) -> list[Beginner]:
        """Everybody with their coach, cleaned."""
        return [
            Beginner(each, self.cleaned_data[f"version_{each.pk}"], self._coach_of(each))
            for each in self.episodes
        ]

    def meeting(self) -> Meeting:
        """What is common, cleaned."""
        names = ("start_group", "first_step", "first_step_on")
        return Meeting(
            **{name: self.cleaned_data[name] for name in names},
            without_visit_because=self.cleaned_data.get("without_visit_because", ""),
            is_despite_intake=self.cleaned_data.get("is_despite_intake", False),
        )

    def refuse(self, sentences: Mapping[UUID, list[str]]) -> None:
        """Say of each who hinders the group what it is."""
        for episode in self.episodes:
            if episode.pk in sentences:
                text = " ".join(sentences[episode.pk])
                self.add_error(f"coach_{episode.pk}", ValidationError(text))

    def common(self) -> list[forms.BoundField]:
        """What is the same for all."""
        return [self[name] for name in COMMON]

    def concerns(self) -> list[forms.BoundField]:
        """What is asked only where something speaks against the enrolment."""
        return [self[name] for name in CONCERNS if name in self.fields]

    def people(self) -> list[tuple[Episode, forms.BoundField, forms.BoundField]]:
        """Each case with the fields of its version and its coach."""
        return [
            (each, self[f"version_{each.pk}"], self[f"coach_{each.pk}"]) for each in self.episodes
        ]


def _named_staff(episodes: Sequence[Episode]) -> dict[UUID, set[int]]:
    """Who may be coach of each protected person; the others are not in it."""
    return {
        each.participant_id: set(each.participant.named_staff.values_list("pk", flat=True))
        for each in episodes
        if each.participant.is_protected
    }
