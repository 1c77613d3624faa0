"""What the team wants to become better at; carried from report to report until it is settled."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team


class AreaState(models.TextChoices):
    """How far it has come; the figures' codes."""

    PLANNED = "planned", _("planned")
    ONGOING = "ongoing", _("ongoing")
    PAUSED = "paused", _("paused")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


UNSETTLED = (AreaState.PLANNED, AreaState.ONGOING, AreaState.PAUSED)
"""The states in which an area is carried on."""


class DevelopmentAreaQuerySet(models.QuerySet["DevelopmentArea"]):
    """Areas with where they stand."""

    def with_state(self, today: date) -> "DevelopmentAreaQuerySet":
        """With ``state`` as of ``today`` and ``state_on``, the day since which it is so."""
        steps = DevelopmentStep.objects.filter(area=OuterRef("pk"), on__lte=today)
        latest = steps.order_by("-on", "-pk")
        return self.annotate(
            state=Coalesce(Subquery(latest.values("state")[:1]), Value(AreaState.PLANNED.value)),
            state_on=Coalesce(Subquery(latest.values("on")[:1]), F("raised_on")),
        )

    def in_states(self, states: Sequence[str], today: date) -> "DevelopmentAreaQuerySet":
        """With their state, those that are in one of these."""
        return self.with_state(today).filter(Q(("state__in", states)))


class DevelopmentArea(models.Model):
    """Its state is that of its last step and never stored beside them."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="development_areas")
    title = models.CharField(_("development area"), max_length=120)
    aim = models.TextField(_("what is to be better"), max_length=1000, blank=True)
    raised_on = models.DateField(_("raised"))
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[DevelopmentAreaQuerySet] = DevelopmentAreaQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("raised_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(title=""),
                name="development_area_has_a_title",
                violation_error_message=_("Write what the team wants to develop."),
            ),
            models.UniqueConstraint(
                fields=["team", "title", "raised_on"],
                name="development_area_is_raised_once_on_a_day",
                violation_error_message=_("The area was raised on that day already."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class DevelopmentStep(models.Model):
    """The area is in ``state`` from ``on`` until the next step."""

    area = models.ForeignKey(DevelopmentArea, on_delete=models.CASCADE, related_name="steps")
    on = models.DateField(_("from"))
    state = models.CharField(_("state"), max_length=10, choices=AreaState.choices)
    note = models.TextField(_("what was done"), max_length=1000, blank=True)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["DevelopmentStep"]]

    class Meta:
        ordering = ("on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=AreaState.values),
                name="development_step_has_a_state",
                violation_error_message=_("Choose how far it has come."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.on} {self.state}"
