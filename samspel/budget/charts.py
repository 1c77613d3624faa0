"""Charts of money: what of a budget is used and left, and what was allocated over the years."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from samspel.budget.tables import BudgetTables
from samspel.budget.told import ToldBudget
from samspel.documents.document import Chart, Column, Number, Run, Series, Table
from samspel.printed import PrintedFigures

_USED_AND_LEFT = ("budget_actual", "budget_remaining")
_OVER_YEARS = ("budget_allocated", "budget_in_fixed_prices")
_FEWEST_YEARS = 2
"""Below it there is no change to draw."""


def used_and_left(tables: BudgetTables) -> Iterator[Chart]:
    """Bars of each line: used and left; of the whole where only that was allocated."""
    told, printed = tables.told, tables.printed
    if told.is_allocated_by_line:
        named = [
            (each.title, tuple(tables.cell(one, each) for one in _USED_AND_LEFT))
            for each in told.lines
        ]
    else:
        whole = tuple(printed.number(f"{one}{tables.at}") for one in _USED_AND_LEFT)
        named = [(_("The whole budget"), whole)]
    numbers = [[each for each in cells if isinstance(each, Number)] for _title, cells in named]
    if not any(each.value is not None for row in numbers for each in row):
        return
    is_overdrawn = any((each.value or 0) < 0 for row in numbers for each in row)
    title = _("Used and left of the budget %(days)s") % {"days": told.name}
    yield Chart(
        key=f"used-{told.start.isoformat()}",
        # A stack cannot show less than nothing.
        kind="grouped_bar" if is_overdrawn else "stacked_bar",
        title=title,
        alternative=_told(title, named),
        categories=tuple(name for name, _cells in named),
        series=_series(printed, _USED_AND_LEFT, [cells for _name, cells in named]),
        unit=_("kronor"),
        table=_table(
            printed, f"used-{told.start.isoformat()}-table", title, _("Line"), named, _USED_AND_LEFT
        ),
    )


def over_the_years(printed: PrintedFigures, budgets: Sequence[ToldBudget]) -> Iterator[Chart]:
    """What was allocated, budget by budget, in running prices and in fixed ones.

    Only of budgets of the same length as the last: half a year beside a whole one would look like
    a cut.
    """
    months = _months(budgets[-1]) if budgets else 0
    alike = [each for each in budgets if _months(each) == months]
    named = [
        (
            each.name,
            tuple(
                printed.number(f"{one}@{each.start.isoformat()}..{each.end.isoformat()}")
                for one in _OVER_YEARS
            ),
        )
        for each in alike
    ]
    named = [(name, cells) for name, cells in named if cells[0].value is not None]
    if len(named) < _FEWEST_YEARS:
        return
    figures = (
        _OVER_YEARS if any(cells[1].value is not None for _n, cells in named) else _OVER_YEARS[:1]
    )
    shown: list[tuple[str, tuple[Run, ...]]] = [
        (name, cells[: len(figures)]) for name, cells in named
    ]
    title = _("Allocated over the years")
    yield Chart(
        key="allocated-over-years",
        kind="line",
        title=title,
        alternative=_told(title, shown),
        categories=tuple(name for name, _cells in shown),
        series=_series(printed, figures, [cells for _name, cells in shown]),
        unit=_("kronor"),
        table=_table(printed, "allocated-over-years-table", title, _("Budget"), shown, figures),
    )


def _months(told: ToldBudget) -> int:
    return (told.end.year - told.start.year) * 12 + told.end.month - told.start.month


def _series(
    printed: PrintedFigures, figures: Sequence[str], rows: Sequence[Sequence[Run]]
) -> tuple[Series, ...]:
    return tuple(
        Series(
            printed.figure_title(figure),
            tuple(cell.value if isinstance(cell := row[place], Number) else None for row in rows),
        )
        for place, figure in enumerate(figures)
    )


def _table(
    printed: PrintedFigures,
    key: str,
    caption: str,
    head: str,
    named: Sequence[tuple[str, tuple[Run, ...]]],
    figures: Sequence[str],
) -> Table:
    heads = [Column(printed.figure_title(each), "money") for each in figures]
    rows = tuple((name, *cells) for name, cells in named)
    return Table(key, caption, (Column(head), *heads), rows, name=caption[:30])


def _told(title: str, named: Sequence[tuple[str, tuple[Run, ...]]]) -> str:
    """In words: “Used and left: Personnel 1 926 821 and 73 179.”"""
    rows = (
        f"{name} " + ", ".join(each if isinstance(each, str) else each.printed for each in cells)
        for name, cells in named
    )
    return f"{title}: {'; '.join(rows)}."
