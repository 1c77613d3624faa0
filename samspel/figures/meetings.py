"""Follow-ups and attendance: meetings that were due and held, and days on which somebody came.

A follow-up that is left out stays among those that were due. So a share says what came of all that
was agreed on, and the number of the due ones never changes with what is written down later.
"""

import narwhals as nw

from samspel.figures.attendance_spans import came
from samspel.figures.cohorts import by, within
from samspel.figures.definition import DAYS, MEETINGS, EventFigure, ShareFigure
from samspel.figures.happenings import ATTENDANCES, FOLLOW_UPS
from samspel.figures.period import Period
from samspel.figures.words import noop


def follow_ups_due(period: Period) -> nw.Expr:
    """Due on a day of the period, whatever came of it."""
    return within("due_on", period)


def follow_ups_due_held(period: Period) -> nw.Expr:
    """Due in the period and held by its last day, early or late."""
    return follow_ups_due(period) & by("held_on", period.end)


def follow_ups_left_out(period: Period) -> nw.Expr:
    """Due in the period and left out for a reason."""
    return follow_ups_due(period) & nw.col("left_out").fill_null(value=False)


def follow_ups_held(period: Period) -> nw.Expr:
    """Held on a day of the period, whenever it was due."""
    return within("held_on", period)


def attendance_days(period: Period) -> nw.Expr:
    """Came on a day of the period, to a session or not."""
    return within("on", period) & came()


MEETING_FIGURES = (
    EventFigure(
        key="follow_ups_due",
        title=noop("Follow-ups due"),
        text=noop(
            "Follow-ups that were due on a day of the period by the schedule from the enrolment, "
            "while the person was enrolled. Those left out are counted; in a period that has not "
            "ended, so are those still to come."
        ),
        unit=MEETINGS,
        frame=FOLLOW_UPS,
        expression=follow_ups_due,
    ),
    EventFigure(
        key="follow_ups_due_held",
        title=noop("Follow-ups due and held"),
        text=noop(
            "Follow-ups that were due in the period and had been held by its last day, early or "
            "late. One that was held after that day had not been held then."
        ),
        unit=MEETINGS,
        frame=FOLLOW_UPS,
        expression=follow_ups_due_held,
        part_of="follow_ups_due",
    ),
    EventFigure(
        key="follow_ups_left_out",
        title=noop("Follow-ups left out"),
        text=noop(
            "Follow-ups that were due in the period and were left out for a stated reason, "
            "whenever that was written down."
        ),
        unit=MEETINGS,
        frame=FOLLOW_UPS,
        expression=follow_ups_left_out,
        part_of="follow_ups_due",
    ),
    EventFigure(
        key="follow_ups_held",
        title=noop("Follow-ups held"),
        text=noop("Follow-ups held on a day of the period, whenever they were due."),
        unit=MEETINGS,
        frame=FOLLOW_UPS,
        expression=follow_ups_held,
    ),
    EventFigure(
        key="attendance_days",
        title=noop("Days of attendance"),
        text=noop(
            "Days of the period on which somebody came, added up over all: one for each person "
            "and day, however often the person came that day."
        ),
        unit=DAYS,
        frame=ATTENDANCES,
        expression=attendance_days,
        once_for=("episode_id", "on"),
    ),
    EventFigure(
        key="came",
        title=noop("Participants who came"),
        text=noop("Came on at least one day of the period, as attendance has been recorded."),
        frame=ATTENDANCES,
        expression=attendance_days,
        once_for=("episode_id",),
    ),
)

MEETING_SHARES = (
    ShareFigure(
        key="follow_up_rate",
        title=noop("Follow-ups held of those due"),
        text=noop(
            "Follow-ups due in the period that had been held by its last day, as a share of all "
            "that were due in it, those left out among them."
        ),
        part="follow_ups_due_held",
        whole="follow_ups_due",
    ),
)
