"""Groups: the sessions held, who was at them, how often people come, and when they first came."""

from fractions import Fraction

import narwhals as nw

from samspel.figures.attendance_spans import came
from samspel.figures.cohorts import within
from samspel.figures.day_numbers import day_number
from samspel.figures.definition import (
    DAYS,
    GROUPS,
    SESSIONS,
    WEEKS,
    EventFigure,
    MeasureFigure,
    ShareFigure,
)
from samspel.figures.happenings import ATTENDANCES, FIRST_DAYS
from samspel.figures.happenings import SESSIONS as SESSION_ROWS
from samspel.figures.happenings import WEEKS as WEEK_ROWS
from samspel.figures.period import Period
from samspel.figures.words import noop

OF_GROUPS = ("group_kind", "group", "session")


def group_sessions_held(period: Period) -> nw.Expr:
    """On a day of the period and not cancelled."""
    return within("on", period) & ~_cancelled()


def in_a_group(period: Period) -> nw.Expr:
    """Held on a day of the period by a group."""
    return group_sessions_held(period) & ~nw.col("group_id").is_null()


def sessions_cancelled(period: Period) -> nw.Expr:
    """On a day of the period and cancelled."""
    return within("on", period) & _cancelled()


def _cancelled() -> nw.Expr:
    return nw.col("cancelled").fill_null(value=False)


def attendances_recorded(period: Period) -> nw.Expr:
    """Recorded at a session on a day of the period, whether the person came or not."""
    of_session = ~nw.col("session_id").is_null() & ~nw.col("presence").is_null()
    return within("on", period) & of_session


def attendances(period: Period) -> nw.Expr:
    """Came to a session on a day of the period."""
    return attendances_recorded(period) & came()


def has_a_whole_week(period: Period) -> nw.Expr:
    """Enrolled through a whole week of the period."""
    del period
    return nw.col("weeks") > 0


def came_every_week(period: Period) -> nw.Expr:
    """Came in every whole week of the period through which the person was enrolled."""
    return has_a_whole_week(period) & (nw.col("weeks_attended") == nw.col("weeks"))


def came_since_enrolment(period: Period) -> nw.Expr:
    """Newly enrolled in the period, and came by its last day."""
    return within("enrolled_on", period)


def _days_to_first_activity(period: Period) -> nw.Expr:
    del period
    return day_number(nw.col("first_on")) - day_number(nw.col("enrolled_on"))


GROUP_FIGURES = (
    EventFigure(
        key="group_sessions_held",
        title=noop("Group sessions held"),
        text=noop(
            "Sessions of groups on a day of the period, and single activities, that were not "
            "cancelled. In a period that has not ended, those still to come are counted. A session "
            "of a group that teams share is counted by each of them."
        ),
        unit=SESSIONS,
        frame=SESSION_ROWS,
        expression=group_sessions_held,
        dimensions=OF_GROUPS,
    ),
    EventFigure(
        key="groups_led",
        title=noop("Groups that met"),
        text=noop("Groups with at least one session held in the period; not single activities."),
        unit=GROUPS,
        frame=SESSION_ROWS,
        expression=in_a_group,
        once_for=("group_id",),
        dimensions=("group_kind",),
    ),
    EventFigure(
        key="sessions_cancelled",
        title=noop("Sessions cancelled"),
        text=noop("Sessions and single activities on a day of the period that were cancelled."),
        unit=SESSIONS,
        frame=SESSION_ROWS,
        expression=sessions_cancelled,
        dimensions=OF_GROUPS,
    ),
    EventFigure(
        key="attendances_recorded",
        title=noop("Attendance recorded"),
        text=noop(
            "Once for each person and session of the period where it was recorded how it was: "
            "present, digitally, excused or absent. What was recorded at a session that was "
            "cancelled afterwards is left out."
        ),
        unit=SESSIONS,
        frame=ATTENDANCES,
        expression=attendances_recorded,
        dimensions=OF_GROUPS,
    ),
    EventFigure(
        key="attendances",
        title=noop("Attendances"),
        text=noop(
            "Once for each person and session of the period that the person came to, there or "
            "digitally. Days without a session are not counted."
        ),
        unit=SESSIONS,
        frame=ATTENDANCES,
        expression=attendances,
        dimensions=OF_GROUPS,
        part_of="attendances_recorded",
    ),
    EventFigure(
        key="reached_by_groups",
        title=noop("Participants reached by groups"),
        text=noop(
            "Came to at least one session of the period, there or digitally. Who came to several "
            "groups is counted in each of them, and once in all."
        ),
        frame=ATTENDANCES,
        expression=attendances,
        once_for=("episode_id",),
        dimensions=OF_GROUPS,
    ),
    EventFigure(
        key="enrolled_a_whole_week",
        title=noop("Enrolled for a whole week"),
        text=noop(
            "Enrolled on every day of at least one week, from Monday to Sunday, that lies in the "
            "period. On the day of the closing nobody is enrolled."
        ),
        frame=WEEK_ROWS,
        expression=has_a_whole_week,
    ),
    EventFigure(
        key="came_every_week",
        title=noop("Participants who came every week"),
        text=noop(
            "Enrolled for at least one whole week of the period, and came in every such week on "
            "one day or more, to a session or not, there or digitally."
        ),
        frame=WEEK_ROWS,
        expression=came_every_week,
        part_of="enrolled_a_whole_week",
    ),
    EventFigure(
        key="weeks_enrolled",
        title=noop("Weeks of enrolment"),
        text=noop(
            "Whole weeks, from Monday to Sunday, that lie in the period and through which "
            "somebody was enrolled, added up over all."
        ),
        unit=WEEKS,
        frame=WEEK_ROWS,
        expression=has_a_whole_week,
        amount=nw.col("weeks"),
    ),
    EventFigure(
        key="weeks_attended",
        title=noop("Weeks with attendance"),
        text=noop(
            "Those of the weeks of enrolment in which the person came on at least one day, "
            "added up over all."
        ),
        unit=WEEKS,
        frame=WEEK_ROWS,
        expression=has_a_whole_week,
        amount=nw.col("weeks_attended"),
        part_of="weeks_enrolled",
    ),
    EventFigure(
        key="came_since_enrolment",
        title=noop("Newly enrolled who have come"),
        text=noop(
            "Enrolled on a day of the period, and came on that day or later, by the last day of "
            "the period, to a session or not."
        ),
        frame=FIRST_DAYS,
        expression=came_since_enrolment,
        part_of="newly_enrolled",
    ),
)

GROUP_SHARES = (
    ShareFigure(
        key="attendance_rate",
        title=noop("Attendance rate"),
        text=noop(
            "Present or digital as a share of all that was recorded at sessions of the period: "
            "present, digital, excused and absent. Nobody is counted where nothing was recorded."
        ),
        part="attendances",
        whole="attendances_recorded",
    ),
    ShareFigure(
        key="weekly_attendance_rate",
        title=noop("Share who came every week"),
        text=noop(
            "Those who came in every whole week of the period through which they were enrolled, "
            "as a share of those enrolled for a whole week. A week in which the team was closed "
            "counts as any other."
        ),
        part="came_every_week",
        whole="enrolled_a_whole_week",
    ),
    ShareFigure(
        key="weeks_attended_rate",
        title=noop("Share of weeks with attendance"),
        text=noop(
            "Weeks with attendance as a share of the weeks of enrolment. It moves less than the "
            "share who came every week, for one missed week is one week."
        ),
        part="weeks_attended",
        whole="weeks_enrolled",
    ),
)

GROUP_MEASURES = (
    MeasureFigure(
        key="days_to_first_activity",
        title=noop("Days to the first activity"),
        text=noop(
            "Days from enrolment to the first day on which the person came, over the newly "
            "enrolled who have come by the end of the period."
        ),
        unit=DAYS,
        cohort="came_since_enrolment",
        raw=_days_to_first_activity,
        factor=Fraction(1),
    ),
)
