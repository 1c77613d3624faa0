"""The table of contents: every figure there is, each once."""

from collections.abc import Mapping

from samspel.figures.cohorts import COHORTS as COHORT_FIGURES
from samspel.figures.definition import (
    MONTHS,
    CohortFigure,
    Definition,
    EventFigure,
    MeasureFigure,
    ShareFigure,
)
from samspel.figures.measures import MEASURES as MEASURE_FIGURES
from samspel.figures.measures import RESULT_RATE
from samspel.figures.meetings import EVENT_COHORTS as COHORTS_OF_EVENTS
from samspel.figures.meetings import EVENT_FIGURES
from samspel.figures.meetings import EVENT_SHARES as SHARES_OF_EVENTS
from samspel.figures.queue_outlook import QUEUE_OUTLOOK
from samspel.figures.stage_days import DAYS_SO_FAR, STAGE_DAYS
from samspel.figures.stages import STAGE_COHORTS, STAGE_SHARES
from samspel.figures.way_in import WAY_IN_COHORTS, WAY_IN_SHARES
from samspel.figures.words import noop

PUBLIC_COHORTS: Mapping[str, CohortFigure] = {figure.key: figure for figure in COHORT_FIGURES}
PUBLIC_SHARES: Mapping[str, ShareFigure] = {RESULT_RATE.key: RESULT_RATE}
PUBLIC_MEASURES: Mapping[str, MeasureFigure] = {figure.key: figure for figure in MEASURE_FIGURES}
"""What the public edition may tell of. Everything else is for those who do the casework, and is
not worked out for who does not ask."""

EVENTS: Mapping[str, EventFigure] = {figure.key: figure for figure in EVENT_FIGURES}
EVENT_COHORTS: Mapping[str, CohortFigure] = {figure.key: figure for figure in COHORTS_OF_EVENTS}
EVENT_SHARES: Mapping[str, ShareFigure] = {figure.key: figure for figure in SHARES_OF_EVENTS}
"""What is counted from the frames of events, and not read before somebody asks for it."""

WAY_COHORTS: Mapping[str, CohortFigure] = {
    figure.key: figure for figure in (*WAY_IN_COHORTS, *STAGE_COHORTS)
}
WAY_SHARES: Mapping[str, ShareFigure] = {
    figure.key: figure for figure in (*WAY_IN_SHARES, *STAGE_SHARES)
}

COHORTS: Mapping[str, CohortFigure] = {**PUBLIC_COHORTS, **WAY_COHORTS, **EVENT_COHORTS}
COUNTS: Mapping[str, CohortFigure | EventFigure] = {**COHORTS, **EVENTS}
SHARES: Mapping[str, ShareFigure] = {**PUBLIC_SHARES, **WAY_SHARES, **EVENT_SHARES}
MEASURES: Mapping[str, MeasureFigure] = {
    **PUBLIC_MEASURES,
    **{figure.key: figure for figure in (*STAGE_DAYS, *DAYS_SO_FAR)},
}

THROUGHPUT_SERIES = Definition(
    key="throughput_series",
    title=noop("Throughput time over the years"),
    text=noop(
        "Throughput time in the rolling 12-month windows that end each 30 June and 31 December, "
        "oldest first, up to the end of the period."
    ),
    unit=MONTHS,
)

SENSITIVITY = Definition(
    key="throughput_sensitivity",
    title=noop("Throughput time without the longest stay"),
    text=noop(
        "Throughput time with its longest stay left out, "
        "stated when that moves the mean by more than 10 %."
    ),
    unit=MONTHS,
)

SINCE_START = Definition(
    key="since_start",
    title=noop("Since the start"),
    text=noop(
        "Any figure from the day the team started, or from its first enrolment where that day "
        "is not known, to the end of the period."
    ),
)

DEFINITIONS: Mapping[str, Definition] = {
    **COUNTS,
    **SHARES,
    **MEASURES,
    THROUGHPUT_SERIES.key: THROUGHPUT_SERIES,
    SENSITIVITY.key: SENSITIVITY,
    SINCE_START.key: SINCE_START,
    QUEUE_OUTLOOK.key: QUEUE_OUTLOOK,
}

DIMENSION_DEFINITIONS: Mapping[str, Definition] = {
    definition.key: definition
    for definition in (
        Definition(key="gender", title=noop("Gender"), text=noop("Gender as registered.")),
        Definition(
            key="age_band",
            title=noop("Age"),
            text=noop("Completed years on the day of enrolment, in the team's own age bands."),
        ),
        Definition(key="referred_by", title=noop("Referrer"), text=noop("Who sent the referral.")),
        Definition(
            key="income_source",
            title=noop("Income source"),
            text=noop("Who pays the person's living at enrolment, which need not be the referrer."),
        ),
        Definition(key="coach", title=noop("Coach"), text=noop("The coach of the episode.")),
        Definition(
            key="outcome",
            title=noop("Outcome"),
            text=noop(
                "How the episode ended, as known on the last day of the period; "
                "what closed later was not closed then."
            ),
        ),
        Definition(
            key="withdrawal_reason",
            title=noop("Why somebody left"),
            text=noop(
                "Why somebody left before enrolment, as known on the last day of the period."
            ),
        ),
        Definition(
            key="occupation_before",
            title=noop("Occupation before"),
            text=noop("What the person did before enrolment, which need not be an income."),
        ),
        Definition(
            key="occupation_after",
            title=noop("Occupation after"),
            text=noop("What the person does after the closing; what closed later was not closed."),
        ),
        Definition(
            key="income_after",
            title=noop("Income source after"),
            text=noop(
                "Who pays the person's living after the closing; what closed later was not closed."
            ),
        ),
    )
}

PUBLIC_DIMENSIONS = ("gender", "age_band", "referred_by", "income_source", "coach", "outcome")
"""Worked out for everybody; of these the public edition may tell, as far as it tells at all."""
