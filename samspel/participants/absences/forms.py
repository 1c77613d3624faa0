"""The form of an absence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.absences.absence import Absence
from samspel.participants.absences.absenting import FIELDS, Away
from samspel.participants.coaches import coaches
from samspel.records.fields import date_field
from samspel.records.forms import ActionForm, RecordForm


class AbsenceForm(ActionForm):
    """Who is away from when to when, and who has the list; a coach enters the own only."""

    first_on = date_field(_("First day away"), required=True)
    last_on = date_field(_("Last day away"), required=True)

    def __init__(
        self,
        data: Any = None,
        *,
        team: Team,
        coach: User,
        is_leader: bool,
        initial: dict[str, Any],
    ) -> None:
        """``coach`` is who is away as long as a leader chooses nobody else."""
        super().__init__(data, initial={"coach": coach} | initial)
        self._coach = coach
        staff = coaches([team])
        if is_leader:
            # Who is away already stays possible after having left the team.
            all_of_them = (staff | User.objects.filter(pk=coach.pk)).order_by("name", "pk")
            self.fields["coach"] = _staff_field(_("Who is away"), all_of_them)
        self.fields["substitute"] = _staff_field(
            _("Who has the list meanwhile"),
            staff if is_leader else staff.exclude(pk=coach.pk),
            help_text=_("Sees the cases among the own ones from the first day to the last."),
        )
        self.order_fields(["coach", "first_on", "last_on", "substitute"])

    def away(self) -> Away:
        """What was entered, cleaned."""
        given = {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}
        return Away(**{"coach": self._coach} | given)


class ChangeAbsenceForm(AbsenceForm, RecordForm):
    """The same of an absence that is entered already."""

    def __init__(self, data: Any = None, *, absence: Absence, is_leader: bool) -> None:
        self.record = absence
        super().__init__(
            data,
            team=absence.team,
            coach=absence.coach,
            is_leader=is_leader,
            initial={name: getattr(absence, name) for name in (*FIELDS, "version")},
        )


def _staff_field(label: Any, staff: Any, **options: Any) -> "forms.ModelChoiceField[User]":
    return forms.ModelChoiceField(
        label=label,
        queryset=staff,
        empty_label=str(_("Choose …")),
        error_messages={"invalid_choice": _("Choose one of the team's coaches.")},
        **options,
    )
