"""Days on which no group meets, or one of them does not: the summer, Christmas, a planning week."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.groups.group import Group


class RecessQuerySet(models.QuerySet["Recess"]):
    """Recesses, fetched through the check of whose they are."""

    def of_teams(self, teams: Iterable[Team]) -> "RecessQuerySet":
        """Those that the teams have entered."""
        return self.filter(team__in=teams)

    def of_group(self, group: Group) -> "RecessQuerySet":
        """Those of the group, and those of all groups of the team that runs it."""
        return self.filter(Q(group=group) | Q(group=None), team=group.team_id)

    def from_day(self, day: date) -> "RecessQuerySet":
        """Those that are not over."""
        return self.filter(until_on__gte=day)


class Recess(models.Model):
    """Sessions within it are cancelled for its reason: those there are and those laid out later."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="recesses")
    group = models.ForeignKey(Group, null=True, on_delete=models.CASCADE, related_name="recesses")
    """None is all groups that the team runs."""
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"))
    """Itself included."""
    because = models.CharField(_("why"), max_length=200)

    objects: ClassVar[RecessQuerySet] = RecessQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("from_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")),
                name="recess_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.from_on}–{self.until_on}"

    def covers(self, day: date) -> bool:
        """Whether the day is one of its days."""
        return self.from_on <= day <= self.until_on
