"""How long somebody was in a stage, and how long those who are there have been so far.

A day becomes a whole number before anything is subtracted: engines disagree about the difference
of two dates, and these columns need not be in a file.
"""

from collections.abc import Callable
from fractions import Fraction

import narwhals as nw

from samspel.figures.day_numbers import day_number
from samspel.figures.definition import DAYS, MeasureFigure
from samspel.figures.period import Period
from samspel.figures.stages import active_left_on, active_since, trial_left_on
from samspel.figures.words import noop

_ONE = Fraction(1)


def _visit_to_referral(period: Period) -> nw.Expr:
    """No value where the referral came before the visit."""
    del period
    days = day_number(nw.col("referred_on")) - day_number(nw.col("study_visit_on"))
    return nw.when(days >= 0).then(days)


def _on_trial(period: Period) -> nw.Expr:
    del period
    return day_number(trial_left_on()) - day_number(nw.col("enrolled_on"))


def _active(period: Period) -> nw.Expr:
    del period
    return day_number(active_left_on()) - day_number(active_since())


def _closing(period: Period) -> nw.Expr:
    del period
    return day_number(nw.col("closed_on")) - day_number(nw.col("closing_begun_on"))


def _so_far(since: nw.Expr) -> Callable[[Period], nw.Expr]:
    def raw(period: Period) -> nw.Expr:
        return nw.lit(period.end.toordinal(), dtype=nw.Int64) - day_number(since)

    return raw


STAGE_DAYS = (
    MeasureFigure(
        key="days_from_visit_to_referral",
        title=noop("From study visit to referral"),
        text=noop(
            "Days from the study visit to the referral, over those referred in the period after "
            "a visit; the median is shown."
        ),
        unit=DAYS,
        cohort="referred",
        raw=_visit_to_referral,
        factor=_ONE,
    ),
    MeasureFigure(
        key="trial_days",
        title=noop("Time on trial"),
        text=noop(
            "Days from enrolment until the trial period was over, or a closing came before, "
            "over those for whom that was in the period; the median is shown."
        ),
        unit=DAYS,
        cohort="trial_ended",
        raw=_on_trial,
        factor=_ONE,
    ),
    MeasureFigure(
        key="active_days",
        title=noop("Time active"),
        text=noop(
            "Days from the first day after the trial period, or from enrolment without one, until "
            "the closing began, over those for whom that was in the period; the median is shown."
        ),
        unit=DAYS,
        cohort="active_ended",
        raw=_active,
        factor=_ONE,
    ),
    MeasureFigure(
        key="closing_days",
        title=noop("Time for the closing"),
        text=noop(
            "Days from the day the closing began to the closing, over those closed in the period "
            "for whom both are known; the median is shown."
        ),
        unit=DAYS,
        cohort="closed",
        raw=_closing,
        factor=_ONE,
    ),
)

DAYS_SO_FAR = (
    MeasureFigure(
        key="visit_days_so_far",
        title=noop("Time since the study visit so far"),
        text=noop(
            "Days from the study visit to the last day of the period, over those between visit "
            "and referral on that day; the median is shown."
        ),
        unit=DAYS,
        cohort="at_study_visit_at_end",
        raw=_so_far(nw.col("study_visit_on")),
        factor=_ONE,
    ),
    MeasureFigure(
        key="queue_days_so_far",
        title=noop("Queue time so far"),
        text=noop(
            "Days from referral to the last day of the period, over those in the queue on that "
            "day; the median is shown."
        ),
        unit=DAYS,
        cohort="in_queue_at_end",
        raw=_so_far(nw.col("referred_on")),
        factor=_ONE,
    ),
    MeasureFigure(
        key="trial_days_so_far",
        title=noop("Time on trial so far"),
        text=noop(
            "Days from enrolment to the last day of the period, over those on trial on that day; "
            "the median is shown."
        ),
        unit=DAYS,
        cohort="on_trial_at_end",
        raw=_so_far(nw.col("enrolled_on")),
        factor=_ONE,
    ),
    MeasureFigure(
        key="active_days_so_far",
        title=noop("Time active so far"),
        text=noop(
            "Days from the first day after the trial period, or from enrolment without one, to "
            "the last day of the period, over those active on that day; the median is shown."
        ),
        unit=DAYS,
        cohort="active_at_end",
        raw=_so_far(active_since()),
        factor=_ONE,
    ),
    MeasureFigure(
        key="closing_days_so_far",
        title=noop("Time for the closing so far"),
        text=noop(
            "Days from the day the closing began to the last day of the period, over those "
            "closing on that day; the median is shown."
        ),
        unit=DAYS,
        cohort="closing_at_end",
        raw=_so_far(nw.col("closing_begun_on")),
        factor=_ONE,
    ),
)
