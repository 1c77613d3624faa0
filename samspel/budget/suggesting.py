"""The forecast suggested for a line: what is on record of it, put to the rule of the figures."""

from datetime import date
from typing import NamedTuple

from samspel.budget.entry import Entry
from samspel.budget.line import Line, LineKind
from samspel.budget.suggestion_words import basis_in_words
from samspel.figures.budget_rows import Posted
from samspel.figures.forecast_suggestion import SoFar, Suggested, forecast_suggestion
from samspel.organisation.team import Team
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.rows import rows_of


class Suggestion(NamedTuple):
    """A suggested forecast with what it is worked out from."""

    known: Suggested
    roles: dict[str, str]
    """What a position is, in the team's words, by the key of its row."""

    @property
    def amount_ore(self) -> int | None:
        """The expected cost in öre; None where nothing is known to suggest from."""
        return self.known.amount_ore

    @property
    def basis(self) -> list[str]:
        """How the amount comes, or why there is none, in the reader's language."""
        return basis_in_words(self.known, self.roles)


def suggest(line: Line, *, from_on: date) -> Suggestion:
    """What is suggested that the line costs from ``from_on`` to the last day of its budget.

    The rule is that of `samspel.figures.forecast_suggestion`. Only positions that the budget pays
    are counted, and only for the team's own personnel. One query for the entries, three for the
    positions.
    """
    budget = line.budget
    rows = Entry.objects.filter(line__budget=budget, on__lt=from_on).order_by("on", "pk")
    entered = list(rows.values_list("line", "on", "amount_ore"))
    is_personnel = line.kind == LineKind.OWN_PERSONNEL
    positions = _paid(budget.team) if is_personnel else []
    so_far = SoFar(
        start=budget.start,
        end=budget.end,
        is_personnel=is_personnel,
        allocated_ore=line.allocated_ore,
        posted=tuple(Posted(on, ore) for of, on, ore in entered if of == line.pk),
        entered_on=tuple(on for _line, on, _ore in entered),
        staff=tuple(rows_of(positions)),
    )
    roles = {f"position:{each.pk}": each.role for each in positions}
    return Suggestion(forecast_suggestion(so_far, from_on=from_on), roles)


def _paid(team: Team) -> list[Position]:
    found = team.positions.filter(paid_from_budget=True).with_days()
    return list(found.order_by("first_on", "pk"))
