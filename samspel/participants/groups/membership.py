"""Who belongs to a group, from a day to a day."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.groups.group import Group


class GroupMemberQuerySet(models.QuerySet["GroupMember"]):
    """Who belongs to groups; membership ends with the enrolment and with the group."""

    def on(self, day: date) -> "GroupMemberQuerySet":
        """Those who belong to their group on a day, and are enrolled on it."""
        return self.from_day(day).filter(from_on__lte=day, episode__enrolled_on__lte=day)

    def from_day(self, day: date) -> "GroupMemberQuerySet":
        """Those who belong to their group on a day or will later."""
        return self.filter(
            Q(until_on=None) | Q(until_on__gte=day),
            Q(group__ends_on=None) | Q(group__ends_on__gte=day),
            Q(episode__closed_on=None) | Q(episode__closed_on__gt=day),
            episode__enrolled_on__isnull=False,
        )


class GroupMember(models.Model):
    """A case in a group. Of an open group a member is who is expected to come."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="members")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="group_members")
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("last day"), null=True, blank=True)
    """The last day of belonging, itself included; None goes on, as long as the enrolment does."""

    objects: ClassVar[GroupMemberQuerySet] = GroupMemberQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("from_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["group", "episode"],
                condition=Q(until_on=None),
                name="group_member_belongs_once_at_a_time",
                violation_error_message=_("The person is in the group already."),
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                name="group_member_leaves_on_or_after_the_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
