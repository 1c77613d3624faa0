"""Rows of older reports, for those who write reports, and of all years, for who sees figures."""

from tests.about_the_code.url_rows.row import ALL_CASEWORK, CASEWORK, FIGURES, TEAM, Row

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
    Row("years", FIGURES | {"stranger"}, 302, 405, others={"officer": (200, 405)}),
    Row("team_years", FIGURES, 200, 405, args=TEAM),
    Row("team_years_download", FIGURES, 200, 405, args=TEAM | {"ending": "csv_ending"}),
    Row("published_figure", FIGURES, 200, 405, args=TEAM | {"figure_id": "published_figure"}),
]
