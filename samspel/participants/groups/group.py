"""A group that meets again and again, led by staff or participants, alone or with other teams."""

import uuid
from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.groups.kind import GroupKind


class GroupQuerySet(models.QuerySet["Group"]):
    """Groups, fetched through the check of whose they are."""

    def of_teams(self, teams: Iterable[Team]) -> "GroupQuerySet":
        """Those that the teams run themselves or take part in."""
        shared = Sharing.objects.filter(team__in=teams).values("group")
        return self.filter(Q(team__in=teams) | Q(pk__in=shared))


class Group(models.Model):
    """``team`` runs it; the teams of its `Sharing` rows take part with their own participants."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="groups")
    kind = models.ForeignKey(
        GroupKind, verbose_name=_("kind"), on_delete=models.PROTECT, related_name="groups"
    )
    name = models.CharField(_("name"), max_length=80)
    purpose = models.TextField(_("what it is for"), max_length=2000, blank=True)
    place = models.CharField(_("where"), max_length=120, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    is_open = models.BooleanField(_("open to all participants"), default=True)
    """Else by invitation: the members are those who come."""
    sessions_planned = models.PositiveSmallIntegerField(
        _("number of sessions"), null=True, blank=True
    )
    """Of a group that ends after a number of sessions; None goes on."""
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[GroupQuerySet] = GroupQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("name", "starts_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "name", "starts_on"],
                name="group_name_is_unique_in_team_from_its_day",
                violation_error_message=_("The team has a group with this name from that day."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="group_ends_on_or_after_its_start",
                violation_error_message=_("A group cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(capacity__gte=1),
                name="group_has_a_place_at_least",
                violation_error_message=_("There must be one place at least."),
            ),
            models.CheckConstraint(
                condition=Q(sessions_planned=None) | Q(sessions_planned__gte=1),
                name="group_has_a_session_at_least",
                violation_error_message=_("There must be one session at least."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Sharing(models.Model):
    """Another team takes part in a group: it sees its own participants, and of others a number."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="sharings")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="shared_groups")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["group", "team"],
                name="sharing_is_once_for_a_team",
                violation_error_message=_("The team takes part already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.group_id} {self.team_id}"


class Leader(models.Model):
    """Who leads a group: somebody of the staff of one of its teams, or a participant."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="leaders")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    episode = models.ForeignKey(Episode, null=True, on_delete=models.PROTECT, related_name="leads")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(user=None, episode__isnull=False) | Q(user__isnull=False, episode=None),
                name="leader_is_staff_or_participant",
                violation_error_message=_("A leader is one of the staff or a participant."),
            ),
            models.UniqueConstraint(
                fields=["group", "user"],
                name="leader_of_staff_is_named_once",
                violation_error_message=_("The person leads the group already."),
            ),
            models.UniqueConstraint(
                fields=["group", "episode"],
                name="leading_participant_is_named_once",
                violation_error_message=_("The person leads the group already."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
