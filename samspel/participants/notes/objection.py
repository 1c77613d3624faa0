"""An objection: the participant holds that something recorded is wrong or misleading."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode
from samspel.participants.notes.note import LONGEST, Note


class Objection(models.Model):
    """In the participant's words, about one note or about the record as a whole."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="objections")
    note = models.ForeignKey(
        Note, null=True, blank=True, on_delete=models.PROTECT, related_name="objections"
    )
    on = models.DateField(_("made on"))
    text = models.TextField(_("objection"), max_length=LONGEST)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("-on", "pk")

    def __str__(self) -> str:
        return str(self.pk)
