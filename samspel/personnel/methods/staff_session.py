"""Supervision and training of the staff."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team


class StaffSessionKind(models.TextChoices):
    """What the staff come together for; the figures' codes."""

    SUPERVISION = "supervision", _("supervision")
    TRAINING = "training", _("training")


class StaffSession(models.Model):
    """One occasion of supervision, or one training that may go on for several days."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="staff_sessions")
    kind = models.CharField(_("kind"), max_length=12, choices=StaffSessionKind.choices)
    title = models.CharField(_("about what"), max_length=120)
    provider = models.CharField(_("led by"), max_length=120, blank=True)
    on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    """The same as ``on`` where it is one day."""
    days = models.PositiveSmallIntegerField(_("days"), default=1)
    """On how many of the days between the first and the last it takes place."""
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=2, null=True, blank=True)
    """All days together, of the session itself; none where nobody knows."""
    cost = models.BigIntegerField(_("cost"), null=True, blank=True)
    """In öre; none where nobody knows yet what it costs, 0 where it is free."""
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["StaffSession"]]

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=StaffSessionKind.values),
                name="staff_session_has_a_kind",
                violation_error_message=_("Choose whether it is supervision or training."),
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="staff_session_has_a_title",
                violation_error_message=_("Write what it is about."),
            ),
            models.CheckConstraint(
                condition=Q(last_on__gte=F("on")),
                name="staff_session_ends_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                condition=Q(days__gte=1),
                name="staff_session_is_on_one_day_at_least",
                violation_error_message=_("Write on how many days it is: one at least."),
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0),
                name="staff_session_has_more_than_no_hours",
                violation_error_message=_("Write how many hours it is, more than 0."),
            ),
            models.CheckConstraint(
                condition=Q(cost=None) | Q(cost__gte=0),
                name="staff_session_cost_is_not_negative",
                violation_error_message=_("A cost cannot be below 0."),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_one_day(self) -> bool:
        """Whether it begins and ends on the same day."""
        return self.on == self.last_on

    @property
    def kronor(self) -> Decimal | None:
        """The cost in kronor, exact to the öre."""
        return None if self.cost is None else Decimal(self.cost) / 100

    def is_ahead(self, today: date) -> bool:
        """Whether it has not begun."""
        return self.on > today
