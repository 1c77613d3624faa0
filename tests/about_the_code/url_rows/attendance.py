"""Rows of attendance: the sheet of a day, the sheets of sessions, and taps sent late."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, EPISODE, Row

_SESSION = {"session_id": "attended_session"}
_GROUP = {"group_id": "attended_group"}
_TAP = {"id": "8d3c2a52-4f0c-4a65-9a4e-6f2f0d6f5b11", "presence": "present", "seen": ""}
_CHOICE = {"choice": "mine", "seen": "absent"}

ATTENDANCE = [
    Row("attendance", ALL_CASEWORK, 200, 405),
    Row("attend", CASEWORK, 405, 302, args=EPISODE, data={"on": "2025-03-03", "came": "yes"}),
    # Taps are sent as JSON: without any it is no request at all.
    Row("taps", ALL_CASEWORK, 405, 400),
    Row("session_sheet", CASEWORK, 200, 405, args=_SESSION),
    Row("session_paper", CASEWORK, 200, 405, args=_SESSION),
    Row("session_pdf", CASEWORK, 200, 405, args=_SESSION),
    Row("group_month", CASEWORK, 200, 405, args=_GROUP),
    Row("group_month_pdf", CASEWORK, 200, 405, args=_GROUP),
    Row("session_attend", CASEWORK, 405, 302, args=_SESSION | EPISODE, data=_TAP),
    Row("session_take_back", CASEWORK, 405, 302, args=_SESSION | EPISODE),
    Row("session_all_present", CASEWORK, 405, 302, args=_SESSION),
    Row("session_guests", CASEWORK, 405, 200, args=_SESSION, data={"name": "Al"}),
    Row("session_unknown", CASEWORK, 405, 302, args=_SESSION | {"team_id": "team"}),
    Row("session_settle", CASEWORK, 405, 302, args=_SESSION | {"tap_id": "tap"}, data=_CHOICE),
]
