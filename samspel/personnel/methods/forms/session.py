"""Supervision and training: about what, when, what it costs, and who took part."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import WHO_MAY, Act
from samspel.organisation.membership import Membership
from samspel.organisation.team import Team
from samspel.personnel.methods.forms.numbers import DecimalsField
from samspel.personnel.methods.keeping_sessions import SessionFacts
from samspel.personnel.methods.staff_session import StaffSession, StaffSessionKind
from samspel.records.fields import NameField, choices_of, code_field, date_field
from samspel.records.forms import ActionForm, RecordForm

ORE = 100
LONGEST_NAME = 80
_NAMES = ("kind", "title", "provider", "on", "days", "hours", "kronor", "version")


class SessionForm(ActionForm):
    """Supervision or training that is entered."""

    kind = code_field(_("Kind"), StaffSessionKind.choices, required=True)
    title = NameField(label=_("About what"), required=True, max_length=120)
    provider = NameField(
        label=_("Led by"), max_length=120, help_text=_("A person, an agency or a firm.")
    )
    on = date_field(_("Day, or the first of several"), required=True)
    last_on = date_field(_("Last day"), help_text=_("Empty if it is one day."))
    days = forms.IntegerField(
        label=_("On how many days"),
        required=False,
        min_value=1,
        max_value=366,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Empty is all working days from the first to the last."),
        error_messages={
            "invalid": _("Write a whole number of days, such as 2."),
            "min_value": _("Write on how many days it is: one at least."),
        },
    )
    hours = DecimalsField(
        label=_("Hours, all days together"), refusal=_("Write the hours as 6 or 1,5.")
    )
    kronor = DecimalsField(
        label=_("Cost in kronor"),
        refusal=_("Write the cost in kronor, such as 12 400 or 12 400,50."),
        help_text=_("Empty as long as nobody knows; 0 if it is free."),
    )
    others = forms.CharField(
        label=_("Others who took part"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One name on each line."),
    )
    field_order = (
        *("kind", "title", "provider", "on", "last_on", "days", "hours", "kronor"),
        *("members", "others"),
    )

    def __init__(self, data: Any = None, *, team: Team, **options: Any) -> None:
        super().__init__(data, **options)
        self.offer(team)

    def offer(self, team: Team, named: tuple[str, ...] = ()) -> None:
        """Offer the team's staff to tick; whoever is named and not of the staff stands beside."""
        staff = members_of(team)
        self.fields["members"] = forms.MultipleChoiceField(
            label=_("Who took part"),
            required=False,
            choices=choices_of({name: name for name in staff}),
            widget=forms.CheckboxSelectMultiple,
            initial=[name for name in named if name in staff],
        )
        self.fields["others"].initial = "\n".join(name for name in named if name not in staff)
        self.order_fields(self.field_order)

    def clean_others(self) -> list[str]:
        """The names by line; signs that cannot be seen are refused."""
        lines = (" ".join(each.split()) for each in self.cleaned_data["others"].splitlines())
        names = [each for each in lines if each]
        for name in names:
            if not name.isprintable() or len(name) > LONGEST_NAME:
                raise ValidationError(translated("Write one name on each line, 80 signs at most."))
        return names

    def facts(self) -> SessionFacts:
        """What was entered, cleaned."""
        given = self.cleaned_data
        plain = ("kind", "title", "provider", "on", "last_on", "days", "hours")
        kronor = given["kronor"]
        return SessionFacts(
            **{name: given[name] for name in plain},
            cost=None if kronor is None else int(kronor * ORE),
            names=tuple(dict.fromkeys([*given["members"], *given["others"]])),
        )


class ChangeSessionForm(SessionForm, RecordForm):
    """The same of a session that there is."""

    def __init__(self, data: Any = None, *, session: StaffSession) -> None:
        self.record = session
        initial = {name: getattr(session, name) for name in _NAMES}
        initial["last_on"] = None if session.is_one_day else session.last_on
        super(SessionForm, self).__init__(data, initial=initial)
        self.offer(session.team, tuple(session.attendees.values_list("name", flat=True)))


def members_of(team: Team) -> list[str]:
    """The names of those who do casework in the team now, by name."""
    held = Membership.objects.filter(team=team, ended_on=None, role__in=WHO_MAY[Act.CASEWORK])
    return list(held.order_by("user__name").values_list("user__name", flat=True).distinct())
