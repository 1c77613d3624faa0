"""What the table of addresses needs of a budget."""

from datetime import UTC, date, datetime
from typing import Any

from samspel.budget.models import Entry, Forecast, Line, PriceIndex
from samspel.organisation.models import Team
from tests.budget.golden import make_budget


def make_things(team: Team) -> dict[str, Any]:
    """Two budgets with lines, funders, an entry and a forecast, and an index of prices."""
    lines: dict[str, tuple[int | None, int | None]] = {
        "Personal": (1_900_000, 1_800_000),
        "Handledning": (70_000, 60_000),
    }
    grants = {"Samordningsförbundet": 1_700_000, "Kommunen": 160_000}
    for year in (2022, 2023):
        budget = make_budget(team, year, "decided_actual_remaining", lines, grants)
    line = Line.objects.get(budget=budget, title="Personal")
    at = datetime(2023, 7, 2, 9, tzinfo=UTC)
    about = {"team": team, "line": line, "made_at": at}
    entry = Entry.objects.create(on=date(2023, 6, 30), amount_ore=800_000_50, text="Lön", **about)
    Forecast.objects.create(line=line, from_on=date(2023, 7, 1), amount_ore=9_00, made_at=at)
    PriceIndex.objects.create(team=team, year=2022, value="100")
    PriceIndex.objects.create(team=team, year=2023, value="108.5")
    return {
        "budget": budget.pk,
        "budget_line": line.pk,
        "budget_entry": entry.pk,
        "funder": budget.grants.all()[0].funder_id,
    }
