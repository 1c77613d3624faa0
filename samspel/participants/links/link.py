"""A link that opens one page without an account: known by its hash, for a purpose and a time."""

import uuid
from datetime import datetime
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.organisation.team import Team


class Purpose(models.TextChoices):
    """What a link opens."""

    BOOK_VISIT = "book_visit", _("book a study visit")
    CHANGE_VISIT = "change_visit", _("change a booked study visit")
    REFERRAL_FORM = "referral_form", _("fill in a referral")
    OWN_REFERRALS = "own_referrals", _("see one's own referrals")
    FOLLOW_UP = "follow_up", _("book a follow-up")
    WALL = "wall", _("see the team's wall page")


class LinkState(StrEnum):
    """Whether a link opens its page, and if not, why."""

    OPENS = "opens"
    EXPIRED = "expired"
    USED = "used"
    WITHDRAWN = "withdrawn"


class Link(models.Model):
    """One link. The token itself is only in the message that carries it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    """SHA-256 of the token, in hexadecimal."""
    purpose = models.CharField(_("opens"), max_length=20, choices=Purpose.choices)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    subject_id = models.UUIDField(null=True, blank=True)
    """What the page is about: a form, a visit, an episode; none for a page of the whole team."""
    email = models.EmailField(_("sent to"), blank=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(_("opens until"))
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-made_at", "pk")
        indexes = (models.Index(fields=["purpose", "subject_id"], name="link_by_subject"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="link_expires_after_it_was_made",
                violation_error_message=_("A link opens for some time at least."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"

    def state(self, now: datetime) -> LinkState:
        """Whether the link opens its page at ``now``."""
        if self.withdrawn_at is not None:
            return LinkState.WITHDRAWN
        if self.used_at is not None:
            return LinkState.USED
        return LinkState.EXPIRED if now >= self.expires_at else LinkState.OPENS
