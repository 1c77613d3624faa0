"""Specifications of team meetings, supervision, training and development areas, by boundaries."""

from datetime import date
from fractions import Fraction

from samspel.figures.working_method_rows import (
    AreaStep,
    CaseTakenUpRow,
    DevelopmentAreaRow,
    MeetingPlaceRow,
    StaffSessionRow,
    TeamMeetingRow,
)
from tests.spec.resource_table import ResourceSpec, Rows

YEAR = "2024"
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
BEFORE, AFTER = date(2023, 12, 31), date(2025, 1, 1)
EARLY = date(2024, 2, 1)
CASEWORK, PLANNING = "1", "2"
"""Kinds of meetings: the ids of the team's own."""
FK, AF = "5", "6"
"""Agencies, by their ids."""

_MEETINGS: Rows = {
    TeamMeetingRow("team_meeting:1", BEFORE, CASEWORK): "the day before the period",
    TeamMeetingRow("team_meeting:2", FIRST, CASEWORK): "the first day",
    TeamMeetingRow("team_meeting:3", LAST, PLANNING): "the last day",
    TeamMeetingRow("team_meeting:4", AFTER, CASEWORK): "the day after",
    TeamMeetingRow("team_meeting:5", date(2024, 5, 6), CASEWORK, True): "cancelled",
    TeamMeetingRow("team_meeting:6", date(2024, 5, 6), CASEWORK): "the same day, held",
}
_PLACES: Rows = {
    MeetingPlaceRow("meeting_place:1", FIRST, CASEWORK, FK, True): "came",
    MeetingPlaceRow("meeting_place:2", FIRST, CASEWORK, AF, False): "did not come",
    MeetingPlaceRow("meeting_place:3", LAST, PLANNING, FK, True): "came on the last day",
    MeetingPlaceRow("meeting_place:4", LAST, PLANNING, AF): "nobody has said",
    MeetingPlaceRow("meeting_place:5", date(2024, 5, 6), CASEWORK, FK, False, True): "cancelled",
    MeetingPlaceRow("meeting_place:6", BEFORE, CASEWORK, FK, True): "the day before the period",
    MeetingPlaceRow("meeting_place:7", AFTER, CASEWORK, AF, True): "the day after",
}
_CASES: Rows = {
    CaseTakenUpRow("case_taken_up:1", FIRST, CASEWORK): "the first day",
    CaseTakenUpRow("case_taken_up:2", FIRST, CASEWORK): "another case at the same meeting",
    CaseTakenUpRow("case_taken_up:3", LAST, PLANNING): "the last day",
    CaseTakenUpRow("case_taken_up:4", date(2024, 5, 6), CASEWORK, True): "the meeting is cancelled",
    CaseTakenUpRow("case_taken_up:5", AFTER, CASEWORK): "the day after",
}
_SESSIONS: Rows = {
    StaffSessionRow(
        "staff_session:1", FIRST, "supervision", 1, Fraction(3, 2), 450050, 4
    ): "the first day; 4 500,50 kronor",
    StaffSessionRow(
        "staff_session:2", LAST, "training", 3, Fraction(18), 1200000, 2
    ): "begins on the last day and goes on after it",
    StaffSessionRow(
        "staff_session:3", date(2024, 5, 6), "supervision", 1, None, None, 0
    ): "hours, cost and who came are not known",
    StaffSessionRow(
        "staff_session:4", date(2024, 5, 7), "training", 1, Fraction(2), 0, 3
    ): "was free",
    StaffSessionRow(
        "staff_session:5", BEFORE, "training", 2, Fraction(12), 800000, 2
    ): "began the day before the period",
    StaffSessionRow(
        "staff_session:6", AFTER, "supervision", 1, Fraction(1), 300000, 4
    ): "the day after",
}
_AREAS: Rows = {
    DevelopmentAreaRow("development_area:1", FIRST): "raised on the first day, no step yet",
    DevelopmentAreaRow("development_area:2", AFTER): "raised the day after the period",
    DevelopmentAreaRow(
        "development_area:3",
        BEFORE,
        (AreaStep(EARLY, "ongoing"), AreaStep(LAST, "done")),
    ): "raised before, done on the last day",
    DevelopmentAreaRow(
        "development_area:4",
        BEFORE,
        (AreaStep(EARLY, "paused"), AreaStep(AFTER, "done")),
    ): "paused, and done the day after",
    DevelopmentAreaRow(
        "development_area:5", date(2023, 5, 1), (AreaStep(BEFORE, "done"),)
    ): "done the day before the period",
    DevelopmentAreaRow(
        "development_area:6", LAST, (AreaStep(LAST, "dropped"),)
    ): "raised and dropped on the last day",
    DevelopmentAreaRow(
        "development_area:7",
        date(2024, 3, 1),
        (AreaStep(date(2024, 4, 1), "done"), AreaStep(date(2024, 9, 1), "ongoing")),
    ): "done and taken up again",
}


def _of(
    figure: str, frame: str, rows: Rows, about: str, counted: str, figures: str
) -> ResourceSpec:
    """A specification over one frame of the year; ``counted`` are the numbers of its rows."""
    word = next(iter(rows)).key.partition(":")[0]
    keys = tuple(f"{word}:{number}" for number in counted.split())
    return ResourceSpec(figure, about, YEAR, {frame: rows}, figures, counted=keys)


WORKING_METHOD_SPECS = (
    _of(
        "team_meetings_held",
        "team_meetings",
        _MEETINGS,
        "held from the first to the last day of the period",
        "2 3 6",
        """
        team_meetings_held = 3: 2, 3 and 6
        team_meetings_held.meeting_kind.1 = 2: 2 and 6
        team_meetings_held.meeting_kind.2 = 1: 3
        team_meetings_held.meeting_kind.1.share = 67%: 2 of 3
        """,
    ),
    _of(
        "team_meetings_cancelled",
        "team_meetings",
        _MEETINGS,
        "cancelled on a day of the period",
        "5",
        "team_meetings_cancelled = 1: 5",
    ),
    ResourceSpec(
        "meeting_kind",
        "the team's own kinds, by their ids",
        YEAR,
        {"team_meetings": _MEETINGS},
        """
        team_meetings_held.meeting_kind.2 = 1: 3
        team_meetings_held.meeting_kind.9 = 0: no meeting of that kind
        """,
    ),
    _of(
        "team_meeting_places",
        "team_meeting_places",
        _PLACES,
        "each agency expected at each meeting, where it is recorded whether it came",
        "1 2 3",
        """
        team_meeting_places = 3: 1, 2 and 3
        team_meeting_places.agency.5 = 2: 1 and 3
        team_meeting_places.meeting_kind.1 = 2: 1 and 2
        """,
    ),
    _of(
        "team_meeting_places_attended",
        "team_meeting_places",
        _PLACES,
        "those that came",
        "1 3",
        """
        team_meeting_places_attended = 2: 1 and 3
        team_meeting_places_attended.agency.6 = 0: it was expected and did not come
        """,
    ),
    ResourceSpec(
        "team_meeting_attendance",
        "came of those expected",
        YEAR,
        {"team_meeting_places": _PLACES},
        """
        team_meeting_attendance = 67%: 2 of 3
        team_meeting_attendance.agency.5 = 100%: 2 of 2
        team_meeting_attendance.agency.6 = 0%: none of 1
        team_meeting_attendance.agency.7 = –: it was not expected
        """,
    ),
    _of(
        "cases_taken_up",
        "cases_taken_up",
        _CASES,
        "on the list of a meeting held in the period",
        "1 2 3",
        """
        cases_taken_up = 3: 1, 2 and 3
        cases_taken_up.meeting_kind.1 = 2: 1 and 2
        """,
    ),
    ResourceSpec(
        "cases_taken_up",
        "the public edition tells nothing of them",
        YEAR,
        {"cases_taken_up": _CASES},
        "cases_taken_up = ..: for those who do the casework",
        is_public=True,
    ),
    _of(
        "staff_sessions",
        "staff_sessions",
        _SESSIONS,
        "began from the first to the last day",
        "1 2 3 4",
        """
        staff_sessions = 4: 1 to 4
        staff_sessions.staff_session_kind.supervision = 2: 1 and 3
        """,
    ),
    ResourceSpec(
        "staff_session_kind",
        "supervision or training",
        YEAR,
        {"staff_sessions": _SESSIONS},
        """
        staff_sessions.staff_session_kind.supervision = 2: 1 and 3
        staff_sessions.staff_session_kind.training = 2: 2 and 4
        """,
    ),
    _of(
        "staff_session_hours",
        "staff_sessions",
        _SESSIONS,
        "of those that began in the period, where hours are known",
        "1 2 4",
        """
        staff_session_hours = 21.5: 1.5 + 18 + 2
        staff_session_hours.staff_session_kind.supervision = 1.5: 1; of 3 it is not known
        """,
    ),
    _of(
        "staff_session_costs",
        "staff_sessions",
        _SESSIONS,
        "of those that began in the period, where the cost is known; free is known",
        "1 2 4",
        """
        staff_session_costs = 16,501: 4,500.50 + 12,000 + 0, rounded half away from zero
        staff_session_costs.staff_session_kind.supervision = 4,501: 4,500.50
        """,
    ),
    _of(
        "staff_days",
        "staff_sessions",
        _SESSIONS,
        "days times people, where anybody is named",
        "1 2 4",
        """
        staff_days = 13: 1 × 4 + 3 × 2 + 1 × 3
        staff_days.staff_session_kind.training = 9: 3 × 2 + 1 × 3
        """,
    ),
    _of(
        "development_areas_open",
        "development_areas",
        _AREAS,
        "neither done nor dropped at the end of the last day",
        "1 4 7",
        "development_areas_open = 3: 1, 4 and 7",
    ),
    _of(
        "development_areas_settled",
        "development_areas",
        _AREAS,
        "settled at the end of the last day and not before the first",
        "3 6",
        "development_areas_settled = 2: 3 and 6",
    ),
    _of(
        "development_areas_raised",
        "development_areas",
        _AREAS,
        "raised from the first to the last day",
        "1 6 7",
        "development_areas_raised = 3: 1, 6 and 7",
    ),
)
