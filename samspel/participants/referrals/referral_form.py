"""A referral form (uppdragsblankett): participant and caseworker fill it in, the team answers."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.figures.codes import WITHDRAWAL_REASONS
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.identity import validate_identity_number


class ReferralState(models.TextChoices):
    """Where a form stands; derived by `ReferralForm.state`, never stored."""

    DRAFT = "draft", _("being filled in")
    SENT = "sent", _("waits for the team")
    ASKED_BACK = "asked_back", _("the team has asked back")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    TAKEN_BACK = "taken_back", _("taken back")


class ReferralForm(models.Model):
    """One form. It becomes an episode when the team answers, yes or no: before that it is none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="referral_forms")
    is_self_referral = models.BooleanField(_("self-referral"), default=False)
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    identity_number = models.CharField(
        _("personal identity number"),
        max_length=12,
        blank=True,
        validators=[validate_identity_number],
    )
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    referred_by = models.CharField(_("referrer"), max_length=40, blank=True)
    caseworker_name = models.CharField(_("caseworker"), max_length=120, blank=True)
    caseworker_email = models.EmailField(_("the caseworker's e-mail"), blank=True)
    answers: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    """Rows of ``question`` (id), ``text`` (as it was asked) and ``answer``."""
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    asked_back_at = models.DateTimeField(null=True, blank=True)
    """Set while the team waits for an answer to what it asked."""
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_accepted = models.BooleanField(null=True, blank=True)
    reason = models.CharField(
        _("why it was declined"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in WITHDRAWAL_REASONS],
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    episode = models.ForeignKey(
        Episode, null=True, blank=True, on_delete=models.PROTECT, related_name="referral_forms"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-sent_at", "-begun_at", "pk")
        indexes = (models.Index(fields=["team", "answered_at"], name="referral_form_by_answer"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at=None, is_accepted=None)
                | Q(answered_at__isnull=False, is_accepted__isnull=False),
                name="referral_form_is_answered_yes_or_no",
                violation_error_message=_("An answered referral is accepted or declined."),
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(sent_at__isnull=False),
                name="referral_form_is_sent_before_it_is_answered",
                violation_error_message=_("Only a referral that was sent can be answered."),
            ),
            models.CheckConstraint(
                condition=Q(reason="") | Q(is_accepted=False),
                name="referral_form_has_a_reason_only_when_declined",
                violation_error_message=_("Only a declined referral has a reason."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | Q(answered_at=None),
                name="referral_form_is_taken_back_before_the_answer",
                violation_error_message=_("The team has already answered the referral."),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def state(self) -> ReferralState:
        """Where the form stands."""
        if self.answered_at is not None:
            return ReferralState.ACCEPTED if self.is_accepted else ReferralState.DECLINED
        if self.taken_back_at is not None:
            return ReferralState.TAKEN_BACK
        if self.sent_at is None:
            return ReferralState.DRAFT
        return ReferralState.ASKED_BACK if self.asked_back_at else ReferralState.SENT


class ReferralMessage(models.Model):
    """What the team asked back, and what was answered; written in the form, never in a mail."""

    form = models.ForeignKey(ReferralForm, on_delete=models.CASCADE, related_name="messages")
    text = models.TextField(_("text"), max_length=4000)
    author = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """Somebody of the team; None is the one who sent the form."""
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("written_at", "pk")

    def __str__(self) -> str:
        return f"{self.form_id} {self.written_at:%Y-%m-%d}"
