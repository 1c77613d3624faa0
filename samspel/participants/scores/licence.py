"""A team's licence to use the paper forms: without one in force there are no pages of scores."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team


class ScoreLicence(models.Model):
    """What the leader confirmed: whose licence it is, since when, and what it says."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="score_licences")
    holder = models.CharField(_("who holds the licence"), max_length=200)
    agreed_on = models.DateField(_("day of the licence"))
    wording = models.TextField(_("number or wording of the licence"), max_length=4000)
    confirmed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-confirmed_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team"],
                condition=Q(withdrawn_at=None),
                name="score_licence_in_force_is_one_of_the_team",
                violation_error_message=_("The team has confirmed a licence already."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


def licence_of(team: Team) -> ScoreLicence | None:
    """The licence in force, if there is one."""
    return ScoreLicence.objects.filter(team=team, withdrawn_at=None).first()
