"""A case that is taken up at a team meeting."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.participants.consents.consent import Information
from samspel.participants.episode import Episode
from samspel.personnel.methods.team_meeting import TeamMeeting


class CaseTakenUp(models.Model):
    """One line of a meeting's list. The question stays in the team, apart from what a consent
    lets an agency know."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.PROTECT, related_name="cases")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(_("place in the list"))
    about = models.CharField(_("is about"), max_length=20, choices=Information.choices, blank=True)
    """The kind of information that the question is about; only agencies with consent to that kind
    get the question to read."""
    question = models.CharField(_("question"), max_length=200, blank=True)

    objects: ClassVar[models.Manager["CaseTakenUp"]]

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "episode"],
                name="case_is_taken_up_once_at_a_meeting",
                violation_error_message=_("The case is on the list already."),
            ),
            models.CheckConstraint(
                condition=Q(about="") | Q(about__in=Information.values),
                name="case_taken_up_is_about_a_known_kind",
                violation_error_message=_("Choose one of the kinds of information."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)
