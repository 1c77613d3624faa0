"""A team and its settings: what its report's tables look like and how it works."""

from itertools import chain, count
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import WHO_MAY, Act
from samspel.accounts.user import User
from samspel.figures.bands import AgeBand, parse_bands
from samspel.figures.codes import OUTCOMES
from samspel.figures.rhythm import Rhythm
from samspel.organisation.association import Agency, Association, Host

RESERVED_SLUGS = frozenset({"new"})
"""Words that stand where a team's address does."""

RHYTHMS = [
    (Rhythm.CALENDAR_YEAR.value, _("Calendar years")),
    (Rhythm.BROKEN_YEAR.value, _("Years from July to June")),
    (Rhythm.HALF_YEAR.value, _("Half-years")),
]


def default_outcome_columns() -> list[str]:
    """The outcomes that most teams give a column of their own."""
    return [
        "work",
        "studies",
        "other_rehabilitation",
        "sickness_compensation",
        "medical_rehabilitation",
    ]


def validate_bands(text: str) -> None:
    """Refuse age bands that cannot be read or that overlap."""
    try:
        parse_bands(text)
    except ValueError as error:
        raise ValidationError(
            _("Write the age bands as 16-17,18-30,31-45,46-64,65-: whole years, lowest first.")
        ) from error


def validate_outcome_columns(codes: object) -> None:
    """Refuse anything but a list of known outcomes without repetition."""
    known = {outcome.code for outcome in OUTCOMES}
    if not isinstance(codes, list) or not set(codes) <= known or len(set(codes)) != len(codes):
        raise ValidationError(_("Choose among the outcomes, each at most once."))


class TeamQuerySet(models.QuerySet["Team"]):
    """Teams, fetched through the check of who may."""

    def where_user_may(self, user: User, act: Act) -> "TeamQuerySet":
        """The teams for which ``user`` may do ``act``, by a current membership."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        held = {"user": user, "ended_on": None, "role__in": WHO_MAY[act]}
        in_team = Q(**{f"memberships__{name}": value for name, value in held.items()})
        in_association = Q(
            **{f"association__memberships__{name}": value for name, value in held.items()}
        )
        return self.filter(pk__in=Team.objects.filter(in_team | in_association).values("pk"))

    def free_slug(self, name: str) -> str:
        """An address that no team has yet, made of the name: “Team Väster” → ``team-vaster``."""
        plain = slugify(name)[:70].strip("-") or "team"
        taken = set(self.filter(slug__startswith=plain).values_list("slug", flat=True))
        numbered = (f"{plain}-{number}" for number in count(2))
        return next(slug for slug in chain([plain], numbered) if slug not in taken | RESERVED_SLUGS)


class Team(models.Model):
    """An inter-agency rehabilitation team (samverkansteam)."""

    association = models.ForeignKey(
        Association, verbose_name=_("association"), on_delete=models.PROTECT, related_name="teams"
    )
    host = models.ForeignKey(
        Host,
        verbose_name=_("host"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="teams",
    )
    agencies = models.ManyToManyField(
        Agency, verbose_name=_("agencies"), blank=True, related_name="teams"
    )
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address of its pages"), max_length=80, unique=True)
    started_on = models.DateField(_("started on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    trial_months = models.PositiveSmallIntegerField(
        _("trial period, months"), default=2, validators=[MaxValueValidator(12)]
    )
    follow_up_months = models.PositiveSmallIntegerField(
        _("months between follow-ups"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    visit_is_obligatory = models.BooleanField(
        _("a study visit comes before the enrolment"), default=False
    )
    takes_self_referrals = models.BooleanField(
        _("people may refer themselves on an open page"), default=False
    )
    link_days = models.PositiveSmallIntegerField(
        _("days that a link opens"),
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
    )
    checks_after_closing = models.BooleanField(
        _("ask how it goes 6 and 12 months after closing"), default=False
    )
    report_rhythm = models.CharField(
        _("report periods"), max_length=20, choices=RHYTHMS, default=Rhythm.CALENDAR_YEAR.value
    )
    age_bands = models.CharField(
        _("age bands"),
        max_length=120,
        default="16-17,18-30,31-45,46-64,65-",
        validators=[validate_bands],
    )
    outcome_columns = models.JSONField(
        _("outcomes with a column of their own"),
        default=default_outcome_columns,
        validators=[validate_outcome_columns],
        blank=True,
    )
    revision = models.PositiveBigIntegerField(default=0, editable=False)
    """Grows with every change of the team's records or settings; what is kept ready hangs on it."""

    objects: ClassVar[TeamQuerySet] = TeamQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=["name"],
                name="team_name_is_unique",
                violation_error_message=_("There is already a team of this name."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None)
                | Q(started_on=None)
                | Q(closed_on__gte=F("started_on")),
                name="team_closes_after_it_starts",
                violation_error_message=_("A team cannot close before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(follow_up_months__gte=1),
                name="team_follow_up_interval_is_a_month_or_more",
                violation_error_message=_("There must be a month or more between follow-ups."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def bands(self) -> tuple[AgeBand, ...]:
        """The team's age bands, lowest first."""
        return parse_bands(self.age_bands)

    @property
    def rhythm(self) -> Rhythm:
        """The rhythm in which the team reports, and that its public readers may read in."""
        return Rhythm(self.report_rhythm)

    def touch(self) -> None:
        """Mark that the team's records or settings changed; called inside the act's transaction."""
        Team.objects.filter(pk=self.pk).update(revision=F("revision") + 1)


class TeamReferrer(models.Model):
    """A referrer of the team's own, beside those that every team has."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="own_referrers")
    code = models.SlugField(_("code"), max_length=40)
    title = models.CharField(_("name"), max_length=80)

    class Meta:
        ordering = ("title",)
        constraints = (
            models.UniqueConstraint(
                fields=["team", "code"],
                name="team_referrer_code_is_unique_in_team",
                violation_error_message=_("The team already has a referrer with this code."),
            ),
        )

    def __str__(self) -> str:
        return self.title
