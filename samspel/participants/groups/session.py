"""One meeting of a group, or a single activity: a study visit outside, an outing."""

import uuid
from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.groups.group import Group, Sharing
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.recess import Recess
from samspel.participants.groups.schedule import GroupTime

CAME = ("present", "digital")
"""Who was there, as `attendance.Presence` has it, which lies above."""


class SessionQuerySet(models.QuerySet["Session"]):
    """Sessions, fetched through the check of whose they are."""

    def of_teams(self, teams: Iterable[Team]) -> "SessionQuerySet":
        """Those of the teams, and those of groups of others since they take part in them."""
        taking_part = Sharing.objects.current().filter(
            Q(from_on=None) | Q(from_on__lte=OuterRef("on")),
            group=OuterRef("group"),
            team__in=teams,
        )
        return self.filter(Q(team__in=teams) | Exists(taking_part))

    def held(self) -> "SessionQuerySet":
        """Those that are not cancelled."""
        return self.filter(cancelled_because="")


class Session(models.Model):
    """A session is held unless it is cancelled: nothing needs to be ticked for it to count.

    One with ``group`` is a meeting of it; one without is a single activity with its own title.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="sessions")
    """The team that runs it: the group's own, so that a query need not ask the group."""
    kind = models.ForeignKey(
        GroupKind, verbose_name=_("kind"), on_delete=models.PROTECT, related_name="sessions"
    )
    group = models.ForeignKey(
        Group, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions"
    )
    title = models.CharField(_("what"), max_length=80, blank=True)
    on = models.DateField(_("day"))
    at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("to"))
    place = models.CharField(_("where"), max_length=120, blank=True)
    """Empty is the group's own place."""
    led_by = models.ForeignKey(
        User,
        verbose_name=_("led by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    """Of a single activity, or who leads this once instead of the group's leaders."""
    time = models.ForeignKey(
        GroupTime, null=True, blank=True, on_delete=models.SET_NULL, related_name="sessions"
    )
    """The time that it was laid out from; none for one that was added by hand."""
    planned_on = models.DateField(null=True, blank=True)
    """The day that the schedule gives; another one than ``on`` where it was moved."""
    cancelled_because = models.CharField(_("cancelled because"), max_length=200, blank=True)
    recess = models.ForeignKey(
        Recess, null=True, blank=True, on_delete=models.SET_NULL, related_name="sessions"
    )
    """The recess that it is cancelled by; none where it was cancelled on its own."""
    note = models.TextField(_("what was done"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[SessionQuerySet] = SessionQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("on", "at", "pk")
        indexes = (models.Index(fields=["team", "on"], name="session_by_day"),)
        constraints = (
            models.UniqueConstraint(
                fields=["time", "planned_on"],
                name="session_is_laid_out_once_for_a_day",
                violation_error_message=_("The session is there already."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("at")),
                name="session_ends_after_it_begins",
                violation_error_message=_("The session must end after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(group__isnull=False) | ~Q(title=""),
                name="session_without_a_group_has_a_title",
                violation_error_message=_("Write what is done."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.on} {self.at:%H:%M}"

    @property
    def name(self) -> str:
        """What it is called: its own title, or the group's name."""
        return self.title or (self.group.name if self.group else "")

    @property
    def where(self) -> str:
        """Its own place, or the group's."""
        return self.place or (self.group.place if self.group else "")

    @property
    def clock(self) -> str:
        """From when to when, such as 09:00–11:30."""
        return f"{self.at:%H:%M}–{self.ends_at:%H:%M}"

    @property
    def is_cancelled(self) -> bool:
        """Whether it is not held."""
        return bool(self.cancelled_because)

    @property
    def is_moved(self) -> bool:
        """Whether it is held on another day than the schedule gives."""
        return self.planned_on is not None and self.planned_on != self.on
