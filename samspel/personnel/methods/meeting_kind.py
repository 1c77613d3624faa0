"""A kind of team meeting, in the team's own words."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team


class MeetingKind(models.Model):
    """What the team calls a sort of meeting; what is counted of it hangs on this row."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="meeting_kinds")
    title = models.CharField(_("kind of meeting"), max_length=80)

    objects: ClassVar[models.Manager["MeetingKind"]]

    class Meta:
        ordering = ("title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "title"],
                name="meeting_kind_is_there_once_in_a_team",
                violation_error_message=_("The team has this kind of meeting already."),
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="meeting_kind_has_a_title",
                violation_error_message=_("Write what kind of meeting it is."),
            ),
        )

    def __str__(self) -> str:
        return self.title
