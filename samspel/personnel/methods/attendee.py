"""Who of the staff took part in supervision or training."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.personnel.methods.staff_session import StaffSession


class Attendee(models.Model):
    """One person by name: who takes part need not have an account."""

    session = models.ForeignKey(StaffSession, on_delete=models.CASCADE, related_name="attendees")
    name = models.CharField(_("name"), max_length=80)

    objects: ClassVar[models.Manager["Attendee"]]

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["session", "name"],
                name="attendee_is_named_once_in_a_session",
                violation_error_message=_("The person stands there already."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="attendee_has_a_name",
                violation_error_message=_("Write the name."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
