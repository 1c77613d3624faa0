"""One stay of one person with one team, from study visit or referral to closing.

Dates are facts that people entered. What follows from them, the stage above all, is derived
and never stored.
"""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.figures.codes import INCOME_SOURCES, OCCUPATIONS, OUTCOMES, WITHDRAWAL_REASONS
from samspel.organisation.team import Team
from samspel.participants.participant import Participant, visible
from samspel.participants.stage import (
    OPEN_STAGES,
    Stage,
    in_stage,
    ongoing,
    since_when,
    stage_number,
    stage_of,
)


class EpisodeQuerySet(models.QuerySet["Episode"]):
    """Episodes, fetched through the check of who may see them."""

    def visible_to(self, user: User) -> "EpisodeQuerySet":
        """Those of the persons whom ``user`` may see."""
        teams = Team.objects.where_user_may(user, Act.CASEWORK)
        return self.filter(visible(user, teams, "participant__"))

    def in_stages(self, stages: Iterable[Stage], today: date) -> "EpisodeQuerySet":
        """Those that are in one of the stages on ``today``."""
        wanted = set(stages)
        if wanted == set(OPEN_STAGES):
            return self.filter(ongoing(today))
        condition = Q(pk__in=[])
        for stage in wanted:
            condition |= in_stage(stage, today)
        return self.filter(condition)

    def with_stage_number(self, today: date) -> "EpisodeQuerySet":
        """With ``stage_number``, to sort by stage."""
        return self.annotate(stage_number=stage_number(today))

    def with_since(self, today: date) -> "EpisodeQuerySet":
        """With ``since``, the date that brought each to its stage, to sort by days in it."""
        return self.annotate(since=since_when(today))


class Episode(models.Model):
    """The columns of the episode row in the figures' specification, with their invariants."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("participant"),
        on_delete=models.PROTECT,
        related_name="episodes",
    )
    team = models.ForeignKey(
        "organisation.Team", verbose_name=_("team"), on_delete=models.PROTECT, related_name="+"
    )
    case_number = models.CharField(_("case number"), max_length=64)
    """The episode's id in figures and exchanged files (episode_id)."""
    coach = models.ForeignKey(
        User,
        verbose_name=_("coach"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="episodes",
    )
    referred_by = models.CharField(_("referrer"), max_length=40, blank=True)
    caseworker_name = models.CharField(_("caseworker"), max_length=120, blank=True)
    caseworker_email = models.EmailField(_("the caseworker's e-mail"), blank=True)
    """The referrer's official, who books the follow-ups; gets links by mail."""
    income_source = models.CharField(
        _("income source"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in INCOME_SOURCES],
    )
    income_after = models.CharField(
        _("income source after closing"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in INCOME_SOURCES],
    )
    occupation_before = models.CharField(
        _("occupation before enrolment"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in OCCUPATIONS],
    )
    occupation_after = models.CharField(
        _("occupation after closing"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in OCCUPATIONS],
    )
    study_visit_on = models.DateField(_("study visit"), null=True, blank=True)
    referred_on = models.DateField(_("referred"), null=True, blank=True)
    enrolled_on = models.DateField(_("enrolled"), null=True, blank=True)
    trial_ends_on = models.DateField(_("trial period until"), null=True, blank=True)
    """The first day after the trial period; set at enrolment, moved by a decision."""
    closing_begun_on = models.DateField(_("closing begun"), null=True, blank=True)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn"), null=True, blank=True)
    withdrawal_reason = models.CharField(
        _("why it was withdrawn"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in WITHDRAWAL_REASONS],
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=40,
        blank=True,
        choices=[(each.code, _(each.title)) for each in OUTCOMES],
    )
    public_support_months = models.DecimalField(
        _("months on public support before enrolment"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    recorded_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[EpisodeQuerySet] = EpisodeQuerySet.as_manager()  # type: ignore[assignment]  # the manager has the query set's methods

    class Meta:
        ordering = ("-referred_on", "-enrolled_on", "pk")
        indexes = (
            models.Index(fields=["team", "enrolled_on"], name="episode_by_enrolment"),
            models.Index(fields=["coach", "closed_on"], name="episode_by_coach"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["team", "case_number"],
                name="episode_case_number_is_unique_in_team",
                violation_error_message=_("The team already has a case with this number."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(closed_on=None, outcome="") | (Q(closed_on__isnull=False) & ~Q(outcome=""))
                ),
                name="episode_has_an_outcome_exactly_when_closed",
                violation_error_message=_(
                    "A closed episode has an outcome, and only a closed one."
                ),
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(enrolled_on__isnull=False),
                name="episode_is_enrolled_before_it_is_closed",
                violation_error_message=_(
                    "Only someone who was enrolled can be closed; from the queue one withdraws."
                ),
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("enrolled_on")),
                name="episode_closes_on_or_after_enrolment",
                violation_error_message=_("The closing cannot be before the enrolment."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(enrolled_on=None) | Q(referred_on=None) | Q(enrolled_on__gte=F("referred_on"))
                ),
                name="episode_is_enrolled_on_or_after_referral",
                violation_error_message=_("The enrolment cannot be before the referral."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(withdrawn_on=None)
                    | Q(referred_on=None)
                    | Q(withdrawn_on__gte=F("referred_on"))
                ),
                name="episode_is_withdrawn_on_or_after_referral",
                violation_error_message=_("The withdrawal cannot be before the referral."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(enrolled_on=None),
                name="episode_is_withdrawn_only_when_never_enrolled",
                violation_error_message=_(
                    "Someone who was enrolled does not withdraw from the queue but is closed."
                ),
            ),
            models.CheckConstraint(
                condition=Q(trial_ends_on=None) | Q(trial_ends_on__gt=F("enrolled_on")),
                name="episode_trial_ends_after_enrolment",
                violation_error_message=_("The trial period ends after the day of enrolment."),
            ),
            models.CheckConstraint(
                condition=Q(trial_ends_on=None) | Q(enrolled_on__isnull=False),
                name="episode_is_on_trial_only_when_enrolled",
                violation_error_message=_("Only someone who is enrolled has a trial period."),
            ),
            models.CheckConstraint(
                condition=Q(closing_begun_on=None)
                | (Q(enrolled_on__isnull=False) & Q(closing_begun_on__gte=F("enrolled_on"))),
                name="episode_closing_begins_on_or_after_enrolment",
                violation_error_message=_("The closing cannot begin before the enrolment."),
            ),
            models.CheckConstraint(
                condition=Q(closing_begun_on=None)
                | Q(closed_on=None)
                | Q(closed_on__gte=F("closing_begun_on")),
                name="episode_closes_on_or_after_closing_began",
                violation_error_message=_("The closing cannot end before it began."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawal_reason="") | Q(withdrawn_on__isnull=False),
                name="episode_has_a_withdrawal_reason_only_when_withdrawn",
                violation_error_message=_("Only a case that was withdrawn has a reason for it."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(study_visit_on__isnull=False)
                    | Q(referred_on__isnull=False)
                    | Q(enrolled_on__isnull=False)
                ),
                name="episode_begins_with_a_date",
                violation_error_message=_(
                    "An episode begins with a study visit, a referral or an enrolment."
                ),
            ),
            models.CheckConstraint(
                condition=Q(public_support_months=None) | Q(public_support_months__gte=0),
                name="episode_support_time_is_not_negative",
                violation_error_message=_("Time on public support cannot be negative."),
            ),
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(closed_on=None, withdrawn_on=None),
                name="episode_is_the_only_open_one_of_the_person",
                violation_error_message=_("The person already has an open episode."),
            ),
        )

    def __str__(self) -> str:
        return self.case_number

    def stage(self, today: date) -> Stage:
        """Where the episode stands on ``today``."""
        return stage_of(self, today)

    @property
    def is_open(self) -> bool:
        """Whether nothing has been entered that ends it; the person has at most one such."""
        return self.closed_on is None and self.withdrawn_on is None

    @property
    def began_on(self) -> date:
        """The first of its entered dates; the database holds that there is one."""
        dates = (self.study_visit_on, self.referred_on, self.enrolled_on)
        return min(day for day in dates if day is not None)


def newest_first(episodes: Iterable[Episode]) -> list[Episode]:
    """A person's episodes, the open one first and then by their beginning, newest first."""
    return sorted(episodes, key=lambda each: (each.is_open, each.began_on), reverse=True)
