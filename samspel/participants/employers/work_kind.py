"""The kinds of work that a team looks for and finds: its own vocabulary."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team


class WorkKind(models.Model):
    """A kind of work in the team's own words: kitchen, stock, animals, garden, office …"""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="work_kinds")
    code = models.SlugField(max_length=40, editable=False)
    """What figures and addresses name it by; made of the first title, and never changed."""
    title = models.CharField(_("name"), max_length=80)
    is_used = models.BooleanField(_("is used"), default=True)
    """A kind that is used no more stays on the tasks that have it."""
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["WorkKind"]]

    class Meta:
        ordering = ("title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "code"],
                name="work_kind_code_is_unique_in_team",
                violation_error_message=_("The team has a kind of work with this name already."),
            ),
            models.UniqueConstraint(
                fields=["team", "title"],
                name="work_kind_title_is_unique_in_team",
                violation_error_message=_("The team has a kind of work with this name already."),
            ),
        )

    def __str__(self) -> str:
        return self.title
