"""Who belongs to which team or association, in which role."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import ASSOCIATION_ROLES, TEAM_ROLES, Role
from samspel.accounts.user import User
from samspel.organisation.association import Agency, Association
from samspel.organisation.team import Team


class Membership(models.Model):
    """One person in one role, lent by one agency. Ended, never deleted."""

    user = models.ForeignKey(
        User, verbose_name=_("person"), on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=30, choices=Role.choices)
    team = models.ForeignKey(
        Team,
        verbose_name=_("team"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    association = models.ForeignKey(
        Association,
        verbose_name=_("association"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name=_("employer agency"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        ordering = ("team__name", "role", "user__name")
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(role__in=TEAM_ROLES, team__isnull=False, association=None)
                    | Q(role__in=ASSOCIATION_ROLES, team=None, association__isnull=False)
                ),
                name="membership_is_of_a_team_or_an_association",
                violation_error_message=_(
                    "An association officer belongs to an association, everybody else to a team."
                ),
            ),
            models.UniqueConstraint(
                fields=["user", "role", "team"],
                condition=Q(ended_on=None, association=None),
                name="membership_is_held_once_in_a_team",
                violation_error_message=_("The person already has this role in the team."),
            ),
            models.UniqueConstraint(
                fields=["user", "role", "association"],
                condition=Q(ended_on=None, team=None),
                name="membership_is_held_once_in_an_association",
                violation_error_message=_("The person already has this role in the association."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.team or self.association}"
