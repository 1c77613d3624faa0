"""A question of a team's own, in one of its forms."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team


class Form(models.TextChoices):
    """Where a question is asked."""

    REFERRAL = "referral", _("referral")
    ASSESSMENT = "assessment", _("assessment")
    SCALING = "scaling", _("scaling questions")


class Answer(models.TextChoices):
    """How a question is answered."""

    LINE = "line", _("one line")
    TEXT = "text", _("free text")
    SCALE = "scale", _("0–10")
    YES_NO = "yes_no", _("yes or no")


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions, by where they are asked."""

    def asked(self, team: Team, form: Form) -> "QuestionQuerySet":
        """What a team asks in a form now, in order."""
        return self.filter(team=team, form=form, is_asked=True)

    def for_who_is_alone(self) -> "QuestionQuerySet":
        """What can be asked of somebody who has no caseworker beside them."""
        return self.filter(is_for_caseworker=False)


class Question(models.Model):
    """One question. What was answered keeps the words in which it was asked."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="questions")
    form = models.CharField(_("asked in"), max_length=20, choices=Form.choices)
    text = models.CharField(_("question"), max_length=300)
    help_text = models.CharField(_("explanation"), max_length=300, blank=True)
    answer = models.CharField(
        _("answered by"), max_length=10, choices=Answer.choices, default=Answer.TEXT
    )
    place = models.PositiveSmallIntegerField(_("place"), default=1)
    is_required = models.BooleanField(_("must be answered"), default=False)
    is_for_caseworker = models.BooleanField(_("is for the caseworker"), default=False)
    """Not asked of who refers themselves: there is no caseworker beside them."""
    is_asked = models.BooleanField(_("is asked"), default=True)

    objects: ClassVar[QuestionQuerySet] = QuestionQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("form", "place", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(text=""),
                name="question_has_a_text_of_its_own",
                violation_error_message=_("Write the question."),
            ),
        )

    def __str__(self) -> str:
        return self.text
