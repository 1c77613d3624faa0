"""A round of the national indicator survey (nationella indikatorenkäten) in one team.

The survey and its questions are owned by others, and its answers are anonymous. So nothing of what
somebody answers is here, nor the questionnaire: only who was asked, whether a form was handed in,
and the results as the survey's owner gives them back, in sums.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team


class Survey(models.Model):
    """One round: the days between which participants are asked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="surveys")
    title = models.CharField(_("name"), max_length=80)
    opens_on = models.DateField(_("first day"))
    closes_on = models.DateField(_("last day"))
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["Survey"]]

    class Meta:
        ordering = ("-opens_on", "title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "title"],
                name="survey_title_is_unique_in_team",
                violation_error_message=_("The team has a survey with this name already."),
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="survey_closes_on_or_after_its_first_day",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        )

    def __str__(self) -> str:
        return self.title
