"""How the staff work together: team meetings, supervision, training, development areas."""

from samspel.figures.definition import (
    AREAS,
    CASES,
    DAYS,
    HOURS,
    KRONOR,
    MEETINGS,
    SESSIONS,
    SHARE,
    RatioFigure,
    ResourceFigure,
)
from samspel.figures.words import noop
from samspel.figures.working_method_rows import (
    begun,
    came,
    cancelled,
    held,
    hours,
    kronor,
    raised,
    settled,
    staff_days,
    still_open,
    told,
)

MEETING_ROWS = "team_meetings"
PLACE_ROWS = "team_meeting_places"
CASE_ROWS = "cases_taken_up"
SESSION_ROWS = "staff_sessions"
AREA_ROWS = "development_areas"

_MEETINGS = (
    ResourceFigure(
        key="team_meetings_held",
        title=noop("Team meetings held"),
        text=noop(
            "Team meetings on a day of the period that were not cancelled. In a period that has "
            "not ended, those still to come are counted."
        ),
        unit=MEETINGS,
        frame=MEETING_ROWS,
        adds=held,
        dimensions=("meeting_kind",),
    ),
    ResourceFigure(
        key="team_meetings_cancelled",
        title=noop("Team meetings cancelled"),
        text=noop("Team meetings on a day of the period that were cancelled."),
        unit=MEETINGS,
        frame=MEETING_ROWS,
        adds=cancelled,
        dimensions=("meeting_kind",),
    ),
    ResourceFigure(
        key="team_meeting_places",
        title=noop("Agencies expected at team meetings"),
        text=noop(
            "Each agency that was expected at a team meeting held in the period counts once for "
            "that meeting, where it is recorded whether it came."
        ),
        unit=MEETINGS,
        frame=PLACE_ROWS,
        adds=told,
        dimensions=("agency", "meeting_kind"),
        none_is_zero=False,
    ),
    ResourceFigure(
        key="team_meeting_places_attended",
        title=noop("Agencies that came to team meetings"),
        text=noop("Of the agencies expected at team meetings those that came."),
        unit=MEETINGS,
        frame=PLACE_ROWS,
        adds=came,
        dimensions=("agency", "meeting_kind"),
        part_of="team_meeting_places",
    ),
    ResourceFigure(
        key="cases_taken_up",
        title=noop("Cases taken up at team meetings"),
        text=noop(
            "Cases on the lists of team meetings held in the period; one that was taken up at "
            "several meetings counts once for each."
        ),
        unit=CASES,
        frame=CASE_ROWS,
        adds=held,
        dimensions=("meeting_kind",),
        is_for_casework=True,
    ),
)
_SESSIONS = (
    ResourceFigure(
        key="staff_sessions",
        title=noop("Supervision and training"),
        text=noop(
            "Occasions of supervision and trainings of the staff that began on a day of the "
            "period; one of several days counts once."
        ),
        unit=SESSIONS,
        frame=SESSION_ROWS,
        adds=begun,
        dimensions=("staff_session_kind",),
    ),
    ResourceFigure(
        key="staff_session_hours",
        title=noop("Hours of supervision and training"),
        text=noop(
            "Hours of the supervision and training that began in the period, where they are "
            "known; the same hour counts once, however many took part."
        ),
        unit=HOURS,
        frame=SESSION_ROWS,
        adds=hours,
        dimensions=("staff_session_kind",),
        none_is_zero=False,
    ),
    ResourceFigure(
        key="staff_session_costs",
        title=noop("Cost of supervision and training"),
        text=noop(
            "What the supervision and training that began in the period cost, where it is known."
        ),
        unit=KRONOR,
        frame=SESSION_ROWS,
        adds=kronor,
        dimensions=("staff_session_kind",),
        none_is_zero=False,
    ),
    ResourceFigure(
        key="staff_days",
        title=noop("Staff days in supervision and training"),
        text=noop(
            "For each supervision and training that began in the period its number of days times "
            "the number of staff who took part, where they are named."
        ),
        unit=DAYS,
        frame=SESSION_ROWS,
        adds=staff_days,
        dimensions=("staff_session_kind",),
        none_is_zero=False,
    ),
)
_AREAS = (
    ResourceFigure(
        key="development_areas_open",
        title=noop("Development areas worked on"),
        text=noop(
            "Development areas that were planned, ongoing or paused at the end of the period's "
            "last day."
        ),
        unit=AREAS,
        frame=AREA_ROWS,
        adds=still_open,
    ),
    ResourceFigure(
        key="development_areas_settled",
        title=noop("Development areas settled"),
        text=noop(
            "Development areas that were done or dropped at the end of the period's last day, "
            "and were not so before its first day."
        ),
        unit=AREAS,
        frame=AREA_ROWS,
        adds=settled,
    ),
    ResourceFigure(
        key="development_areas_raised",
        title=noop("Development areas raised"),
        text=noop("Development areas that were raised on a day of the period."),
        unit=AREAS,
        frame=AREA_ROWS,
        adds=raised,
    ),
)
METHOD_FIGURES: tuple[ResourceFigure, ...] = (*_MEETINGS, *_SESSIONS, *_AREAS)
METHOD_RATIOS: tuple[RatioFigure, ...] = (
    RatioFigure(
        key="team_meeting_attendance",
        title=noop("Attendance at team meetings"),
        text=noop("Agencies that came to team meetings as a share of those expected."),
        unit=SHARE,
        part="team_meeting_places_attended",
        whole="team_meeting_places",
    ),
)
