"""The closing statement (slutdokumentation): drafted from the record, signed by a coach."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode


class Statement(models.Model):
    """One per episode. Its texts by section; an empty one shows the draft made of the record."""

    episode = models.OneToOneField(Episode, on_delete=models.PROTECT, related_name="statement")
    texts: "models.JSONField[Any, Any]" = models.JSONField(default=dict, blank=True)
    """The text of each section, by the section's key."""
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return str(self.episode_id)
