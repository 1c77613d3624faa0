"""Work placements: begun, going on and ended, the hours per week, the wait, what they led to."""

from collections.abc import Callable
from fractions import Fraction

import narwhals as nw

from samspel.figures.cohorts import within
from samspel.figures.day_numbers import day_number
from samspel.figures.definition import (
    DAYS,
    HOURS,
    PLACEMENTS,
    EventFigure,
    MeasureFigure,
    ShareFigure,
)
from samspel.figures.happenings import PLACEMENTS as PLACEMENT_ROWS
from samspel.figures.period import Period
from samspel.figures.words import noop
from samspel.figures.work_codes import work_codes

OF_PLACEMENTS = ("employer_kind", "purpose")
OF_ENDED = (*OF_PLACEMENTS, "led_to")
_STARTS, _ENDED = nw.col("starts_on"), nw.col("ended_on")
_TENTH = Fraction(1, 10)


def placements_started(period: Period) -> nw.Expr:
    """Its first day is in the period."""
    return within("starts_on", period)


def placements_at_start(period: Period) -> nw.Expr:
    """Begun before the period and not ended before it."""
    return (_STARTS < period.start) & (_ENDED.is_null() | (_ENDED >= period.start))


def placements_at_end(period: Period) -> nw.Expr:
    """Begun by the last day of the period and not ended by it."""
    return (_STARTS <= period.end) & (_ENDED.is_null() | (_ENDED > period.end))


def placements_ended(period: Period) -> nw.Expr:
    """Its last day is in the period."""
    return within("ended_on", period)


def in_placement(period: Period) -> nw.Expr:
    """In a placement on any day of the period."""
    return (_STARTS <= period.end) & (_ENDED.is_null() | (_ENDED >= period.start))


def placements_to_work(period: Period) -> nw.Expr:
    """Ended in the period and led to employment, with or without subsidy."""
    led_to_work = nw.col("led_to").is_in(list(work_codes())).fill_null(value=False)
    return placements_ended(period) & led_to_work


def _hours(column: str) -> Callable[[Period], nw.Expr]:
    """Tenths of hours, where both ends are known: the two means are then over the same ones."""

    def raw(period: Period) -> nw.Expr:
        del period
        unknown = nw.col("tenths_at_start").is_null() | nw.col("tenths_at_end").is_null()
        return nw.when(~unknown).then(nw.col(column))

    return raw


def _days_from_ready(period: Period) -> nw.Expr:
    """No value where nobody said when the person was ready, or said a later day."""
    del period
    days = day_number(_STARTS) - day_number(nw.col("ready_on"))
    return nw.when(days >= 0).then(days)


PLACEMENT_FIGURES = (
    EventFigure(
        key="placements_at_start",
        title=noop("Placements at the start"),
        text=noop("Work placements that had begun before the period and had not ended by then."),
        unit=PLACEMENTS,
        frame=PLACEMENT_ROWS,
        expression=placements_at_start,
        dimensions=OF_PLACEMENTS,
    ),
    EventFigure(
        key="placements_started",
        title=noop("Placements started"),
        text=noop("Work placements with their first day in the period."),
        unit=PLACEMENTS,
        frame=PLACEMENT_ROWS,
        expression=placements_started,
        dimensions=OF_PLACEMENTS,
    ),
    EventFigure(
        key="placements_ended",
        title=noop("Placements ended"),
        text=noop("Work placements with their last day in the period, whatever they led to."),
        unit=PLACEMENTS,
        frame=PLACEMENT_ROWS,
        expression=placements_ended,
        dimensions=OF_ENDED,
    ),
    EventFigure(
        key="placements_at_end",
        title=noop("Placements at the end"),
        text=noop(
            "Work placements that had begun by the last day of the period and went on after it."
        ),
        unit=PLACEMENTS,
        frame=PLACEMENT_ROWS,
        expression=placements_at_end,
        dimensions=OF_PLACEMENTS,
    ),
    EventFigure(
        key="in_placement",
        title=noop("Participants in placement"),
        text=noop(
            "In a work placement on at least one day of the period. Who was in several is counted "
            "at each kind of employer and purpose, and once in all."
        ),
        frame=PLACEMENT_ROWS,
        expression=in_placement,
        once_for=("episode_id",),
        dimensions=OF_PLACEMENTS,
    ),
    EventFigure(
        key="placements_to_work",
        title=noop("Placements that led to work"),
        text=noop(
            "Work placements ended in the period that led to employment, with or without subsidy."
        ),
        unit=PLACEMENTS,
        frame=PLACEMENT_ROWS,
        expression=placements_to_work,
        dimensions=OF_ENDED,
        part_of="placements_ended",
    ),
)

PLACEMENT_SHARES = (
    ShareFigure(
        key="placement_work_rate",
        title=noop("Share of placements that led to work"),
        text=noop(
            "Placements that led to work as a share of all that ended in the period, those broken "
            "off among them."
        ),
        part="placements_to_work",
        whole="placements_ended",
    ),
)

PLACEMENT_MEASURES = (
    MeasureFigure(
        key="placement_hours_at_start",
        title=noop("Hours per week at the start of the placement"),
        text=noop(
            "Hours per week with which the placement began: the mean over those ended in the "
            "period for which the hours at both ends are known."
        ),
        unit=HOURS,
        cohort="placements_ended",
        raw=_hours("tenths_at_start"),
        factor=_TENTH,
    ),
    MeasureFigure(
        key="placement_hours_at_end",
        title=noop("Hours per week at the end of the placement"),
        text=noop(
            "Hours per week with which the placement ended: the mean over those ended in the "
            "period for which the hours at both ends are known."
        ),
        unit=HOURS,
        cohort="placements_ended",
        raw=_hours("tenths_at_end"),
        factor=_TENTH,
    ),
    MeasureFigure(
        key="days_from_ready_to_placement",
        title=noop("From ready to placement"),
        text=noop(
            "Days from the day on which the person was ready for a work placement to its first "
            "day, over the placements started in the period for which that day is known."
        ),
        unit=DAYS,
        cohort="placements_started",
        raw=_days_from_ready,
        factor=Fraction(1),
    ),
)
