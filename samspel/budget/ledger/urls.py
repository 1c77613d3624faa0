"""The pages of an import from the ledger."""

from django.urls import URLPattern, URLResolver, path

from samspel.budget.ledger.views import imports, mapping, one_import

_BUDGET = "<slug:slug>/budgets/<int:pk>/ledger"
_IMPORT = f"{_BUDGET}/<uuid:import_id>"
_RULE = f"{_BUDGET}/mapping/<int:rule_id>"
urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{_BUDGET}/", imports.ledger_imports, name="ledger_imports"),
    path(f"{_BUDGET}/new/", imports.ledger_new, name="ledger_new"),
    path(f"{_BUDGET}/rows/", imports.ledger_rows, name="ledger_rows"),
    path(f"{_BUDGET}/mapping/", mapping.ledger_mapping, name="ledger_mapping"),
    path(f"{_BUDGET}/mapping/new/", mapping.ledger_rule_new, name="ledger_rule_new"),
    path(f"{_BUDGET}/mapping/begin/", mapping.ledger_mapping_begin, name="ledger_mapping_begin"),
    path(f"{_RULE}/", mapping.ledger_rule, name="ledger_rule"),
    path(f"{_RULE}/move/", mapping.ledger_rule_move, name="ledger_rule_move"),
    path(f"{_RULE}/remove/", mapping.ledger_rule_remove, name="ledger_rule_remove"),
    path(f"{_IMPORT}/", one_import.ledger_import, name="ledger_import"),
    path(f"{_IMPORT}/columns/", one_import.ledger_columns, name="ledger_columns"),
    path(f"{_IMPORT}/check/", one_import.ledger_check, name="ledger_check"),
    path(f"{_IMPORT}/confirm/", one_import.ledger_confirm, name="ledger_confirm"),
    path(f"{_IMPORT}/take-back/", one_import.ledger_take_back, name="ledger_take_back"),
    path(f"{_IMPORT}/leave/", one_import.ledger_leave, name="ledger_leave"),
]
