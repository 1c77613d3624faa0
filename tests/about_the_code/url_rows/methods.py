"""Rows of the working methods: read by all who may see the organisation, kept by coach and
leader; the lists of cases by those alone who do casework."""

from tests.about_the_code.url_rows.row import CASEWORK, FIGURES, TEAM, Row

_MEETING = TEAM | {"pk": "team_meeting"}
_SESSION = TEAM | {"pk": "staff_session"}
_AREA = TEAM | {"pk": "development_area"}
_AGENCY = _MEETING | {"agency_pk": "meeting_agency"}
_CASE = _MEETING | {"case_pk": "case_taken_up"}
_READS_ONLY = dict.fromkeys(("steering_member", "officer"), (200, 404))
METHODS = [
    Row("working_methods", FIGURES, 200, 405, args=TEAM),
    Row("team_meetings", FIGURES, 200, 405, args=TEAM),
    Row("team_meeting_new", CASEWORK, 200, 200, args=TEAM),
    Row("team_meeting", FIGURES, 200, 405, args=_MEETING),
    Row("team_meeting_change", CASEWORK, 200, 200, args=_MEETING),
    Row("team_meeting_cancel", CASEWORK, 200, 200, args=_MEETING),
    Row("team_meeting_restore", CASEWORK, 405, 302, args=_MEETING),
    Row("team_meeting_remove", CASEWORK, 405, 302, args=_MEETING),
    Row("team_meeting_minutes", CASEWORK, 200, 200, args=_MEETING),
    Row("team_meeting_agency", CASEWORK, 405, 302, args=_AGENCY),
    Row("meeting_series_new", CASEWORK, 200, 200, args=TEAM),
    Row("meeting_series", CASEWORK, 200, 200, args=TEAM | {"pk": "meeting_series"}),
    Row("meeting_series_remove", CASEWORK, 405, 302, args=TEAM | {"pk": "meeting_series"}),
    Row("staff_sessions", FIGURES, 200, 405, args=TEAM),
    Row("staff_session_new", CASEWORK, 200, 200, args=TEAM),
    Row("staff_session", FIGURES, 200, 405, args=_SESSION),
    Row("staff_session_change", CASEWORK, 200, 200, args=_SESSION),
    Row("staff_session_remove", CASEWORK, 405, 302, args=_SESSION),
    Row("development_areas", FIGURES, 200, 405, args=TEAM),
    Row("development_area_new", CASEWORK, 200, 200, args=TEAM),
    Row("development_area", FIGURES, 200, 200, args=_AREA, others=_READS_ONLY),
    Row("development_area_change", CASEWORK, 200, 200, args=_AREA),
    Row("development_area_remove", CASEWORK, 405, 302, args=_AREA),
    Row(
        "development_step_remove",
        CASEWORK,
        405,
        302,
        args=_AREA | {"step_pk": "development_step"},
    ),
    Row("meeting_cases", CASEWORK, 200, 200, args=_MEETING),
    Row("meeting_cases_agency", CASEWORK, 200, 405, args=_AGENCY),
    Row("meeting_cases_give", CASEWORK, 405, 200, args=_AGENCY),
    Row("meeting_case_move", CASEWORK, 405, 302, args=_CASE),
    Row("meeting_case_take_off", CASEWORK, 405, 302, args=_CASE),
]
