"""The assessment (kartläggning): the person's own story, and answers to the team's questions."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode


class Assessment(models.Model):
    """One per episode, written on as the work goes."""

    episode = models.OneToOneField(Episode, on_delete=models.PROTECT, related_name="assessment")
    story = models.TextField(_("the person's own story"), max_length=40_000, blank=True)
    best_hopes = models.TextField(_("best hopes"), max_length=4000, blank=True)
    answers: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    """Rows of ``question`` (id), ``text`` (as it was asked) and ``answer``."""
    changed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return str(self.episode_id)
