"""What a line is expected to cost from a day until its budget ends."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.budget.line import Line


class Forecast(models.Model):
    """An expected cost in öre from ``from_on`` to the budget's last day; the history is kept.

    The later ``from_on`` holds, and of the same day the one that was made last. ``suggested_ore``
    is what was suggested to the one who made it, if anything was.
    """

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="forecasts")
    from_on = models.DateField(_("covers the days from"))
    amount_ore = models.BigIntegerField(_("expected cost"))
    suggested_ore = models.BigIntegerField(null=True, editable=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    made_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(editable=False)

    objects: ClassVar[models.Manager["Forecast"]]

    class Meta:
        ordering = ("-from_on", "-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(suggested_ore=None) | Q(amount_ore=F("suggested_ore")) | ~Q(reason=""),
                name="forecast_tells_why_it_differs",
                violation_error_message=_(
                    "Write why the forecast is another than the suggested one."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.line_id} {self.from_on.isoformat()}"
