"""The stage of an episode: derived from its dates and a given day, never stored.

`stage_of` is the rule for one row and `in_stage` the same rule for a query; a property test
holds the two together.
"""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Protocol

from django.db import models
from django.db.models import Case, DateField, F, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from samspel.figures.period import month_end, shift_months

LONGEST_TRIAL = 12
"""Months; the most that a team's settings allow."""
ANY_TRIAL = range(LONGEST_TRIAL + 1)
"""The trial periods that a team can have."""


class Stage(models.TextChoices):
    """Where an episode stands, in the order in which an episode goes through them."""

    STUDY_VISIT = "study_visit", _("study visit")
    QUEUE = "queue", _("in queue")
    TRIAL = "trial", _("trial period")
    ACTIVE = "active", _("active")
    CLOSED = "closed", _("closed")
    WITHDRAWN = "withdrawn", _("withdrawn")


OPEN_STAGES = (Stage.STUDY_VISIT, Stage.QUEUE, Stage.TRIAL, Stage.ACTIVE)


class Dates(Protocol):
    """What the rule reads: an episode, or a row of a query with the same names."""

    @property
    def study_visit_on(self) -> date | None: ...
    @property
    def referred_on(self) -> date | None: ...
    @property
    def enrolled_on(self) -> date | None: ...
    @property
    def closed_on(self) -> date | None: ...
    @property
    def withdrawn_on(self) -> date | None: ...


def stage_of(episode: Dates, *, trial_months: int, today: date) -> Stage:
    """The stage on ``today``: a date that has not come yet has not happened.

    On the very day of closing the episode is closed, as in the figures' cohorts. What has
    neither been enrolled nor referred is before its referral: at the study visit.
    """
    if _has_come(episode.closed_on, today):
        return Stage.CLOSED
    if _has_come(episode.withdrawn_on, today):
        return Stage.WITHDRAWN
    if episode.enrolled_on is not None and episode.enrolled_on <= today:
        ends = trial_end(episode.enrolled_on, trial_months)
        return Stage.TRIAL if today < ends else Stage.ACTIVE
    return Stage.QUEUE if _has_come(episode.referred_on, today) else Stage.STUDY_VISIT


def _has_come(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def trial_end(enrolled_on: date, trial_months: int) -> date:
    """The first day after the trial period (prövotid)."""
    return shift_months(enrolled_on, min(trial_months, LONGEST_TRIAL))


def stage_since(episode: Dates, stage: Stage) -> date | None:
    """The entered date that brought the episode to its stage.

    An active episode counts from its enrolment, since the trial period is the first part of it.
    """
    if stage == Stage.CLOSED:
        return episode.closed_on
    if stage == Stage.WITHDRAWN:
        return episode.withdrawn_on
    if stage in (Stage.TRIAL, Stage.ACTIVE):
        return episode.enrolled_on
    return episode.referred_on if stage == Stage.QUEUE else episode.study_visit_on


def ongoing(today: date) -> Q:
    """Any of `OPEN_STAGES` as a condition on episodes."""
    return ~Q(closed_on__lte=today) & ~Q(withdrawn_on__lte=today)


def in_stage(stage: Stage, today: date) -> Q:
    """`stage_of` as a condition on episodes."""
    closed, withdrawn = Q(closed_on__lte=today), Q(withdrawn_on__lte=today)
    enrolled, referred = Q(enrolled_on__lte=today), Q(referred_on__lte=today)
    return {
        Stage.CLOSED: lambda: closed,
        Stage.WITHDRAWN: lambda: withdrawn & ~closed,
        Stage.TRIAL: lambda: ongoing(today) & enrolled & _on_trial(today),
        Stage.ACTIVE: lambda: ongoing(today) & enrolled & ~_on_trial(today),
        Stage.QUEUE: lambda: ongoing(today) & ~enrolled & referred,
        Stage.STUDY_VISIT: lambda: ongoing(today) & ~enrolled & ~referred,
    }[stage]()


def _on_trial(today: date, lengths: Iterable[int] = ANY_TRIAL) -> Q:
    """Enrolled later than the last day whose trial period has ended by ``today``.

    ``lengths`` are the trial periods, in months, of the teams whose episodes are asked for.
    """
    later = {
        months: Q(enrolled_on__gt=last_day_past_trial(today, months))
        for months in sorted({min(each, LONGEST_TRIAL) for each in lengths})
    }
    if len(later) == 1:
        return next(iter(later.values()))
    return reduce(or_, (_of_length(months) & enrolled for months, enrolled in later.items()))


def _of_length(months: int) -> Q:
    lookup = "team__trial_months__gte" if months == LONGEST_TRIAL else "team__trial_months"
    return Q(**{lookup: months})


def last_day_past_trial(today: date, trial_months: int) -> date:
    """The last day of enrolment whose trial period has ended by ``today``.

    On the last day of a month every later day of the enrolment month has ended too, because a
    trial that would end on the 31st ends on the month's last day.
    """
    day = shift_months(today, -trial_months)
    if today == month_end(today.year, today.month):
        return month_end(day.year, day.month)
    return day


def since_when(today: date) -> Case:
    """`stage_since` as an expression of a query, to sort by."""
    names = ("closed_on", "withdrawn_on", "enrolled_on", "referred_on")
    whens = (When(Q(**{f"{name}__lte": today}), then=F(name)) for name in names)
    return Case(*whens, default=F("study_visit_on"), output_field=DateField())


def stage_number(today: date, trial_months: Iterable[int] = ANY_TRIAL) -> Case:
    """The stage's place in the order of `Stage`, to sort a query by; asked as `stage_of` asks.

    ``trial_months`` are the trial periods of the teams whose episodes are asked for.
    """
    order = {stage: Value(number) for number, stage in enumerate(Stage)}
    return Case(
        When(closed_on__lte=today, then=order[Stage.CLOSED]),
        When(withdrawn_on__lte=today, then=order[Stage.WITHDRAWN]),
        When(Q(enrolled_on__lte=today) & _on_trial(today, trial_months), then=order[Stage.TRIAL]),
        When(enrolled_on__lte=today, then=order[Stage.ACTIVE]),
        When(referred_on__lte=today, then=order[Stage.QUEUE]),
        default=order[Stage.STUDY_VISIT],
        output_field=IntegerField(),
    )
