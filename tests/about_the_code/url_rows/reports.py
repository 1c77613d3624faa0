"""Rows of reports and figures, and of what comes in from files."""

from tests.about_the_code.url_rows.row import (
    ALL_CASEWORK,
    CASEWORK,
    FIGURES,
    LEADER,
    SIGNED_IN,
    Row,
)

_REPORT = {"pk": "report"}
_SECTION = {"pk": "report", "section": "section"}
_PLACE = {"pk": "report", "place": "place"}
_VERSION = {"pk": "report", "version": "version"}
_FIGURES = {"slug": "team_slug", "period": "period"}
REPORTS = [
    Row("reports", SIGNED_IN, 200, 405),
    Row("report_create", ALL_CASEWORK, 200, 200),
    Row("report", FIGURES, 200, 405, args=_REPORT),
    Row("report_check", CASEWORK, 200, 405, args=_REPORT),
    Row("report_download", FIGURES, 200, 405, args={"pk": "report", "ending": "json_ending"}),
    Row("report_edit", CASEWORK, 200, 405, args=_SECTION),
    Row("report_writers", CASEWORK, 405, 200, args=_SECTION),
    Row("report_text", CASEWORK, 405, 302, args=_PLACE),
    Row("report_versions", CASEWORK, 200, 405, args=_PLACE),
    Row("report_restore", CASEWORK, 405, 302, args=_VERSION),
    Row("report_settle", CASEWORK, 405, 302, args=_VERSION),
    Row("figures", SIGNED_IN, 302, 405, others={"administrator": (200, 405)}),
    Row("definitions", SIGNED_IN, 200, 405),
    Row("figures", FIGURES, 200, 405, args=_FIGURES),
    Row("figures_download", FIGURES, 200, 405, args=_FIGURES | {"ending": "json_ending"}),
    Row("figure", FIGURES, 200, 405, args=_FIGURES | {"address": "figure_address"}),
]
_JOB = {"job_id": "job"}
IMPORTS = [
    Row("imports", LEADER, 200, 405),
    Row("import_new", LEADER, 200, 200),
    Row("import_job", LEADER, 200, 405, args=_JOB),
    Row("import_confirm", LEADER, 405, 302, args=_JOB),
    Row("import_leave", LEADER, 405, 302, args=_JOB),
    # A job without faults has no list of them; who gets one is in tests/exchange.
    Row("import_faults", LEADER, 404, 405, args=_JOB),
]
