"""Rows of the import from the ledger: kept by the leader, who keeps the budget."""

from tests.about_the_code.url_rows.row import LEADER, TEAM, Row

_BUDGET = TEAM | {"pk": "ledger_budget"}
_RULE = _BUDGET | {"rule_id": "ledger_rule"}
_IMPORT = _BUDGET | {"import_id": "ledger_import"}
_TABLE = _BUDGET | {"import_id": "ledger_table"}
LEDGER = [
    Row("ledger_imports", LEADER, 200, 405, args=_BUDGET),
    Row("ledger_new", LEADER, 200, 200, args=_BUDGET),
    Row("ledger_rows", LEADER, 200, 405, args=_BUDGET),
    Row("ledger_mapping", LEADER, 200, 405, args=_BUDGET),
    Row("ledger_mapping_begin", LEADER, 405, 302, args=_BUDGET),
    Row("ledger_rule_new", LEADER, 200, 200, args=_BUDGET),
    Row("ledger_rule", LEADER, 200, 200, args=_RULE),
    Row("ledger_rule_move", LEADER, 405, 302, args=_RULE),
    Row("ledger_rule_remove", LEADER, 405, 302, args=_RULE),
    Row("ledger_import", LEADER, 200, 405, args=_IMPORT),
    Row("ledger_columns", LEADER, 200, 200, args=_TABLE),
    Row("ledger_check", LEADER, 405, 302, args=_TABLE),
    Row("ledger_confirm", LEADER, 405, 302, args=_IMPORT),
    Row("ledger_take_back", LEADER, 405, 302, args=_IMPORT),
    Row("ledger_leave", LEADER, 405, 302, args=_IMPORT),
]
