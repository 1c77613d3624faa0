"""The budget's table in each of its layouts, and the funders' shares: one builder for the page,
the report and the files."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samspel.budget.budget import Layout
from samspel.budget.told import ToldBudget, ToldLine
from samspel.documents.document import Column, Run, Table
from samspel.figures.printing import NO_DATA
from samspel.printed import PrintedFigures

ALLOCATED, APPLIED = "budget_allocated", "budget_applied"
OF_GIVEN = ("budget_allocated", "budget_remaining", "budget_against_allocated")
"""What says nothing of a line where only the whole was allocated."""
OF_ASKED = ("budget_applied", "budget_against_applied")
"""What says nothing of a line where nothing was applied for by line."""
FIGURES: dict[str, tuple[str, ...]] = {
    Layout.ALLOCATED_FORECAST: (ALLOCATED, "budget_forecast"),
    Layout.APPLIED_CONSUMED: (APPLIED, "budget_actual"),
    Layout.DECIDED_ACTUAL: (ALLOCATED, "budget_actual", "budget_remaining"),
    Layout.HALF_YEARS: (
        APPLIED,
        "budget_first_half",
        "budget_second_half",
        "budget_against_applied",
    ),
}
"""The columns of each layout."""


class BudgetTables:
    """The tables of one budget.

    ``at`` follows each address: empty where the figures' own period ends on the day that the
    budget is told of, else as `ToldBudget.at` gives it. ``is_over`` is whether it has ended then.
    All is written in the language that is switched on.
    """

    def __init__(
        self, printed: PrintedFigures, told: ToldBudget, *, at: str = "", is_over: bool = False
    ) -> None:
        self.printed, self.told, self.at, self.is_over = printed, told, at, is_over

    def lines(self) -> Table:
        """The budget's lines with their sums, in its layout."""
        figures = FIGURES[self.told.shown_as]
        rows = [self._line(each, figures) for each in self.told.lines]
        rows.append((_("Total"), *(self._total(each) for each in figures)))
        rows += self._allocated_beside()
        heads = [Column(self._title(each), "money") for each in figures]
        return Table(
            key=f"budget-{self.told.start.isoformat()}",
            caption=_("Budget %(days)s, kronor") % {"days": self.told.name},
            columns=(Column(_("Line")), *heads),
            rows=tuple(rows),
            name=_("Budget %(days)s") % {"days": self.told.name},
        )

    def funders(self) -> Iterator[Table]:
        """Whose money is used and left; nothing where no funder is known."""
        if not self.told.funders:
            return
        figures = ("budget_granted", "funds_used", "funds_left")
        rows: list[tuple[Run, ...]] = [
            (
                each.title,
                *(self.printed.number(f"{one}.funder.{each.key}{self.at}") for one in figures),
            )
            for each in self.told.funders
        ]
        rows.append((_("Total"), *(self._total(each) for each in figures)))
        heads = [Column(self.printed.figure_title(each), "money") for each in figures]
        yield Table(
            key=f"funders-{self.told.start.isoformat()}",
            caption=_("Funders of the budget %(days)s, kronor") % {"days": self.told.name},
            columns=(Column(self.printed.dimension_title("funder")), *heads),
            rows=tuple(rows),
            note=_("The money is used in the order of the rows."),
            name=_("Funders %(days)s") % {"days": self.told.name},
        )

    def cell(self, figure: str, line: ToldLine) -> Run:
        """A line's number; a dash where the records say nothing of the line."""
        silent = (figure in OF_GIVEN and not self.told.is_allocated_by_line) or (
            figure in OF_ASKED and not self.told.is_applied_by_line
        )
        unsaid = (figure == ALLOCATED and not line.is_allocated) or (
            figure == APPLIED and not line.is_applied
        )
        if silent or unsaid:
            return NO_DATA
        return self.printed.number(f"{figure}.budget_line.{line.key}{self.at}")

    def _line(self, line: ToldLine, figures: tuple[str, ...]) -> tuple[Run, ...]:
        return (line.title, *(self.cell(each, line) for each in figures))

    def _total(self, figure: str) -> Run:
        return self.printed.number(f"{figure}{self.at}")

    def _allocated_beside(self) -> Iterator[tuple[Run, ...]]:
        """Below the half-years: what was allocated in all, and the difference against it."""
        if self.told.shown_as != Layout.HALF_YEARS:
            return
        allocated = self.printed.number(f"{ALLOCATED}{self.at}")
        if allocated.value is not None:
            against = self._total("budget_against_allocated")
            yield (_("Allocated in all"), allocated, "", "", against)

    def _title(self, figure: str) -> str:
        """What the layout calls a column."""
        if self.told.shown_as == Layout.DECIDED_ACTUAL and figure == ALLOCATED:
            return _("Decided amount")
        if self.told.shown_as == Layout.APPLIED_CONSUMED and figure == "budget_actual":
            return _("Consumed")
        if figure == "budget_forecast" and self.is_over:
            return self.printed.figure_title("budget_actual")
        if figure == "budget_second_half" and self.is_over:
            return _("Second half-year, actual")
        if figure == "budget_against_applied":
            return _("Difference")
        return self.printed.figure_title(figure)
