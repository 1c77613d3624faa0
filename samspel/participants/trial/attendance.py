"""That somebody came on a day: what the rule of the trial period asks for."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode


class Attendance(models.Model):
    """The person came on a day; groups and activities will tell of it as well."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="attendances")
    on = models.DateField(_("day"))
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("-on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["episode", "on"],
                name="attendance_is_recorded_once_a_day",
                violation_error_message=_("It is recorded already that the person came that day."),
            ),
        )

    def __str__(self) -> str:
        return self.on.isoformat()
