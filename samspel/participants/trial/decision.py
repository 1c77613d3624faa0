"""What was decided when a trial period came to its end."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.participants.episode import Episode


class Decision(models.TextChoices):
    """The three ways on."""

    CONTINUE = "continue", _("go on")
    PROLONG = "prolong", _("prolong the trial period")
    END = "end", _("end as an early dropout")


class TrialDecision(models.Model):
    """One decision; a prolonged trial period gets another one at its new end."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="trial_decisions")
    decision = models.CharField(_("decision"), max_length=10, choices=Decision.choices)
    decided_on = models.DateField(_("decided on"))
    until = models.DateField(_("prolonged until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-decided_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(decision="prolong", until__isnull=False) & ~Q(reason="")
                | (~Q(decision="prolong") & Q(until=None)),
                name="trial_decision_prolongs_to_a_day_with_a_reason",
                violation_error_message=_("Say until when the trial period goes on, and why."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("decided_on")),
                name="trial_decision_prolongs_beyond_its_day",
                violation_error_message=_("The trial period is prolonged to a later day."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.decision} {self.decided_on}"
