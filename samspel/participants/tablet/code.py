"""A one-time code that opens the scaling questions of one case on a tablet, without an account."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode
from samspel.participants.links.link import LinkState

OPENS_FOR = timedelta(minutes=30)
ANSWERS_FOR = timedelta(minutes=30)
"""Who opened the questions in time has so much longer to answer them."""


class TabletCode(models.Model):
    """One code; its letters are shown once and stored nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    """A keyed hash of the letters: so few letters could be found from a plain one."""
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="tablet_codes")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    expires_at = models.DateTimeField(_("opens until"))
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    sending = models.UUIDField(null=True, blank=True)
    """The sending that used it: the same form sent twice is one."""

    class Meta:
        ordering = ("-made_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="tablet_code_expires_after_it_was_made",
                violation_error_message=_("A code opens for some time at least."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    def state(self, now: datetime, *, longer: timedelta = timedelta(0)) -> LinkState:
        """Whether the code opens the questions at ``now``, or up to ``longer`` after its time."""
        if self.withdrawn_at is not None:
            return LinkState.WITHDRAWN
        if self.used_at is not None:
            return LinkState.USED
        return LinkState.EXPIRED if now >= self.expires_at + longer else LinkState.OPENS
