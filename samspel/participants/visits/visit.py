"""A study visit that was booked: when, by whom, whether they came, and what it led to."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.figures.codes import WITHDRAWAL_REASONS
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.visits.standing_time import StandingTime


class Came(models.TextChoices):
    """What became of a booked visit; nothing while it is awaited."""

    CAME = "came", _("came")
    ABSENT = "absent", _("did not come")
    CANCELLED = "cancelled", _("cancelled")


class Result(models.TextChoices):
    """What a visit led to; nothing while the person thinks it over."""

    REFERRAL = "referral", _("referral")
    NO = "no", _("no")


class Visit(models.Model):
    """One booking. Whoever came has an episode, with or without a name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="visits")
    standing_time = models.ForeignKey(
        StandingTime, null=True, blank=True, on_delete=models.PROTECT, related_name="visits"
    )
    starts_at = models.DateTimeField(_("time"))
    seat = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    """Which of the standing time's places; taken once (the constraint below)."""
    place = models.CharField(_("where"), max_length=120, blank=True)
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    family_name = models.CharField(_("family name"), max_length=80, blank=True)
    referred_by = models.CharField(_("referrer"), max_length=40, blank=True)
    caseworker_name = models.CharField(_("caseworker"), max_length=120, blank=True)
    caseworker_email = models.EmailField(_("the caseworker's e-mail"), blank=True)
    caseworker_comes = models.BooleanField(_("the caseworker comes along"), default=True)
    booked_at = models.DateTimeField()
    booked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    came = models.CharField(_("came"), max_length=10, choices=Came.choices, blank=True)
    caseworker_was_present = models.BooleanField(_("the caseworker was present"), null=True)
    result = models.CharField(_("led to"), max_length=10, choices=Result.choices, blank=True)
    reason = models.CharField(
        _("why not"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in WITHDRAWAL_REASONS],
    )
    episode = models.ForeignKey(
        Episode, null=True, blank=True, on_delete=models.PROTECT, related_name="visits"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("starts_at", "pk")
        indexes = (models.Index(fields=["team", "starts_at"], name="visit_by_time"),)
        constraints = (
            models.UniqueConstraint(
                fields=["standing_time", "starts_at", "seat"],
                condition=~Q(came="cancelled"),
                name="visit_has_its_place_alone",
                violation_error_message=_("Somebody else has just booked that time."),
            ),
            models.CheckConstraint(
                condition=Q(episode=None) | Q(came="came"),
                name="visit_has_an_episode_only_when_they_came",
                violation_error_message=_("A case begins when the person has come."),
            ),
            models.CheckConstraint(
                condition=Q(result="") | Q(came="came"),
                name="visit_has_a_result_only_when_they_came",
                violation_error_message=_("A visit leads to something when the person has come."),
            ),
            models.CheckConstraint(
                condition=Q(result="no") | Q(reason=""),
                name="visit_has_a_reason_only_when_it_led_to_no",
                violation_error_message=_("A reason belongs to a visit that led to no."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
