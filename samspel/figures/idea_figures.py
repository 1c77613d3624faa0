"""Participants' own ideas: planning days, the suggestion box, and ideas that became groups."""

import narwhals as nw

from samspel.figures.cohorts import by, within
from samspel.figures.definition import MEETINGS, SUGGESTIONS, EventFigure, ShareFigure
from samspel.figures.happenings import IDEAS, PLANNING_DAYS
from samspel.figures.happenings import SUGGESTIONS as SUGGESTION_ROWS
from samspel.figures.period import Period
from samspel.figures.words import noop


def on_a_day(period: Period) -> nw.Expr:
    """On a day of the period."""
    return within("on", period)


def suggestions_answered(period: Period) -> nw.Expr:
    """Came in the period and answered by its last day."""
    return on_a_day(period) & by("answered_on", period.end)


def ideas_that_became_groups(period: Period) -> nw.Expr:
    """Became a group on a day of the period."""
    return within("became_group_on", period)


IDEA_FIGURES = (
    EventFigure(
        key="planning_days_held",
        title=noop("Planning days with participants"),
        text=noop("Planning days with participants on a day of the period."),
        unit=MEETINGS,
        frame=PLANNING_DAYS,
        expression=on_a_day,
    ),
    EventFigure(
        key="suggestions_received",
        title=noop("Suggestions received"),
        text=noop("Suggestions put in the box on a day of the period, signed or not."),
        unit=SUGGESTIONS,
        frame=SUGGESTION_ROWS,
        expression=on_a_day,
    ),
    EventFigure(
        key="suggestions_answered",
        title=noop("Suggestions answered"),
        text=noop("Suggestions put in the box in the period and answered by its last day."),
        unit=SUGGESTIONS,
        frame=SUGGESTION_ROWS,
        expression=suggestions_answered,
        part_of="suggestions_received",
    ),
    EventFigure(
        key="ideas_received",
        title=noop("Ideas for activities"),
        text=noop("Ideas for an activity put up on a day of the period."),
        unit=SUGGESTIONS,
        frame=IDEAS,
        expression=on_a_day,
    ),
    EventFigure(
        key="ideas_that_became_groups",
        title=noop("Ideas that became groups"),
        text=noop(
            "Ideas for an activity that became a group on a day of the period, whenever they were "
            "put up."
        ),
        unit=SUGGESTIONS,
        frame=IDEAS,
        expression=ideas_that_became_groups,
    ),
)

IDEA_SHARES = (
    ShareFigure(
        key="suggestion_answer_rate",
        title=noop("Share of suggestions answered"),
        text=noop("Suggestions answered as a share of those received in the period."),
        part="suggestions_answered",
        whole="suggestions_received",
    ),
)
