"""A referral form (uppdragsblankett): participant and caseworker fill it in, the team answers."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.figures.codes import WITHDRAWAL_REASONS
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.identity import validate_identity_number
from samspel.participants.names import initials_of, search_key
from samspel.participants.participant import Participant, Protection


class ReferralState(models.TextChoices):
    """Where a form stands; derived by `ReferralForm.state`, never stored."""

    DRAFT = "draft", _("being filled in")
    SENT = "sent", _("waits for the team")
    ASKED_BACK = "asked_back", _("the team has asked back")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    TAKEN_BACK = "taken_back", _("taken back")


WAITS_FOR_THE_TEAM = Q(
    sent_at__isnull=False, asked_back_at=None, answered_at=None, taken_back_at=None
)
IN_STATE: Mapping[ReferralState, Q] = {
    ReferralState.DRAFT: Q(sent_at=None, taken_back_at=None),
    ReferralState.SENT: WAITS_FOR_THE_TEAM,
    ReferralState.ASKED_BACK: Q(asked_back_at__isnull=False, answered_at=None, taken_back_at=None),
    ReferralState.ACCEPTED: Q(is_accepted=True),
    ReferralState.DECLINED: Q(is_accepted=False),
    ReferralState.TAKEN_BACK: Q(taken_back_at__isnull=False),
}
"""`ReferralForm.state` as a condition of a query."""


class ReferralFormQuerySet(models.QuerySet["ReferralForm"]):
    """Forms, fetched through the check of who may see them."""

    def visible_to(self, user: User) -> "ReferralFormQuerySet":
        """Those of the user's teams, except what is about a protected person of others' cases.

        A form about such a person, by number or by name where a number is missing, is seen by
        the staff named for the person only (`access.md`, "Protected identity").
        """
        teams = Team.objects.where_user_may(user, Act.CASEWORK)
        named = Participant.named_staff.through.objects.filter(user=user).values("participant")
        hidden = _protected().exclude(pk__in=named)
        return self.filter(team__in=teams).exclude(_about(hidden))

    def about_nobody_protected(self) -> "ReferralFormQuerySet":
        """Those that may be told of outside the team."""
        return self.exclude(_about(_protected()))

    def about_somebody_protected(self) -> "ReferralFormQuerySet":
        """Those that only named staff see."""
        return self.filter(_about(_protected()))


def _protected() -> "QuerySet[Participant]":
    return Participant.objects.exclude(protection=Protection.NONE)


def _about(people: "QuerySet[Participant]") -> Q:
    """That a form is, or may be, about one of the team's ``people``."""
    of_team = people.filter(team=OuterRef("team"))
    by_number = Q(identity_number=OuterRef("identity_number")) & ~Q(identity_number="")
    by_name = Q(search_key=OuterRef("search_key")) & ~Q(search_key="")
    without_number = of_team.filter(by_name, identity_number="")
    return (
        Q(Exists(of_team.filter(by_number)))
        | Q(Exists(without_number))
        | (Q(identity_number="") & Q(Exists(of_team.filter(by_name))))
        | Q(Exists(people.filter(pk=OuterRef("episode__participant"))))
    )


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
    search_key = models.CharField(max_length=170, editable=False, blank=True)
    answers: "models.JSONField[Any, Any]" = models.JSONField(default=list, blank=True)
    """Rows of ``question`` (id), ``text`` and ``by`` (as it was asked) and ``answer``."""
    writing: "models.JSONField[Any, Any]" = models.JSONField(default=dict, blank=True)
    """Who of several writers wrote what while it is a draft (`draft`); empty when it is sent."""
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    asked_back_at = models.DateTimeField(null=True, blank=True)
    """Set while the team waits for an answer to what it asked."""
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
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

    objects: ClassVar[ReferralFormQuerySet] = ReferralFormQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_key = search_key(self.name)
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        """The person's name as far as it was written."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def initials(self) -> str:
        """How the referrer's own list names the person."""
        return initials_of(self.name)

    @property
    def sent_on(self) -> date | None:
        """The day on which it was sent, in Swedish time."""
        return None if self.sent_at is None else timezone.localdate(self.sent_at)

    @property
    def answers_to(self) -> str:
        """The address that links about the form are mailed to; empty where there is none."""
        return self.email if self.is_self_referral else self.caseworker_email

    def days_waiting(self, today: date) -> int | None:
        """Whole days since it was sent, until it was answered or taken back."""
        ended = self.answered_at or self.taken_back_at
        last = timezone.localdate(ended) if ended else today
        return None if self.sent_on is None else max(0, (last - self.sent_on).days)

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
