"""That the list of a meeting was given to an agency: an act of its own, with what it held."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.association import Agency
from samspel.participants.case_lists.case_taken_up import CaseTakenUp
from samspel.personnel.methods.team_meeting import TeamMeeting


class Disclosure(models.Model):
    """Who gave which agency the list and when; ``cases`` are those that it held then."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.PROTECT, related_name="disclosures")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("given"))
    cases: "models.ManyToManyField[CaseTakenUp, models.Model]" = models.ManyToManyField(
        CaseTakenUp, blank=True, related_name="disclosures"
    )

    objects: ClassVar[models.Manager["Disclosure"]]

    class Meta:
        ordering = ("-given_at", "-pk")
        verbose_name = _("disclosure")

    def __str__(self) -> str:
        return str(self.pk)
