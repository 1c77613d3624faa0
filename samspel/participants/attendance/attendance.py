"""That somebody came, or did not: to a session, or on a day to nothing in particular."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode
from samspel.participants.groups.session import Session


class Presence(models.TextChoices):
    """How it was, in the order in which the buttons stand."""

    PRESENT = "present", _("present")
    DIGITAL = "digital", _("digitally")
    EXCUSED = "excused", _("excused")
    ABSENT = "absent", _("absent")


CAME = (Presence.PRESENT, Presence.DIGITAL)
"""Who took part, there or digitally, came."""


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """What was recorded of who came."""

    def that_came(self) -> "AttendanceQuerySet":
        """Those of people who took part; excused and absent ones are not among them."""
        return self.filter(presence__in=CAME)


class Attendance(models.Model):
    """One person and one session; or, without a session, one person and one day.

    Every rule and figure that asks on which days somebody came asks `that_came`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="attendances")
    on = models.DateField(_("day"))
    """The session's day, where there is one: so that days are asked for without it."""
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="attendances"
    )
    presence = models.CharField(
        _("how"), max_length=8, choices=Presence.choices, default=Presence.PRESENT
    )
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects: ClassVar[AttendanceQuerySet] = AttendanceQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["episode", "session"],
                name="attendance_is_recorded_once_for_a_session",
                violation_error_message=_("It is recorded already whether the person came."),
            ),
            models.UniqueConstraint(
                fields=["episode", "on"],
                condition=Q(session=None),
                name="attendance_is_recorded_once_a_day",
                violation_error_message=_("It is recorded already that the person came that day."),
            ),
            models.CheckConstraint(
                condition=Q(session__isnull=False) | Q(presence=Presence.PRESENT),
                name="attendance_of_a_day_says_that_somebody_came",
                violation_error_message=_("Of a day one can only record that somebody came."),
            ),
        )

    def __str__(self) -> str:
        return self.on.isoformat()
