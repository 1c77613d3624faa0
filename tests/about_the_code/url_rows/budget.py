"""Rows of the budget: read by all who may see the organisation, kept by the leader; what is
allocated is entered by the association's officer too."""

from tests.about_the_code.url_rows.row import FIGURES, LEADER, TEAM, Row

_BUDGET = TEAM | {"pk": "budget"}
_LINE = TEAM | {"pk": "budget_line"}
_ENTRY = TEAM | {"pk": "budget_entry"}
_ALLOCATES = LEADER | {"officer"}
_READS = dict.fromkeys(FIGURES - LEADER, (200, 404))
BUDGET = [
    Row("budgets", FIGURES, 200, 405, args=TEAM),
    Row("budget_new", LEADER, 200, 200, args=TEAM),
    Row("budget_index", LEADER, 200, 200, args=TEAM),
    Row("budget", FIGURES, 200, 405, args=_BUDGET),
    Row("budget_file", FIGURES, 200, 405, args=_BUDGET | {"ending": "docx_ending"}),
    Row("budget_change", LEADER, 200, 200, args=_BUDGET),
    Row("budget_remove", LEADER, 405, 302, args=_BUDGET),
    Row("budget_lines", LEADER, 200, 200, args=_BUDGET),
    Row("budget_allocation", _ALLOCATES, 200, 200, args=_BUDGET),
    Row("budget_funder", _ALLOCATES, 200, 200, args=_BUDGET | {"funder_id": "funder"}),
    Row("budget_entries", FIGURES, 200, 405, args=_BUDGET),
    Row("budget_forecasts", FIGURES, 200, 405, args=_BUDGET),
    Row("budget_entry_new", LEADER, 200, 200, args=_BUDGET),
    # Everybody who sees the organisation reads a line; the leader makes its forecasts.
    Row("budget_line", LEADER, 200, 200, args=_LINE, others=_READS),
    Row("budget_line_remove", LEADER, 405, 302, args=_LINE),
    Row("budget_entry", FIGURES, 200, 405, args=_ENTRY),
    Row("budget_entry_change", LEADER, 200, 200, args=_ENTRY),
    Row("budget_entry_take_back", LEADER, 405, 302, args=_ENTRY),
]
