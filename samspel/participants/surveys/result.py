"""The results of a survey as its owner gives them back: a sum for each question and gender."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.surveys.survey import Survey


class Group(models.TextChoices):
    """Whose answers a line sums up."""

    ALL = "all", _("all")
    WOMAN = "woman", _("women")
    MAN = "man", _("men")
    OTHER = "other", _("others")
    UNKNOWN = "unknown", _("not stated")


class SurveyResult(models.Model):
    """One line. ``question`` is the heading that the owner's file gives, not the question's text
    from the questionnaire, which the product does not hold."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="results")
    place = models.PositiveSmallIntegerField()
    question = models.CharField(_("question"), max_length=200)
    group = models.CharField(_("gender"), max_length=7, choices=Group.choices)
    answers = models.PositiveIntegerField(_("answers"))
    share = models.DecimalField(
        _("share, per cent"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    """Of those who answered: how many per cent agree, as the owner defines it."""
    mean = models.DecimalField(_("mean"), max_digits=5, decimal_places=2, null=True, blank=True)

    objects: ClassVar[models.Manager["SurveyResult"]]

    class Meta:
        ordering = ("place", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["survey", "question", "group"],
                name="survey_result_is_one_for_question_and_gender",
                violation_error_message=_("The question stands twice for the same gender."),
            ),
            models.CheckConstraint(
                condition=Q(share=None) | (Q(share__gte=0) & Q(share__lte=100)),
                name="survey_result_share_is_between_0_and_100",
                violation_error_message=_("A share is between 0 and 100 per cent."),
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=False) | Q(mean__isnull=False),
                name="survey_result_has_a_share_or_a_mean",
                violation_error_message=_("A line needs a share or a mean."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.question} {self.group}"
