"""How long and how old: the measures over a cohort, and the shares of one cohort in another.

Totals stay whole numbers on every engine; the factor is exact, so a mean is an exact fraction.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import narwhals as nw

from samspel.figures.cohorts import age_at_end
from samspel.figures.definition import DAYS, MONTHS, YEARS, MeasureFigure, ShareFigure
from samspel.figures.period import Period
from samspel.figures.words import noop

DAYS_PER_YEAR = Fraction(36525, 100)
MONTHS_PER_DAY = 12 / DAYS_PER_YEAR
YEARS_PER_DAY = 1 / DAYS_PER_YEAR
MONTHS_PER_TENTH = Fraction(1, 10)


def _column(name: str) -> Callable[[Period], nw.Expr]:
    def raw(period: Period) -> nw.Expr:
        del period
        return nw.col(name)

    return raw


RESULT_RATE = ShareFigure(
    key="result_rate",
    title=noop("Result rate"),
    text=noop(
        "Those closed to a result as a share of those completed. "
        "Nothing is printed when nobody was completed."
    ),
    part="closed_to_result",
    whole="completed",
)

THROUGHPUT = MeasureFigure(
    key="throughput_months",
    title=noop("Throughput time"),
    text=noop(
        "Days from enrolment to closing, times 12 / 365.25: "
        "the mean over those closed to a result, in months."
    ),
    unit=MONTHS,
    cohort="closed_to_result",
    raw=_column("stay_days"),
    factor=MONTHS_PER_DAY,
)

PUBLIC_SUPPORT = MeasureFigure(
    key="public_support_months",
    title=noop("Time on public support before"),
    text=noop(
        "Months on public support before enrolment: "
        "the mean over those closed to a result for whom it is known."
    ),
    unit=MONTHS,
    cohort="closed_to_result",
    raw=_column("public_support_tenths"),
    factor=MONTHS_PER_TENTH,
)

AGE_AT_CLOSING = MeasureFigure(
    key="age_at_closing",
    title=noop("Age at closing"),
    text=noop(
        "Days from birth to closing, divided by 365.25: "
        "the mean over those closed to a result, in years."
    ),
    unit=YEARS,
    cohort="closed_to_result",
    raw=_column("age_days_at_closing"),
    factor=YEARS_PER_DAY,
    smallest="youngest",
    largest="oldest",
)

MEASURES = (
    THROUGHPUT,
    PUBLIC_SUPPORT,
    AGE_AT_CLOSING,
    replace(
        THROUGHPUT,
        key="throughput_months_completed",
        title=noop("Throughput time, all completed"),
        text=noop(
            "Days from enrolment to closing, times 12 / 365.25: "
            "the mean over all completed, with or without a result, in months."
        ),
        cohort="completed",
    ),
    replace(
        PUBLIC_SUPPORT,
        key="public_support_months_completed",
        title=noop("Time on public support before, all completed"),
        text=noop(
            "Months on public support before enrolment: "
            "the mean over all completed, with or without a result, for whom it is known."
        ),
        cohort="completed",
    ),
    replace(
        AGE_AT_CLOSING,
        key="age_at_closing_completed",
        title=noop("Age at closing, all completed"),
        text=noop(
            "Days from birth to closing, divided by 365.25: "
            "the mean over all completed, with or without a result, in years."
        ),
        cohort="completed",
    ),
    MeasureFigure(
        key="age_at_end",
        title=noop("Age of the enrolled"),
        text=noop(
            "Completed years on the last day of the period: "
            "mean, youngest and oldest of those enrolled at the end."
        ),
        unit=YEARS,
        cohort="enrolled_at_end",
        raw=age_at_end,
        factor=Fraction(1),
        smallest="youngest",
        largest="oldest",
    ),
    MeasureFigure(
        key="queue_days",
        title=noop("Queue time"),
        text=noop("Days from referral to enrolment over the newly enrolled; the median is shown."),
        unit=DAYS,
        cohort="newly_enrolled",
        raw=_column("queue_days"),
        factor=Fraction(1),
    ),
)
