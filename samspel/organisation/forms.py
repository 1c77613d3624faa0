"""Forms of the administrator's pages for associations, teams and roles."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import ASSOCIATION_ROLES
from samspel.organisation.association import Agency, Association, Host
from samspel.organisation.membership import Membership
from samspel.organisation.team import Team


class CheckedForm(forms.ModelForm[Any]):
    """A form that checks every constraint, also those over fields that it does not show."""

    def validate_constraints(self) -> None:
        """Django leaves out constraints over fields that are not in the form; these are given
        with the instance here, so they are checked before the database refuses."""
        try:
            self.instance.validate_constraints(exclude=set(self.errors))
        except ValidationError as refused:
            self.add_error(None, refused.messages)


class AssociationForm(forms.ModelForm[Association]):
    """An association."""

    class Meta:
        model = Association
        fields = ("name",)


class HostForm(CheckedForm):
    """A host of one association; the association is given with the instance."""

    class Meta:
        model = Host
        fields = ("name",)


class AgencyForm(CheckedForm):
    """An agency of one association; the association is given with the instance."""

    class Meta:
        model = Agency
        fields = ("name", "short_name")
        help_texts: ClassVar[dict[str, Any]] = {
            "short_name": _("What tables and lists show, such as FK or AF.")
        }


class TeamForm(forms.ModelForm[Team]):
    """What the administrator decides of a team; the rest is for its leader."""

    class Meta:
        model = Team
        fields = ("name", "association", "host")

    def clean(self) -> dict[str, Any]:
        """The host belongs to the association."""
        given = super().clean() or {}
        host, association = given.get("host"), given.get("association")
        if host and association and host.association_id != association.pk:
            self.add_error("host", _("The host belongs to another association."))
        return given


class MembershipForm(CheckedForm):
    """A role for one person; the person is given with the instance."""

    class Meta:
        model = Membership
        fields = ("role", "team", "association", "agency")
        help_texts: ClassVar[dict[str, Any]] = {
            "team": _("For everybody but an association officer."),
            "association": _("For an association officer only."),
            "agency": _("Who lends the person to the team."),
        }

    def clean(self) -> dict[str, Any]:
        """Role and place fit together, and the agency is one of the association's."""
        given = super().clean() or {}
        role, team, association = (given.get(key) for key in ("role", "team", "association"))
        if role in ASSOCIATION_ROLES:
            self._need("association", association)
            self._refuse("team", team, _("An association officer belongs to no team."))
        elif role:
            self._need("team", team)
            self._refuse(
                "association", association, _("Only an association officer has an association.")
            )
        agency = given.get("agency")
        home = association or (team and team.association)
        if agency and home and agency.association_id != home.pk:
            self.add_error("agency", _("The agency belongs to another association."))
        return given

    def _need(self, name: str, value: object) -> None:
        if not value and name not in self.errors:
            self.add_error(name, _("Choose one: the role needs it."))

    def _refuse(self, name: str, value: object, why: Any) -> None:
        if value:
            self.add_error(name, why)
