"""A session: when and where it is, why it is cancelled, what was done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.coaches import coaches
from samspel.participants.groups.forms.group import KindField
from samspel.participants.groups.forms.naming import TICK, NamelessForm
from samspel.participants.groups.forms.time import require_order
from samspel.participants.groups.holding import Occasion
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.session import Session
from samspel.participants.groups.starter_kinds import SINGLE_ACTIVITY
from samspel.participants.visits.forms.booking import clock_field
from samspel.records.fields import NameField, date_field
from samspel.records.forms import RecordForm

_NAMES = ("on", "at", "ends_at", "place", "led_by", "title", "kind")


class StaffField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    """One of the staff of some teams."""

    def __init__(self, teams: list[Team], label: Any, empty: Any, **options: Any) -> None:
        super().__init__(
            label=label,
            queryset=coaches(teams),
            empty_label=str(empty),
            error_messages={"invalid_choice": _("Choose one of the staff of the group's teams.")},
            **options,
        )


class SessionFields(forms.Form):
    """When and where a session is, as it is entered."""

    on = date_field(_("Day"), required=True)
    at = clock_field(_("From"))
    ends_at = clock_field(_("To"))
    place = NameField(label=_("Where"), max_length=120)

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        cleaned = super().clean() or {}
        require_order(self)
        return cleaned

    def add_fields(self, teams: list[Team], team: Team | None, kind: GroupKind | None) -> None:
        """Who leads it; of a single activity of ``team`` also what it is."""
        nobody = _("Nobody yet") if team else _("The group's leaders")
        self.fields["led_by"] = StaffField(teams, _("Led by"), nobody, required=False)
        if team is None:
            self.fields["place"].help_text = _("Leave empty where it is the group's usual place.")
            return
        self.fields.pop(TICK, None)  # only the team itself reads of a single activity
        self.fields["title"] = NameField(label=_("What is done"), required=True)
        self.fields["kind"] = KindField(team, kind)
        self.order_fields(["title", "kind", "on", "at", "ends_at", "place", "led_by"])

    def occasion(self) -> Occasion:
        """What was entered, cleaned."""
        given = {name: self.cleaned_data[name] for name in _NAMES if name in self.fields}
        return Occasion(**given)


class NewSessionForm(SessionFields, NamelessForm):
    """One more session of a group, or a single activity of a team."""

    def __init__(
        self, data: Any = None, *, teams: list[Team], team: Team | None = None, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.add_fields(teams, team, None)
        if team is not None:
            kind = GroupKind.objects.filter(team=team, code=SINGLE_ACTIVITY, is_used=True)
            self.fields["kind"].initial = kind.first()


class ChangeSessionForm(SessionFields, NamelessForm, RecordForm):
    """A session moved, or led by somebody else."""

    def __init__(self, data: Any = None, *, session: Session, teams: list[Team]) -> None:
        self.record = session
        initial = {name: getattr(session, name) for name in (*_NAMES, "version")}
        super().__init__(data, initial=initial)
        is_single = session.group is None
        self.add_fields(teams, session.team if is_single else None, session.kind)


class CancelForm(NamelessForm, RecordForm):
    """Why a session is not held."""

    because = NameField(
        label=_("Why"), required=True, max_length=200, help_text=_("Such as: the leader is ill.")
    )

    def __init__(self, data: Any = None, *, session: Session) -> None:
        self.record = session
        super().__init__(data, initial={"version": session.version})


class NoteForm(NamelessForm, RecordForm):
    """What was done at a session."""

    note = forms.CharField(
        label=_("What was done"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("About what you did together. What is about one person is a note of the case."),
    )

    def __init__(self, data: Any = None, *, session: Session) -> None:
        self.record = session
        super().__init__(data, initial={"note": session.note, "version": session.version})
