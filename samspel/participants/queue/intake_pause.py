"""A time during which a team takes nobody in, and why."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team


class IntakePauseQuerySet(models.QuerySet["IntakePause"]):
    """Pauses, by the day."""

    def on(self, team: Team, today: date) -> "IntakePauseQuerySet":
        """The pause of a team on a day, if there is one."""
        still = Q(last_on=None) | Q(last_on__gte=today)
        return self.filter(still, team=team, first_on__lte=today)


class IntakePause(models.Model):
    """From the first day; until it is ended, or to the last day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="intake_pauses")
    first_on = models.DateField(_("from"))
    last_on = models.DateField(_("to"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[IntakePauseQuerySet] = IntakePauseQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-first_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                name="intake_pause_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="intake_pause_has_a_reason_always",
                violation_error_message=_("Say why the intake is paused."),
            ),
            models.UniqueConstraint(
                fields=["team"],
                condition=Q(last_on=None),
                name="intake_pause_is_the_only_open_one",
                violation_error_message=_("The intake is paused already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.first_on}–{self.last_on or ''}"
