"""Rows of older reports: for those who write the team's reports."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, Row

_OLDER = {"pk": "older_report"}
_TAKEN = {"pk": "taken_report"}
_FINDING = _OLDER | {"number": "finding_number"}
PUBLISHED = [
    Row("older_reports", ALL_CASEWORK, 200, 405),
    Row("older_report_new", ALL_CASEWORK, 200, 200),
    Row("older_report", CASEWORK, 200, 405, args=_OLDER),
    Row("older_report_about", CASEWORK, 200, 200, args=_OLDER),
    Row("older_finding", CASEWORK, 200, 200, args=_FINDING),
    Row("older_report_take_in", CASEWORK, 405, 302, args=_OLDER),
    Row("older_report_take_out", CASEWORK, 405, 302, args=_TAKEN),
    Row("older_report_let_be", CASEWORK, 405, 302, args=_OLDER),
]
