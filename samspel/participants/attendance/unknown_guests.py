"""Guests of a session whom nobody registers: a number for each team."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.groups.session import Session

MOST = 500


class UnknownGuests(models.Model):
    """How many came with a team whom the team does not know: a friend, a neighbour."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="unknown_guests")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("other guests"))

    objects: ClassVar[models.Manager["UnknownGuests"]]

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["session", "team"],
                name="unknown_guests_are_one_number_for_a_team",
                violation_error_message=_("The number has been written already."),
            ),
            models.CheckConstraint(
                condition=Q(number__lte=MOST),
                name="unknown_guests_are_not_a_crowd",
                violation_error_message=_("Write how many they were: 0 to 500."),
            ),
        )

    def __str__(self) -> str:
        return str(self.number)
