"""The addresses of surveys."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, TEAM, Row

_SURVEY = {"survey_id": "survey"}
SURVEYS = [
    Row("surveys", ALL_CASEWORK, 200, 405),
    Row("survey_new", CASEWORK, 200, 200, args=TEAM),
    Row("survey", CASEWORK, 200, 405, args=_SURVEY),
    Row("survey_change", CASEWORK, 200, 200, args=_SURVEY),
    Row("survey_invite", CASEWORK, 200, 200, args=_SURVEY),
    Row("survey_results", CASEWORK, 405, 200, args=_SURVEY),
    Row(
        "survey_answer",
        CASEWORK,
        405,
        302,
        args={"invitation_id": "invitation"},
        data={"answered": "handed_in"},
    ),
    Row("invitation_away", CASEWORK, 405, 302, args={"invitation_id": "invitation"}),
]
