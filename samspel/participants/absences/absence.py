"""A coach is away for a time, and another has the list meanwhile."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team


class Absence(models.Model):
    """From the first to the last day, both included."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="absences")
    coach = models.ForeignKey(
        User, verbose_name=_("who is away"), on_delete=models.PROTECT, related_name="absences"
    )
    substitute = models.ForeignKey(
        User, verbose_name=_("who has the list"), on_delete=models.PROTECT, related_name="+"
    )
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-first_on", "pk")
        indexes = (models.Index(fields=["substitute", "last_on"], name="absence_by_substitute"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="absence_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                condition=~Q(substitute=F("coach")),
                name="absence_has_another_as_substitute",
                violation_error_message=_("Choose somebody else to have the list."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.first_on}–{self.last_on}"
