"""A tap on a session's sheet, as it reached us: perhaps late, and perhaps after somebody else's."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.attendance.attendance import Presence
from samspel.participants.episode import Episode
from samspel.participants.groups.session import Session


class CameOf(models.TextChoices):
    """What came of a tap."""

    SAVED = "saved", _("saved")
    SAME = "same", _("stood there already")
    CONFLICT = "conflict", _("waits for a choice")
    MINE = "mine", _("chosen")
    THEIRS = "theirs", _("not chosen")
    REPLACED = "replaced", _("replaced by a later tap")
    REFUSED = "refused", _("refused")


class Tap(models.Model):
    """Kept whatever came of it: the id that the browser made sees to it that none counts twice.

    The session says the day. The phone's clock is kept as a remark, and decides nothing.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="taps")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="taps")
    presence = models.CharField(_("how"), max_length=8, choices=Presence.choices)
    seen = models.CharField(max_length=8, choices=Presence.choices, blank=True)
    """What stood on the sheet before the tap; empty where nothing was recorded."""
    phone_at = models.DateTimeField(null=True)
    clock_off = models.IntegerField(null=True)
    """Seconds by which the phone's clock was ahead of ours when the tap was sent."""
    reached_at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    came_of = models.CharField(max_length=8, choices=CameOf.choices, default=CameOf.SAVED)
    settled_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Tap"]]

    class Meta:
        ordering = ("reached_at", "pk")
        indexes = (models.Index(fields=["session", "came_of"], name="tap_of_session"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(settled_at=None) | Q(came_of__in=["mine", "theirs"]),
                name="tap_is_settled_by_a_choice",
                violation_error_message=_("Only a choice settles a tap."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
