"""Where the enrolled stand: on trial, active or closing, and how they leave each stage.

The rules are those of the records (`participants/stage.py`), read from dates alone: what has not
come by the last day of the period had not happened then.
"""

from collections.abc import Sequence

import narwhals as nw

from samspel.figures.codes import OUTCOMES, Outcome
from samspel.figures.cohorts import by, dropouts, enrolled_at_end
from samspel.figures.definition import CohortFigure, ShareFigure
from samspel.figures.period import Period
from samspel.figures.words import noop

_ENROLLED = nw.col("enrolled_on")
_TRIAL_ENDS = nw.col("trial_ends_on")
_CLOSING = nw.col("closing_begun_on")
_CLOSED = nw.col("closed_on")


def on_trial_at_end(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Enrolled at the end, in the trial period, with no closing begun."""
    still = (_TRIAL_ENDS > period.end).fill_null(value=False)
    return enrolled_at_end(period, outcomes) & still & ~by("closing_begun_on", period.end)


def active_at_end(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Enrolled at the end, past the trial period or without one, with no closing begun."""
    past = (_TRIAL_ENDS <= period.end).fill_null(value=True)
    return enrolled_at_end(period, outcomes) & past & ~by("closing_begun_on", period.end)


def closing_at_end(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Enrolled at the end with a closing begun, in the trial period too."""
    return enrolled_at_end(period, outcomes) & by("closing_begun_on", period.end)


def trial_left_on() -> nw.Expr:
    """The day on which the trial period was over, one way or the other; none without a trial.

    A closing that begins, or a closing, ends the trial period before its time.
    """
    first = nw.min_horizontal("trial_ends_on", "closing_begun_on", "closed_on")
    return nw.when(~_TRIAL_ENDS.is_null() & ~_ENROLLED.is_null()).then(first)


def trial_ended(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Trial period over on a day of the period."""
    del outcomes
    return trial_left_on().is_between(period.start, period.end)


def trial_passed(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Trial period over in the period, and still there without a closing on that day."""
    ended_by_closing = _on_or_before(_CLOSING, _TRIAL_ENDS) | _on_or_before(_CLOSED, _TRIAL_ENDS)
    return trial_ended(period, outcomes) & ~ended_by_closing


def _on_or_before(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    """Has happened on or before the other day; a missing date has not."""
    return (one <= other).fill_null(value=False)


def active_since() -> nw.Expr:
    """The first day after the trial period, or the enrolment where there was none."""
    return nw.coalesce(_TRIAL_ENDS, _ENROLLED)


def active_left_on() -> nw.Expr:
    """The day on which the closing began, or of the closing itself."""
    return nw.min_horizontal("closing_begun_on", "closed_on")


def active_ended(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Active until a day of the period; who left while on trial never was."""
    del outcomes
    left = active_left_on()
    return left.is_between(period.start, period.end) & (left > active_since())


def dropouts_on_trial(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Dropouts closed before the first day after the trial period."""
    return dropouts(period, outcomes) & _before_trial_ends()


def dropouts_after_trial(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """The other dropouts."""
    return dropouts(period, outcomes) & ~_before_trial_ends()


def _before_trial_ends() -> nw.Expr:
    return (_CLOSED < _TRIAL_ENDS).fill_null(value=False)


STAGE_COHORTS = (
    CohortFigure(
        key="on_trial_at_end",
        title=noop("On trial at the end"),
        text=noop(
            "Enrolled at the end of the period, with a trial period that ends later, "
            "and no closing begun."
        ),
        expression=on_trial_at_end,
        part_of="enrolled_at_end",
    ),
    CohortFigure(
        key="active_at_end",
        title=noop("Active at the end"),
        text=noop(
            "Enrolled at the end of the period, after the trial period or without one, "
            "and no closing begun."
        ),
        expression=active_at_end,
        part_of="enrolled_at_end",
    ),
    CohortFigure(
        key="closing_at_end",
        title=noop("Closing at the end"),
        text=noop("Enrolled at the end of the period, with a closing begun by the last day."),
        expression=closing_at_end,
        part_of="enrolled_at_end",
    ),
    CohortFigure(
        key="trial_ended",
        title=noop("Trial periods that ended"),
        text=noop(
            "The trial period was over on a day of the period: it had come to its end, "
            "or a closing came before."
        ),
        expression=trial_ended,
    ),
    CohortFigure(
        key="trial_passed",
        title=noop("Went on after the trial period"),
        text=noop(
            "The trial period came to its end in the period, "
            "and no closing had begun on the first day after it."
        ),
        expression=trial_passed,
        part_of="trial_ended",
    ),
    CohortFigure(
        key="active_ended",
        title=noop("Active until the closing began"),
        text=noop(
            "Had been active, after the trial period or without one, "
            "until the closing began on a day of the period."
        ),
        expression=active_ended,
    ),
    CohortFigure(
        key="dropouts_on_trial",
        title=noop("Early dropouts on trial"),
        text=noop("Closed in the period as an early dropout, before the trial period had ended."),
        expression=dropouts_on_trial,
        part_of="dropouts",
    ),
    CohortFigure(
        key="dropouts_after_trial",
        title=noop("Early dropouts after the trial period"),
        text=noop(
            "Closed in the period as an early dropout, "
            "after the trial period had ended or without one."
        ),
        expression=dropouts_after_trial,
        part_of="dropouts",
    ),
)

STAGE_SHARES = (
    ShareFigure(
        key="trial_rate",
        title=noop("From trial period to active"),
        text=noop(
            "Those who went on after the trial period as a share of those whose trial period "
            "ended in the period."
        ),
        part="trial_passed",
        whole="trial_ended",
    ),
)
