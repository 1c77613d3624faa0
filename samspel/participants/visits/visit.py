"""A study visit that was booked: when, by whom, whether they came, and what it led to."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.links.link import Link
from samspel.participants.participant import visible
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


class Began(models.TextChoices):
    """What was recorded when somebody came, so that a wrong mark can be undone."""

    PERSON = "person", _("a new person with a case")
    EPISODE = "episode", _("a new case of a person whom the team had")
    DATE = "date", _("the day of the visit, in a case that was open")


def _seen_by(user: User) -> Q:
    teams = Team.objects.where_user_may(user, Act.CASEWORK)
    return Q(team__in=teams) & (Q(episode=None) | visible(user, teams, "episode__participant__"))


class VisitQuerySet(models.QuerySet["Visit"]):
    """Visits, fetched through the check of who may see them."""

    def visible_to(self, user: User) -> "VisitQuerySet":
        """Those of the user's own teams; of those who came, the persons whom ``user`` may see."""
        return self.filter(_seen_by(user))

    def with_seen(self, user: User) -> "VisitQuerySet":
        """With ``is_seen``, by the same rule: the others take their places all the same."""
        return self.annotate(is_seen=ExpressionWrapper(_seen_by(user), models.BooleanField()))

    def awaited(self) -> "VisitQuerySet":
        """Those of which nobody has said what became of them."""
        return self.filter(came="")

    def held(self) -> "VisitQuerySet":
        """Those that take a place: all but the cancelled ones."""
        return self.exclude(came=Came.CANCELLED)


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
    booked_through = models.ForeignKey(
        Link, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """The link by which somebody without account booked it."""
    came = models.CharField(_("came"), max_length=10, choices=Came.choices, blank=True)
    caseworker_was_present = models.BooleanField(_("the caseworker was present"), null=True)
    episode = models.ForeignKey(
        Episode, null=True, blank=True, on_delete=models.PROTECT, related_name="visits"
    )
    began = models.CharField(max_length=10, choices=Began.choices, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects: ClassVar[VisitQuerySet] = VisitQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("starts_at", "pk")
        indexes = (models.Index(fields=["team", "starts_at"], name="visit_by_time"),)
        constraints = (
            models.UniqueConstraint(
                fields=["standing_time", "starts_at", "seat"],
                condition=~Q(came="cancelled"),
                name="visit_has_its_place_alone",
                violation_error_message=_(
                    "Somebody else has just booked that time: choose another one. What you wrote "
                    "is still here."
                ),
            ),
            models.CheckConstraint(
                condition=Q(episode=None) | Q(came="came"),
                name="visit_has_an_episode_only_when_they_came",
                violation_error_message=_("A case begins when the person has come."),
            ),
            models.CheckConstraint(
                condition=Q(began="") | Q(episode__isnull=False),
                name="visit_began_something_only_when_it_has_an_episode",
                violation_error_message=_("A case begins when the person has come."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"

    @property
    def on(self) -> date:
        """The day of the visit, in Swedish time."""
        return timezone.localdate(self.starts_at)

    @property
    def clock(self) -> str:
        """The time of day, in Swedish time: 10:00."""
        return f"{timezone.localtime(self.starts_at):%H:%M}"

    @property
    def is_awaited(self) -> bool:
        """Whether nobody has said yet what became of it."""
        return self.came == ""

    @property
    def listed_name(self) -> str:
        """Who it is about, as lists show it: never the name of a protected person."""
        if self.episode is not None:
            return self.episode.participant.listed_name
        return f"{self.given_name} {self.family_name}".strip() or str(_("No name"))

    @property
    def result(self) -> Result | None:
        """What it led to: what the episode's dates say, so that nothing is entered twice."""
        if self.episode is None:
            return None
        if self.episode.referred_on is not None or self.episode.enrolled_on is not None:
            return Result.REFERRAL
        return Result.NO if self.episode.withdrawn_on is not None else None
