"""A group that meets again and again, led by staff or participants, alone or with other teams."""

import uuid
from collections.abc import Iterable
from datetime import date
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
        """Those that the teams run themselves or take part in now."""
        shared = Sharing.objects.current().filter(team__in=teams).values("group")
        return self.filter(Q(team__in=teams) | Q(pk__in=shared))

    def running(self, today: date) -> "GroupQuerySet":
        """Those that have not ended, whether they have begun or not."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=today))


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

    def has_ended(self, today: date) -> bool:
        """Whether its last day has gone by."""
        return self.ends_on is not None and self.ends_on < today

    def is_within(self, day: date) -> bool:
        """Whether the day is one of the group's days."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def teams(self) -> list[Team]:
        """The team that runs it and those that take part now, in the order in which they came."""
        current = self.sharings.filter(ended_on=None).select_related("team")
        return [self.team, *(each.team for each in current)]


class SharingQuerySet(models.QuerySet["Sharing"]):
    """Who takes part in groups of other teams."""

    def current(self) -> "SharingQuerySet":
        """Those that go on: with the end of one the team sees no more at once."""
        return self.filter(ended_on=None)


class Sharing(models.Model):
    """Another team takes part in a group: it sees its own participants, and of others a number.

    Ended, never deleted: what the team did with the others stays in its figures.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="sharings")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="shared_groups")
    from_on = models.DateField(_("takes part from"), null=True, blank=True)
    """None is from the group's beginning. Sessions before it are not the team's to see."""
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    """The first day on which the team no longer takes part."""

    objects: ClassVar[SharingQuerySet] = SharingQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["group", "team"],
                condition=Q(ended_on=None),
                name="sharing_is_once_for_a_team",
                violation_error_message=_("The team takes part already."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(from_on=None) | Q(ended_on__gte=F("from_on")),
                name="sharing_ends_on_or_after_its_start",
                violation_error_message=_("The team cannot leave before it takes part."),
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
