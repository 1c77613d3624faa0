"""Who was asked to answer a survey, and whether a form was handed in; never what it says."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode
from samspel.participants.surveys.survey import Survey


class Answered(models.TextChoices):
    """What came of an invitation."""

    WAITING = "waiting", _("no answer yet")
    HANDED_IN = "handed_in", _("handed in")
    DECLINED = "declined", _("does not want to")


class Invitation(models.Model):
    """A case that was asked in a survey."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="invitations")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="invitations")
    invited_on = models.DateField(_("asked on"))
    invited_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered = models.CharField(
        _("answer"), max_length=10, choices=Answered.choices, default=Answered.WAITING
    )
    settled_on = models.DateField(_("answered on"), null=True, blank=True)

    objects: ClassVar[models.Manager["Invitation"]]

    class Meta:
        ordering = ("invited_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["survey", "episode"],
                name="invitation_is_once_in_a_survey",
                violation_error_message=_("The person has been asked already."),
            ),
            models.CheckConstraint(
                condition=Q(answered=Answered.WAITING, settled_on=None)
                | (~Q(answered=Answered.WAITING) & Q(settled_on__isnull=False)),
                name="invitation_has_a_day_exactly_when_answered",
                violation_error_message=_("An answer has a day, and without one there is none."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
