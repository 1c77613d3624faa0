"""Who goes first in the queue: the team's own groups, and who stands in which."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.organisation.team import Team
from samspel.participants.episode import Episode


class PriorityGroup(models.Model):
    """A group that goes before others; the lowest place goes first, those without a group last."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="priority_groups")
    title = models.CharField(_("name"), max_length=80)
    place = models.PositiveSmallIntegerField(_("place"), default=1)

    class Meta:
        ordering = ("place", "title", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["team", "title"],
                name="priority_group_is_named_once_in_team",
                violation_error_message=_("The team already has a group of this name."),
            ),
        )

    def __str__(self) -> str:
        return self.title


class QueuePlace(models.Model):
    """What is said of somebody's place in the queue."""

    episode = models.OneToOneField(Episode, on_delete=models.CASCADE, related_name="queue_place")
    group = models.ForeignKey(
        PriorityGroup,
        verbose_name=_("priority group"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return str(self.episode_id)
