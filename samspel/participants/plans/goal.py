"""A goal of the plan, and its steps: who does what until when."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode


class Goal(models.Model):
    """What the person wants; reached, left, or still worked for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="goals")
    title = models.CharField(_("goal"), max_length=200)
    sign = models.CharField(_("how it shows"), max_length=300, blank=True)
    """The first small sign that things go that way, in the person's words."""
    set_on = models.DateField(_("set on"))
    reached_on = models.DateField(_("reached on"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("set_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(reached_on=None) | Q(left_on=None),
                name="goal_is_reached_or_left_not_both",
                violation_error_message=_("A goal is reached or left, not both."),
            ),
            models.CheckConstraint(
                condition=(Q(reached_on=None) | Q(reached_on__gte=F("set_on")))
                & (Q(left_on=None) | Q(left_on__gte=F("set_on"))),
                name="goal_ends_on_or_after_it_was_set",
                violation_error_message=_("A goal cannot end before it was set."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether it is still worked for."""
        return self.reached_on is None and self.left_on is None


class Doer(models.TextChoices):
    """Who does a step."""

    PARTICIPANT = "participant", _("the participant")
    COACH = "coach", _("the coach")
    REFERRER = "referrer", _("the referrer")
    OTHER = "other", _("somebody else")


class GoalStep(models.Model):
    """One thing that somebody does until a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    what = models.CharField(_("what"), max_length=200)
    doer = models.CharField(_("who"), max_length=20, choices=Doer.choices, default=Doer.PARTICIPANT)
    due_on = models.DateField(_("at the latest"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    """A step that nobody takes any more is left, never removed."""
    place = models.PositiveSmallIntegerField(default=1)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("place", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(left_on=None),
                name="goal_step_is_done_or_left_not_both",
                violation_error_message=_("A step is done or left, not both."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and self.left_on is None

    def is_late(self, today: date) -> bool:
        """Whether its day has gone by without it being done."""
        return self.is_open and self.due_on is not None and self.due_on < today
