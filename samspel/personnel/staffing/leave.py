"""Leave from a position: from some of its time or all of it, and from when to when.

What the leave is for is between the person and the leader: everybody else reads “on leave”.
"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.personnel.staffing.position import Position

WHOLE = Decimal(100)


class LeaveKind(models.TextChoices):
    """What the leave is for."""

    PARENTAL = "parental", _("parental leave")
    SICK = "sick", _("sick leave")
    STUDY = "study", _("leave for studies")
    OTHER = "other", _("other leave")


class Leave(models.Model):
    """Percent of the position's time, both days included; open, it goes on as the position does."""

    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="leaves")
    kind = models.CharField(_("what for"), max_length=20, choices=LeaveKind.choices)
    percent = models.DecimalField(
        _("percent of the position's time"), max_digits=5, decimal_places=2, default=WHOLE
    )
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["Leave"]]

    class Meta:
        ordering = ("first_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=LeaveKind.values),
                name="leave_has_a_kind",
                violation_error_message=_("Choose what the leave is for."),
            ),
            models.CheckConstraint(
                condition=Q(percent__gt=0, percent__lte=WHOLE),
                name="leave_is_of_some_of_the_time",
                violation_error_message=_(
                    "Leave must be more than 0 and at most 100 percent of the position's time."
                ),
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="leave_ends_after_it_begins",
                violation_error_message=_("The last day cannot be before the first day."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.percent} % {self.first_on}"

    def covers(self, day: date) -> bool:
        """Whether the day is one of the leave's."""
        return self.first_on <= day and (self.last_on is None or day <= self.last_on)
