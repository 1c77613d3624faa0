"""A follow-up of a placement, held at the workplace or by telephone."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.participants.placements.placement import LONGEST_TEXT, Placement


class PlacementFollowUp(models.Model):
    """One that was held: when, and what came out of it. What is due is not stored."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="follow_ups")
    held_on = models.DateField(_("held on"))
    came_out = models.TextField(_("what came out of it"), max_length=LONGEST_TEXT, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[models.Manager["PlacementFollowUp"]]

    class Meta:
        ordering = ("-held_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["placement", "held_on"],
                name="placement_follow_up_is_one_for_a_day",
                violation_error_message=_("A follow-up of that day is written down already."),
            ),
        )

    def __str__(self) -> str:
        return self.held_on.isoformat()
