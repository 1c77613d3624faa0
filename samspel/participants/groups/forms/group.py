"""What a group is, and which day is its last."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.groups.forming import FACTS, Facts
from samspel.participants.groups.forms.naming import TICK, NamelessForm
from samspel.participants.groups.group import Group
from samspel.participants.groups.kind import GroupKind
from samspel.records.fields import NameField, date_field
from samspel.records.forms import ActionForm, RecordForm
from samspel.records.forms import Group as FieldGroup

MOST_PLACES = 500
MOST_SESSIONS = 200


def number_field(label: Any, most: int, **options: Any) -> forms.IntegerField:
    """A whole number from 1, as digits."""
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        error_messages={"invalid": _("Write a whole number.")},
        **options,
    )


class KindField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when it runs
    """One of the team's kinds that are used; the one that a thing has already stays possible."""

    def __init__(self, team: Team, current: GroupKind | None = None) -> None:
        kinds = GroupKind.objects.filter(team=team, is_used=True)
        if current is not None:
            kinds |= GroupKind.objects.filter(pk=current.pk)
        super().__init__(
            label=_("Sort of group"),
            queryset=kinds.order_by("title", "pk"),
            empty_label=str(_("Choose …")),
            error_messages={"invalid_choice": _("Choose one of the team's kinds of groups.")},
        )


class GroupFields(forms.Form):
    """What a group is, as it is entered."""

    name = NameField(label=_("Name"), required=True)
    purpose = forms.CharField(
        label=_("What it is for"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    place = NameField(label=_("Where"), max_length=120)
    starts_on = date_field(_("First day"), required=True)
    is_open = forms.BooleanField(
        label=_("Open to all participants"),
        required=False,
        initial=True,
        help_text=_("Without the tick one comes by invitation: those who are members."),
    )
    capacity = number_field(
        _("Places"), MOST_PLACES, help_text=_("Leave empty where all have room.")
    )
    sessions_planned = number_field(
        _("Number of sessions"),
        MOST_SESSIONS,
        help_text=_("Of a group with a fixed number. Leave empty where it goes on."),
    )

    def facts(self) -> Facts:
        """What was entered, cleaned."""
        return Facts(**{name: self.cleaned_data[name] for name in FACTS})

    def groups(self) -> list[FieldGroup]:
        """What it is, when it is, and who may come."""
        shown: Any = self
        tick = (TICK,) if TICK in self.fields else ()
        grouped: list[FieldGroup] = shown.grouped(
            (_("The group"), ("kind", "name", "purpose", "place", *tick)),
            (_("From when"), ("starts_on", "sessions_planned")),
            (_("Who comes"), ("is_open", "capacity")),
        )
        return grouped


class NewGroupForm(GroupFields, ActionForm):
    """A new group."""

    def __init__(self, data: Any = None, *, team: Team, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["kind"] = KindField(team)


class ChangeGroupForm(GroupFields, NamelessForm, RecordForm):
    """What a group is, changed."""

    def __init__(self, data: Any = None, *, group: Group) -> None:
        self.record = group
        initial = {name: getattr(group, name) for name in FACTS} | {"version": group.version}
        super().__init__(data, initial=initial)
        self.fields["kind"] = KindField(group.team, group.kind)


class EndForm(RecordForm):
    """A group's last day."""

    ends_on = date_field(_("Last day"), help_text=_("Leave empty to let the group go on."))

    def __init__(self, data: Any = None, *, group: Group, initial: Any = None) -> None:
        self.record = group
        first = {"ends_on": group.ends_on or initial, "version": group.version}
        super().__init__(data, initial=first)
