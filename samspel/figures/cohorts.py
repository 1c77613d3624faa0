"""Who is counted: one expression per cohort, from dates alone.

A cohort never asks how an episode stands today. Someone enrolled then and closed since is
counted as enrolled then; only dates decide.
"""

from collections.abc import Sequence
from datetime import date

import narwhals as nw

from samspel.figures.codes import OUTCOMES, Outcome, dropout_codes, result_codes
from samspel.figures.definition import CohortFigure
from samspel.figures.period import Period
from samspel.figures.words import noop

_ENROLLED = nw.col("enrolled_on")
_CLOSED = nw.col("closed_on")
YOUNG_AGE = 30


def within(column: str, period: Period) -> nw.Expr:
    """Has happened on a day of the period."""
    return nw.col(column).is_between(period.start, period.end)


def by(column: str, day: date) -> nw.Expr:
    """Has happened on or before the day; a missing date has not."""
    return (nw.col(column) <= day).fill_null(value=False)


def _outcome_in(codes: Sequence[str]) -> nw.Expr:
    return nw.col("outcome").is_in(list(codes))


def enrolled_at_start(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Enrolled before the first day and not closed before it."""
    del outcomes
    still = _CLOSED.is_null() | (_CLOSED >= period.start)
    return (_ENROLLED < period.start) & still


def newly_enrolled(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Enrolled on a day of the period."""
    del outcomes
    return within("enrolled_on", period)


def referred(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Referral received on a day of the period."""
    del outcomes
    return within("referred_on", period)


def closed(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Closed on a day of the period; what was never enrolled cannot be closed."""
    del outcomes
    return ~_ENROLLED.is_null() & within("closed_on", period)


def dropouts(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Closed with an outcome that is a dropout."""
    return closed(period) & _is_dropout(outcomes)


def completed(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Closed and no dropout; a missing outcome is not a dropout."""
    return closed(period) & ~_is_dropout(outcomes)


def _is_dropout(outcomes: Sequence[Outcome]) -> nw.Expr:
    return _outcome_in(dropout_codes(outcomes)).fill_null(value=False)


def closed_to_result(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Completed with an outcome that counts as a result."""
    return completed(period, outcomes) & _outcome_in(result_codes(outcomes))


def enrolled_at_end(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Enrolled on or before the last day and not closed by then."""
    del outcomes
    still = _CLOSED.is_null() | (_CLOSED > period.end)
    return (_ENROLLED <= period.end) & still


def worked_with(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Enrolled on any day of the period."""
    del outcomes
    still = _CLOSED.is_null() | (_CLOSED >= period.start)
    return (_ENROLLED <= period.end) & still


def in_queue_at_end(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Referred by the last day, and neither enrolled, withdrawn nor closed by then."""
    del outcomes
    end = period.end
    left = by("enrolled_on", end) | by("withdrawn_on", end) | by("closed_on", end)
    return by("referred_on", end) & ~left


def enrolled_at_end_under_30(period: Period, outcomes: Sequence[Outcome] = OUTCOMES) -> nw.Expr:
    """Enrolled at the end and not yet 30 on the last day."""
    return enrolled_at_end(period, outcomes) & (age_at_end(period) < YOUNG_AGE)


def age_at_end(period: Period) -> nw.Expr:
    """Completed years on the last day of the period."""
    end = period.end
    later_in_year = nw.col("birth_monthday") > end.month * 100 + end.day
    not_yet = nw.when(later_in_year).then(nw.lit(1, dtype=nw.Int64)).otherwise(nw.lit(0, nw.Int64))
    return nw.lit(end.year, dtype=nw.Int64) - nw.col("birth_year") - not_yet


COHORTS = (
    CohortFigure(
        key="enrolled_at_start",
        title=noop("Enrolled at the start"),
        text=noop(
            "Enrolled before the first day of the period and not closed before that day. "
            "Someone closed on the first day is counted."
        ),
        expression=enrolled_at_start,
    ),
    CohortFigure(
        key="newly_enrolled",
        title=noop("Newly enrolled"),
        text=noop("Enrolled on a day of the period, the first and the last day included."),
        expression=newly_enrolled,
    ),
    CohortFigure(
        key="referred",
        title=noop("Referred"),
        text=noop("The referral was received on a day of the period."),
        expression=referred,
    ),
    CohortFigure(
        key="closed",
        title=noop("Closed"),
        text=noop("Closed on a day of the period, the first and the last day included."),
        expression=closed,
    ),
    CohortFigure(
        key="dropouts",
        title=noop("Early dropouts"),
        text=noop("Closed in the period as an early dropout."),
        expression=dropouts,
        part_of="closed",
    ),
    CohortFigure(
        key="completed",
        title=noop("Completed"),
        text=noop("Closed in the period, early dropouts left out."),
        expression=completed,
        part_of="closed",
    ),
    CohortFigure(
        key="closed_to_result",
        title=noop("Closed to a result"),
        text=noop(
            "Completed in the period with an outcome that counts as a result: "
            "work, studies or other work-oriented rehabilitation."
        ),
        expression=closed_to_result,
        part_of="completed",
    ),
    CohortFigure(
        key="enrolled_at_end",
        title=noop("Enrolled at the end"),
        text=noop(
            "Enrolled on or before the last day of the period and not closed by that day. "
            "Someone closed on the last day is not counted."
        ),
        expression=enrolled_at_end,
    ),
    CohortFigure(
        key="worked_with",
        title=noop("Worked with"),
        text=noop("Enrolled on any day of the period."),
        expression=worked_with,
    ),
    CohortFigure(
        key="in_queue_at_end",
        title=noop("In the queue at the end"),
        text=noop(
            "Referred on or before the last day of the period, "
            "and neither enrolled, withdrawn nor closed by that day."
        ),
        expression=in_queue_at_end,
    ),
    CohortFigure(
        key="enrolled_at_end_under_30",
        title=noop("Under 30 at the end"),
        text=noop("Enrolled at the end of the period and not yet 30 years old on the last day."),
        expression=enrolled_at_end_under_30,
        part_of="enrolled_at_end",
    ),
)
