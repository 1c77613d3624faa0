"""What the steering group has decided: who sees to it, until when, and whether it is done."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.team import Team


class DecisionState(models.TextChoices):
    """Whether somebody is still to see to it."""

    OPEN = "open", _("open")
    DONE = "done", _("done")
    DROPPED = "dropped", _("no longer needed")


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions, by what is left to do."""

    def still_open(self) -> "DecisionQuerySet":
        """Those that nobody has carried out yet, the most urgent first."""
        return self.filter(state=DecisionState.OPEN).order_by(
            models.F("due_on").asc(nulls_last=True), "pk"
        )

    def overdue(self, day: date) -> "DecisionQuerySet":
        """Those still open that were due before the day."""
        return self.still_open().filter(due_on__lt=day)


class Decision(models.Model):
    """One decision of a meeting."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="steering_decisions")
    meeting = models.ForeignKey(SteeringMeeting, on_delete=models.PROTECT, related_name="decisions")
    text = models.TextField(_("decision"))
    responsible = models.CharField(_("who sees to it"), max_length=120, blank=True)
    due_on = models.DateField(_("to be done by"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=DecisionState.choices, default=DecisionState.OPEN
    )
    settled_on = models.DateField(_("done on"), null=True, blank=True)
    """The day on which it was done, or dropped."""
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[DecisionQuerySet] = DecisionQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(text=""),
                name="steering_decision_has_a_text",
                violation_error_message=_("Write what was decided."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=DecisionState.values),
                name="steering_decision_has_a_known_state",
                violation_error_message=_("Say whether the decision is carried out."),
            ),
            models.CheckConstraint(
                condition=Q(state=DecisionState.OPEN, settled_on=None)
                | ~Q(state=DecisionState.OPEN) & Q(settled_on__isnull=False),
                name="steering_decision_is_done_on_a_day",
                violation_error_message=_("Enter the day on which it was done or dropped."),
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        """Whether somebody is still to see to it."""
        return self.state == DecisionState.OPEN

    def is_overdue(self, day: date) -> bool:
        """Whether it should have been done before the day."""
        return self.is_open and self.due_on is not None and self.due_on < day
