"""The stage of an episode: derived from its dates and a given day, never stored.

`stage_of` is the rule for one row and `in_stage` the same rule for a query; a property test
holds the two together.
"""

from collections.abc import Mapping
from datetime import MAXYEAR, date
from typing import Protocol

from django.db import models
from django.db.models import Case, DateField, F, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from samspel.figures.period import shift_months

LONGEST_TRIAL = 12
"""Months; the most that a team's settings allow."""


class Stage(models.TextChoices):
    """Where an episode stands, in the order in which an episode goes through them."""

    STUDY_VISIT = "study_visit", _("study visit")
    QUEUE = "queue", _("in queue")
    TRIAL = "trial", _("trial period")
    ACTIVE = "active", _("active")
    CLOSING = "closing", _("closing")
    CLOSED = "closed", _("closed")
    WITHDRAWN = "withdrawn", _("withdrawn")


ENROLLED_STAGES = (Stage.TRIAL, Stage.ACTIVE, Stage.CLOSING)
OPEN_STAGES = (Stage.STUDY_VISIT, Stage.QUEUE, *ENROLLED_STAGES)


class Dates(Protocol):
    """What the rule reads: an episode, or a row of a query with the same names."""

    @property
    def study_visit_on(self) -> date | None: ...
    @property
    def referred_on(self) -> date | None: ...
    @property
    def enrolled_on(self) -> date | None: ...
    @property
    def trial_ends_on(self) -> date | None: ...
    @property
    def closing_begun_on(self) -> date | None: ...
    @property
    def closed_on(self) -> date | None: ...
    @property
    def withdrawn_on(self) -> date | None: ...


def stage_of(episode: Dates, today: date) -> Stage:
    """The stage on ``today``: a date that has not come yet has not happened.

    On the very day of closing the episode is closed, as in the figures' cohorts. What has
    neither been enrolled nor referred is before its referral: at the study visit. The trial
    period's end is the first day after it.
    """
    if _has_come(episode.closed_on, today):
        return Stage.CLOSED
    if _has_come(episode.withdrawn_on, today):
        return Stage.WITHDRAWN
    if _has_come(episode.enrolled_on, today):
        return _stage_of_enrolled(episode, today)
    return Stage.QUEUE if _has_come(episode.referred_on, today) else Stage.STUDY_VISIT


def _stage_of_enrolled(episode: Dates, today: date) -> Stage:
    if _has_come(episode.closing_begun_on, today):
        return Stage.CLOSING
    on_trial = episode.trial_ends_on is not None and today < episode.trial_ends_on
    return Stage.TRIAL if on_trial else Stage.ACTIVE


def _has_come(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def trial_end(enrolled_on: date, trial_months: int) -> date | None:
    """The first day after a trial period (prövotid) of some months; None without one.

    Written down when somebody is enrolled, so that a changed setting of the team changes
    nothing of what has been.
    """
    months = min(trial_months, LONGEST_TRIAL)
    # A typing error such as the year 9999 is refused elsewhere, with a sentence of its own.
    ends = months and enrolled_on.year < MAXYEAR
    return shift_months(enrolled_on, months) if ends else None


def stage_since(episode: Dates, stage: Stage) -> date | None:
    """The date that brought the episode to its stage."""
    if stage == Stage.ACTIVE:
        return episode.trial_ends_on or episode.enrolled_on
    since: Mapping[Stage, date | None] = {
        Stage.STUDY_VISIT: episode.study_visit_on,
        Stage.QUEUE: episode.referred_on,
        Stage.TRIAL: episode.enrolled_on,
        Stage.CLOSING: episode.closing_begun_on,
        Stage.CLOSED: episode.closed_on,
        Stage.WITHDRAWN: episode.withdrawn_on,
    }
    return since[stage]


def ongoing(today: date) -> Q:
    """Any of `OPEN_STAGES` as a condition on episodes."""
    return ~Q(closed_on__lte=today) & ~Q(withdrawn_on__lte=today)


def begun(today: date) -> Q:
    """Any of the dates that begin an episode has come: what is shown of an earlier day.

    Nothing is entered that has not happened, so that on the present day it leaves out nobody.
    """
    return Q(study_visit_on__lte=today) | Q(referred_on__lte=today) | Q(enrolled_on__lte=today)


def in_stage(stage: Stage, today: date) -> Q:
    """`stage_of` as a condition on episodes."""
    closed, withdrawn = Q(closed_on__lte=today), Q(withdrawn_on__lte=today)
    enrolled, referred = Q(enrolled_on__lte=today), Q(referred_on__lte=today)
    closing, on_trial = Q(closing_begun_on__lte=today), Q(trial_ends_on__gt=today)
    return {
        Stage.CLOSED: closed,
        Stage.WITHDRAWN: withdrawn & ~closed,
        Stage.CLOSING: ongoing(today) & enrolled & closing,
        Stage.TRIAL: ongoing(today) & enrolled & ~closing & on_trial,
        Stage.ACTIVE: ongoing(today) & enrolled & ~closing & ~on_trial,
        Stage.QUEUE: ongoing(today) & ~enrolled & referred,
        Stage.STUDY_VISIT: ongoing(today) & ~enrolled & ~referred,
    }[stage]


def since_when(today: date) -> Case:
    """`stage_since` as an expression of a query, to sort by."""
    return Case(
        When(closed_on__lte=today, then=F("closed_on")),
        When(withdrawn_on__lte=today, then=F("withdrawn_on")),
        When(enrolled_on__lte=today, closing_begun_on__lte=today, then=F("closing_begun_on")),
        When(enrolled_on__lte=today, trial_ends_on__lte=today, then=F("trial_ends_on")),
        When(enrolled_on__lte=today, then=F("enrolled_on")),
        When(referred_on__lte=today, then=F("referred_on")),
        default=F("study_visit_on"),
        output_field=DateField(),
    )


def stage_number(today: date) -> Case:
    """The stage's place in the order of `Stage`, to sort a query by; asked as `stage_of` asks."""
    order = {stage: Value(number) for number, stage in enumerate(Stage)}
    return Case(
        When(closed_on__lte=today, then=order[Stage.CLOSED]),
        When(withdrawn_on__lte=today, then=order[Stage.WITHDRAWN]),
        When(enrolled_on__lte=today, closing_begun_on__lte=today, then=order[Stage.CLOSING]),
        When(enrolled_on__lte=today, trial_ends_on__gt=today, then=order[Stage.TRIAL]),
        When(enrolled_on__lte=today, then=order[Stage.ACTIVE]),
        When(referred_on__lte=today, then=order[Stage.QUEUE]),
        default=order[Stage.STUDY_VISIT],
        output_field=IntegerField(),
    )
