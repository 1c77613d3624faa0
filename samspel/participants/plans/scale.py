"""Scaling questions (skalfrågor): 0–10, asked again and again, drawn over time."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.episode import Episode
from samspel.participants.questions.question import Question

LOWEST, HIGHEST = 0, 10


class AnsweredBy(models.TextChoices):
    """Who put in the number."""

    COACH = "coach", _("the coach")
    PARTICIPANT = "participant", _("the participant")


class Scale(models.Model):
    """A scaling question of one episode, in the words in which it is asked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="scales")
    question = models.ForeignKey(
        Question, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.CharField(_("question"), max_length=300)
    place = models.PositiveSmallIntegerField(default=1)
    is_asked = models.BooleanField(_("is asked"), default=True)
    """A question of the person's own that is asked no more keeps its answers."""

    class Meta:
        ordering = ("place", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["episode", "text"],
                name="scale_is_asked_once_in_an_episode",
                violation_error_message=_("The question is there already."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class ScalePoint(models.Model):
    """Where the person stood on a day."""

    scale = models.ForeignKey(Scale, on_delete=models.CASCADE, related_name="points")
    on = models.DateField(_("day"))
    value = models.PositiveSmallIntegerField(_("0–10"))
    entered_on = models.DateField()
    """The day on which it was entered: until that day ends it can be corrected."""
    answered_by = models.CharField(
        _("who answered"),
        max_length=11,
        choices=AnsweredBy.choices,
        default=AnsweredBy.COACH,
    )

    class Meta:
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["scale", "on"],
                name="scale_point_is_one_a_day",
                violation_error_message=_("The question was answered that day already."),
            ),
            models.CheckConstraint(
                condition=Q(value__gte=LOWEST) & Q(value__lte=HIGHEST),
                name="scale_point_is_between_0_and_10",
                violation_error_message=_("Choose a whole number from 0 to 10."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.on} {self.value}"

    @property
    def is_by_participant(self) -> bool:
        """Whether the participant put it in."""
        return self.answered_by == AnsweredBy.PARTICIPANT
