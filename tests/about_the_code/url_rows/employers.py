"""Employers, their contacts, tasks and talks; how they helped is for the leader."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, LEADER, Row

_EMPLOYER = {"employer_id": "employer"}
_CONTACT = {"contact_id": "employer_contact"}
_TEAM = {"slug": "team_slug"}
EMPLOYERS = [
    Row("employers", ALL_CASEWORK, 200, 302),
    Row("employer_new", ALL_CASEWORK, 200, 200),
    Row("employers_helped", LEADER, 200, 405),
    Row("employer", CASEWORK, 200, 405, args=_EMPLOYER),
    Row("employer_change", CASEWORK, 200, 200, args=_EMPLOYER),
    Row("employer_retire", CASEWORK, 405, 302, args=_EMPLOYER),
    Row("employer_history", CASEWORK, 200, 405, args=_EMPLOYER),
    Row("employer_thanks", LEADER, 200, 405, args=_EMPLOYER | {"ending": "docx_ending"}),
    Row("employer_contact_new", CASEWORK, 200, 200, args=_EMPLOYER),
    Row("employer_contact_change", CASEWORK, 200, 200, args=_CONTACT),
    Row("employer_contact_erase", CASEWORK, 200, 200, args=_CONTACT),
    Row("employer_task_new", CASEWORK, 200, 200, args=_EMPLOYER),
    Row("employer_task_change", CASEWORK, 200, 200, args={"task_id": "employer_task"}),
    Row("employer_note_new", CASEWORK, 200, 200, args=_EMPLOYER),
    # A note is changed by who wrote it.
    Row(
        "employer_note_change",
        frozenset({"coach"}),
        200,
        200,
        args={"note_id": "employer_note"},
    ),
    Row("work_kinds", LEADER, 200, 405, args=_TEAM),
    Row("work_kind_new", LEADER, 200, 200, args=_TEAM),
    Row("work_kinds_starter", LEADER, 405, 302, args=_TEAM),
    Row("work_kind", LEADER, 200, 200, args={"kind_id": "work_kind"}),
]
