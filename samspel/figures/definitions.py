"""The table of contents: every figure there is, each once."""

from collections.abc import Mapping

from samspel.figures.budget import BUDGET_FIGURES, BUDGET_RATIOS
from samspel.figures.cohorts import COHORTS as COHORT_FIGURES
from samspel.figures.definition import (
    MONTHS,
    CohortFigure,
    Definition,
    EventFigure,
    MeasureFigure,
    RatioFigure,
    ResourceFigure,
    ShareFigure,
)
from samspel.figures.dimensions import DIMENSIONS
from samspel.figures.forecast_suggestion import FORECAST_SUGGESTION
from samspel.figures.group_work import GROUP_FIGURES, GROUP_MEASURES, GROUP_SHARES
from samspel.figures.happenings import HAPPENINGS
from samspel.figures.idea_figures import IDEA_FIGURES, IDEA_SHARES
from samspel.figures.measures import MEASURES as MEASURE_FIGURES
from samspel.figures.measures import RESULT_RATE
from samspel.figures.meetings import MEETING_FIGURES, MEETING_SHARES
from samspel.figures.partners import PARTNER_FIGURES
from samspel.figures.placement_figures import (
    PLACEMENT_FIGURES,
    PLACEMENT_MEASURES,
    PLACEMENT_SHARES,
)
from samspel.figures.queue_outlook import QUEUE_OUTLOOK
from samspel.figures.score_figures import SCORE_FIGURES, SCORE_SHARES
from samspel.figures.staffing import STAFFING_FIGURES, STAFFING_RATIOS
from samspel.figures.stage_days import DAYS_SO_FAR, STAGE_DAYS
from samspel.figures.stages import STAGE_COHORTS, STAGE_SHARES
from samspel.figures.steering import STEERING_FIGURES, STEERING_RATIOS
from samspel.figures.way_in import WAY_IN_COHORTS, WAY_IN_SHARES
from samspel.figures.words import noop
from samspel.figures.working_methods import METHOD_FIGURES, METHOD_RATIOS

PUBLIC_COHORTS: Mapping[str, CohortFigure] = {figure.key: figure for figure in COHORT_FIGURES}
PUBLIC_SHARES: Mapping[str, ShareFigure] = {RESULT_RATE.key: RESULT_RATE}
PUBLIC_MEASURES: Mapping[str, MeasureFigure] = {figure.key: figure for figure in MEASURE_FIGURES}
"""What the public edition may tell of. Everything else is for those who do the casework, and is
not worked out for who does not ask."""

WAY_COHORTS: Mapping[str, CohortFigure] = {
    figure.key: figure for figure in (*WAY_IN_COHORTS, *STAGE_COHORTS)
}
WAY_SHARES: Mapping[str, ShareFigure] = {
    figure.key: figure for figure in (*WAY_IN_SHARES, *STAGE_SHARES)
}
WAY_MEASURES: Mapping[str, MeasureFigure] = {
    figure.key: figure for figure in (*STAGE_DAYS, *DAYS_SO_FAR)
}

EVENTS: Mapping[str, EventFigure] = {
    figure.key: figure
    for figure in (
        *MEETING_FIGURES,
        *GROUP_FIGURES,
        *PLACEMENT_FIGURES,
        *SCORE_FIGURES,
        *IDEA_FIGURES,
    )
}
EVENT_SHARES: Mapping[str, ShareFigure] = {
    figure.key: figure
    for figure in (*MEETING_SHARES, *GROUP_SHARES, *PLACEMENT_SHARES, *SCORE_SHARES, *IDEA_SHARES)
}
EVENT_MEASURES: Mapping[str, MeasureFigure] = {
    figure.key: figure for figure in (*GROUP_MEASURES, *PLACEMENT_MEASURES)
}
"""What is counted from the frames of events, and not read before somebody asks for it."""

COHORTS: Mapping[str, CohortFigure] = {**PUBLIC_COHORTS, **WAY_COHORTS}
COUNTS: Mapping[str, CohortFigure | EventFigure] = {**COHORTS, **EVENTS}
SHARES: Mapping[str, ShareFigure] = {**PUBLIC_SHARES, **WAY_SHARES, **EVENT_SHARES}
MEASURES: Mapping[str, MeasureFigure] = {**PUBLIC_MEASURES, **WAY_MEASURES, **EVENT_MEASURES}

RESOURCES: Mapping[str, ResourceFigure] = {
    figure.key: figure
    for figure in (
        *STAFFING_FIGURES,
        *METHOD_FIGURES,
        *STEERING_FIGURES,
        *PARTNER_FIGURES,
        *BUDGET_FIGURES,
    )
}
RATIOS: Mapping[str, RatioFigure] = {
    figure.key: figure
    for figure in (*STAFFING_RATIOS, *METHOD_RATIOS, *STEERING_RATIOS, *BUDGET_RATIOS)
}
"""What is summed up of staff, meetings, seats and money; see `resources.py`."""

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
    **RESOURCES,
    **RATIOS,
    THROUGHPUT_SERIES.key: THROUGHPUT_SERIES,
    SENSITIVITY.key: SENSITIVITY,
    SINCE_START.key: SINCE_START,
    QUEUE_OUTLOOK.key: QUEUE_OUTLOOK,
    FORECAST_SUGGESTION.key: FORECAST_SUGGESTION,
}


def counted_by(figure: str) -> CohortFigure | EventFigure:
    """The count behind a figure: itself, the part of a share, the cohort of a measure."""
    if figure in SHARES:
        figure = SHARES[figure].part
    elif figure in MEASURES:
        figure = MEASURES[figure].cohort
    return COUNTS[figure]


def dimensions_of(figure: str) -> tuple[str, ...]:
    """What a figure can be broken down by."""
    if figure in RESOURCES:
        return RESOURCES[figure].dimensions
    if figure in RATIOS:
        ratio = RATIOS[figure]
        known = (
            RESOURCES[name].dimensions for name in (ratio.part, ratio.whole) if name in RESOURCES
        )
        return tuple(dict.fromkeys(name for names in known for name in names))
    counted = counted_by(figure)
    if not isinstance(counted, EventFigure):
        return tuple(DIMENSIONS)
    of_episodes = tuple(DIMENSIONS) if HAPPENINGS[counted.frame].of_episodes else ()
    return (*of_episodes, *counted.dimensions)


def looked_up_by(figure: str) -> str | None:
    """The column that names what a reader can look up behind a figure, if not episodes."""
    counted = counted_by(figure)
    return HAPPENINGS[counted.frame].key if isinstance(counted, EventFigure) else None
