"""The kinds of groups that a team has: their names are the team's own."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team


class GroupKind(models.Model):
    """A kind of group in the team's own words: träffpunkt, skogsgrupp, uppstartsgrupp …"""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="group_kinds")
    code = models.SlugField(max_length=40, editable=False)
    """What figures and addresses name it by; made of the first title, and never changed."""
    title = models.CharField(_("name"), max_length=80)
    is_used = models.BooleanField(_("is used"), default=True)
    """A kind that is used no more keeps its groups."""
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["GroupKind"]]

    class Meta:
        ordering = ("title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "code"],
                name="group_kind_code_is_unique_in_team",
                violation_error_message=_("The team has a kind of group with this name already."),
            ),
            models.UniqueConstraint(
                fields=["team", "title"],
                name="group_kind_title_is_unique_in_team",
                violation_error_message=_("The team has a kind of group with this name already."),
            ),
        )

    def __str__(self) -> str:
        return self.title
