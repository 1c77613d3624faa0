"""The working share of a position from a day on, as it was typed and in percent of full time."""

from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.personnel.staffing.position import Position

LARGEST_SHARE = Decimal(200)
"""Percent: some work more than full time for a while, but nobody more than twice that."""
FULL_TIME_HOURS = Decimal(165)
"""Hours a month that are full time where nothing else is said: 40 a week."""
_HUNDREDTH = Decimal("0.01")


def percent_of(hours: Decimal, full_time_hours: Decimal) -> Decimal:
    """Hours a month as percent of full time, rounded to hundredths."""
    return (hours * 100 / full_time_hours).quantize(_HUNDREDTH, ROUND_HALF_UP)


class PositionShare(models.Model):
    """Percent of full time from a day on, until the next one or the position's last day.

    The first one begins with the position. ``hours`` and ``full_time_hours`` a month are kept
    where that is what was typed.
    """

    position = models.ForeignKey(Position, on_delete=models.CASCADE, related_name="shares")
    first_on = models.DateField(_("from"))
    percent = models.DecimalField(_("percent of full time"), max_digits=5, decimal_places=2)
    hours = models.DecimalField(
        _("hours a month"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    full_time_hours = models.DecimalField(
        _("hours a month that are full time"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
    )

    objects: ClassVar[models.Manager["PositionShare"]]

    class Meta:
        ordering = ("first_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["position", "first_on"],
                name="position_share_begins_once_a_day",
                violation_error_message=_(
                    "The working share changes on that day already: take that change back first."
                ),
            ),
            models.CheckConstraint(
                condition=Q(percent__gt=0, percent__lte=LARGEST_SHARE),
                name="position_share_is_possible",
                violation_error_message=_(
                    "The working share must be more than 0 and at most 200 percent of full time."
                ),
            ),
            models.CheckConstraint(
                condition=Q(hours=None, full_time_hours=None)
                | Q(hours__gt=0, full_time_hours__gt=0),
                name="position_share_in_hours_says_what_full_time_is",
                violation_error_message=_("Write how many hours a month are full time."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.percent} % {self.first_on}"
