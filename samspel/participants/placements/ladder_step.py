"""A step of a placement's ladder, and the hours that were worked in a week."""

import uuid
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.placements.ladder import MOST_HOURS, Rung
from samspel.participants.placements.placement import Placement


class LadderStep(models.Model):
    """So many hours per week from a day on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="steps")
    on = models.DateField(_("from"))
    hours = models.DecimalField(_("hours a week"), max_digits=3, decimal_places=1)

    objects: ClassVar[models.Manager["LadderStep"]]

    class Meta:
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["placement", "on"],
                name="ladder_step_begins_on_a_day_of_its_own",
                violation_error_message=_("Two steps of a ladder cannot begin on the same day."),
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=Decimal(0)) & Q(hours__lte=MOST_HOURS),
                name="ladder_step_has_hours_up_to_forty",
                violation_error_message=_("Write hours a week: more than 0 and 40 at most."),
            ),
        )

    def __str__(self) -> str:
        return self.on.isoformat()

    @property
    def rung(self) -> Rung:
        """The step as the rules of `ladder` know it."""
        return Rung(self.on, self.hours)


class WorkedWeek(models.Model):
    """The hours that were worked in a week, one number for the week of a Monday."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="weeks")
    monday = models.DateField(_("week from"))
    hours = models.DecimalField(_("hours worked"), max_digits=3, decimal_places=1)
    entered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["WorkedWeek"]]

    class Meta:
        ordering = ("monday", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["placement", "monday"],
                name="worked_week_is_entered_once",
                violation_error_message=_("The hours of this week are entered already."),
            ),
            models.CheckConstraint(
                condition=Q(hours__gte=Decimal(0)) & Q(hours__lte=MOST_HOURS),
                name="worked_week_has_hours_up_to_forty",
                violation_error_message=_("Write the hours of the week: 0 to 40."),
            ),
        )

    def __str__(self) -> str:
        return self.monday.isoformat()
