"""The pages of this part."""

from django.urls import URLPattern, URLResolver, path

from samspel.budget.views import budget, budgets, entries, forecasts, lines

_ALL = "<slug:slug>/budgets"
_ONE = "<slug:slug>/budgets/<int:pk>"
_LINE = "<slug:slug>/budgets/line/<int:pk>"
_ENTRY = "<slug:slug>/budgets/entry/<int:pk>"
urlpatterns: list[URLPattern | URLResolver] = [
    path(f"{_ALL}/", budgets.budgets, name="budgets"),
    path(f"{_ALL}/new/", budgets.budget_new, name="budget_new"),
    path(f"{_ALL}/index/", budgets.budget_index, name="budget_index"),
    path(f"{_ONE}/", budget.budget, name="budget"),
    path(f"{_ONE}/as/<slug:ending>/", budget.budget_file, name="budget_file"),
    path(f"{_ONE}/change/", budget.budget_change, name="budget_change"),
    path(f"{_ONE}/remove/", budget.budget_remove, name="budget_remove"),
    path(f"{_ONE}/lines/", lines.budget_lines, name="budget_lines"),
    path(f"{_ONE}/allocation/", lines.budget_allocation, name="budget_allocation"),
    path(f"{_ONE}/funder/<int:funder_id>/", lines.budget_funder, name="budget_funder"),
    path(f"{_ONE}/entries/", entries.budget_entries, name="budget_entries"),
    path(f"{_ONE}/entries/new/", entries.budget_entry_new, name="budget_entry_new"),
    path(f"{_ONE}/forecasts/", forecasts.budget_forecasts, name="budget_forecasts"),
    path(f"{_LINE}/", forecasts.budget_line, name="budget_line"),
    path(f"{_LINE}/remove/", lines.budget_line_remove, name="budget_line_remove"),
    path(f"{_ENTRY}/", entries.budget_entry, name="budget_entry"),
    path(f"{_ENTRY}/change/", entries.budget_entry_change, name="budget_entry_change"),
    path(f"{_ENTRY}/take-back/", entries.budget_entry_take_back, name="budget_entry_take_back"),
]
