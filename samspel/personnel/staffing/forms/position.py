"""The forms of a position: adding, changing, ending it, and taking it back."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.personnel.staffing.forms.day import day_field
from samspel.personnel.staffing.forms.share import SHARE_FIELDS, ShareForm, share_initial
from samspel.personnel.staffing.position import EmployedBy, Position
from samspel.personnel.staffing.positions import FIELDS
from samspel.personnel.staffing.rules import CONFIRM, OverlapError
from samspel.personnel.staffing.vacancies import vacancy_after
from samspel.records.fields import NameField, code_field
from samspel.records.forms import Group, RecordForm

_SAME = ("role", "employed_by", "agency", "comes_from", "stands_in_for", "paid_from_budget")
ROLES = (
    _("coach"),
    _("team leader"),
    _("co-ordinator"),
    _("occupational therapist"),
    _("administrator"),
)
"""Suggested where the team has no words of its own yet."""


class PositionForm(ShareForm):
    """A position with its first share."""

    name = NameField(
        label=_("Name"), max_length=120, help_text=_("Leave it empty while the position is vacant.")
    )
    role = NameField(
        label=_("Role"), required=True, help_text=_("In the team's own words, such as coach.")
    )
    employed_by = code_field(_("Employed by"), EmployedBy.choices, required=True)
    agency = forms.ModelChoiceField(
        label=_("Agency"),
        queryset=Agency.objects.none(),
        required=False,
        help_text=_("Who lends the person; or, for others, the agency that the person represents."),
    )
    comes_from = NameField(
        label=_("Which team or company"),
        max_length=120,
        help_text=_("For who is borrowed from another team or is a hired service."),
    )
    first_on = day_field(_("First day"), required=True)
    last_on = day_field(_("Last day"), help_text=_("Leave it empty while it is not known."))
    stands_in_for = forms.ModelChoiceField(
        label=_("Stands in for"), queryset=Position.objects.none(), required=False
    )
    paid_from_budget = forms.BooleanField(
        label=_("Paid from the team's budget"), required=False, initial=True
    )

    def __init__(self, data: Any = None, *, team: Team, **options: Any) -> None:
        super().__init__(data, **options)
        self._choices_of(team)
        self.fields["name"].widget.attrs["list"] = "names"
        self.fields["role"].widget.attrs["list"] = "roles"
        self.fields["comes_from"].widget.attrs["list"] = "teams"
        if data is not None and CONFIRM in data:
            self._ask_to_confirm()

    def _choices_of(self, team: Team) -> None:
        agency: Any = self.fields["agency"]
        agency.queryset = team.association.agencies.order_by("name", "pk")
        agency.empty_label = translated("No agency")
        stands_in: Any = self.fields["stands_in_for"]
        stands_in.queryset = team.positions.order_by("-first_on", "-pk")
        stands_in.label_from_instance = lambda row: f"{row}, {row.role} {row.first_on.isoformat()}"
        stands_in.empty_label = translated("Nobody")

    def _ask_to_confirm(self) -> None:
        self.fields[CONFIRM] = forms.BooleanField(
            label=translated("It is right: save anyway"), required=False
        )

    def carry_out(self, action: Callable[..., Any], **values: Any) -> Any | None:
        """What the action returns, or None; an overlap is asked about, to be confirmed."""
        is_confirmed = self.cleaned_data.get(CONFIRM, False)
        return super().carry_out(action, is_confirmed=is_confirmed, **values)

    def show(self, error: ValidationError) -> None:
        """As of every form; an overlap comes with a tick that says it is right."""
        if isinstance(error, OverlapError):
            self._ask_to_confirm()
        super().show(error)

    def values(self) -> dict[str, Any]:
        """What was entered, cleaned."""
        return {name: self.cleaned_data[name] for name in FIELDS}

    def groups(self) -> list[Group]:
        """The fields by what they are about."""
        more: tuple[str, ...] = ("stands_in_for", "paid_from_budget")
        return self.grouped(
            (_("Who"), ("name", "role")),
            (_("From where"), ("employed_by", "agency", "comes_from")),
            (_("How much"), SHARE_FIELDS),
            (_("When"), ("first_on", "last_on", *((CONFIRM,) if CONFIRM in self.fields else ()))),
            (_("More"), more),
        )


class NewPositionForm(PositionForm):
    """A new position; one that fills a vacancy begins with what the vacancy says."""

    def __init__(self, data: Any = None, *, team: Team, fills: Position | None = None) -> None:
        initial = share_initial(None, team)
        if fills is not None:
            initial = share_initial(fills.shares.order_by("-first_on").first(), team)
            initial |= {name: getattr(fills, name) for name in _SAME}
        super().__init__(data, team=team, initial=initial)


class ChangePositionForm(PositionForm, RecordForm):
    """A position as it stands, with the share that it began with."""

    def __init__(self, data: Any = None, *, position: Position) -> None:
        self.record = position
        initial = {name: getattr(position, name) for name in (*FIELDS, "version")}
        initial |= share_initial(position.shares.order_by("first_on").first(), position.team)
        super().__init__(data, team=position.team, initial=initial)
        stands_in: Any = self.fields["stands_in_for"]
        stands_in.queryset = stands_in.queryset.exclude(pk=position.pk)
        self.fields["amount"].label = translated("Working share at the beginning")


class EndPositionForm(RecordForm):
    """The last day, and whether somebody is looked for."""

    last_on = day_field(_("Last day"), required=True)
    stands_vacant = forms.BooleanField(
        label=_("The position stands vacant from the day after"), required=False
    )

    def __init__(self, data: Any = None, *, position: Position) -> None:
        self.record = position
        super().__init__(data, initial={"last_on": position.last_on, "version": position.version})
        if position.is_vacant or vacancy_after(position) is not None:
            del self.fields["stands_vacant"]


class TakeBackForm(RecordForm):
    """Nothing but that it is meant."""

    def __init__(self, data: Any = None, *, record: Any) -> None:
        self.record = record
        super().__init__(data, initial={"version": record.version})


def suggested_names(team: Team) -> list[str]:
    """Names of those who have a role in the team, and have no position of that name yet."""
    known = set(team.positions.values_list("name", flat=True))
    held = team.memberships.filter(ended_on=None, user__is_active=True)
    names = held.exclude(role="steering_group_member").values_list("user__name", flat=True)
    return sorted(set(names) - known)


def suggested_roles(team: Team) -> list[str]:
    """The team's own words first, then the usual ones."""
    own: Iterable[str] = team.positions.order_by("role").values_list("role", flat=True).distinct()
    return list(dict.fromkeys([*own, *(str(role) for role in ROLES)]))


def suggested_teams(team: Team) -> list[str]:
    """The association's other teams."""
    others = team.association.teams.exclude(pk=team.pk).order_by("name")
    return list(others.values_list("name", flat=True))
