"""Three budgets as teams have published them, in kronor."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from samspel.budget.models import Budget, Entry, Forecast, Funder, Grant, Line
from samspel.organisation.models import Team

AT = datetime(2019, 7, 1, 9, tzinfo=UTC)
ORE = 100


def make_budget(
    team: Team,
    year: int,
    layout: str,
    lines: Mapping[str, tuple[int | None, int | None]],
    grants: Mapping[str, int],
) -> Budget:
    """A budget of a calendar year: lines with what is applied for and allocated, and grants."""
    budget = Budget.objects.create(
        team=team, start=date(year, 1, 1), end=date(year, 12, 31), layout=layout
    )
    for turn, (title, (applied, allocated)) in enumerate(lines.items(), 1):
        Line.objects.create(
            budget=budget,
            kind="other",
            title=title,
            turn=turn,
            applied_ore=applied and applied * ORE,
            allocated_ore=allocated and allocated * ORE,
        )
    for turn, (title, amount) in enumerate(grants.items(), 1):
        funder, _made = Funder.objects.get_or_create(team=team, title=title)
        Grant.objects.create(budget=budget, funder=funder, amount_ore=amount * ORE, turn=turn)
    return budget


def enter(budget: Budget, on: date, amounts: dict[str, int]) -> None:
    """An entry on each line."""
    for line in budget.lines.filter(title__in=amounts):
        ore = amounts[line.title] * ORE
        Entry.objects.create(team=budget.team, line=line, on=on, amount_ore=ore, made_at=AT)


def expect(budget: Budget, from_on: date, amounts: dict[str, int]) -> None:
    """A forecast of each line."""
    for line in budget.lines.filter(title__in=amounts):
        ore = amounts[line.title] * ORE
        Forecast.objects.create(line=line, from_on=from_on, amount_ore=ore, made_at=AT)


def make_2019(team: Team) -> Budget:
    """Applied for, half-years and difference; only the total of what was allocated is known."""
    applied = {
        "Personal": (1_900_000, None),
        "Handledning": (70_000, None),
        "Omkostnader": (230_000, None),
    }
    budget = make_budget(
        team, 2019, "applied_half_years", applied, {"Samordningsförbundet": 2_050_000}
    )
    first = {"Personal": 760_000, "Handledning": 27_000, "Omkostnader": 44_000}
    enter(budget, date(2019, 6, 30), first)
    second = {"Personal": 1_010_000, "Handledning": 40_000, "Omkostnader": 75_000}
    expect(budget, date(2019, 7, 1), second)
    return budget


def make_2021(team: Team) -> Budget:
    """Decided, actual and remaining, by two funders."""
    decided = {
        "Personal": (None, 2_000_000),
        "Lokaler": (None, 150_000),
        "Handledning": (None, 35_000),
        "Omkostnader": (None, 215_000),
    }
    funders = {"Samordningsförbundet": 1_950_000, "Kommunen": 450_000}
    budget = make_budget(team, 2021, "decided_actual_remaining", decided, funders)
    actual = {
        "Personal": 1_926_821,
        "Lokaler": 136_741,
        "Handledning": 39_164,
        "Omkostnader": 164_525,
    }
    enter(budget, date(2021, 12, 31), actual)
    return budget


def make_2023(team: Team) -> Budget:
    """Allocated and forecast."""
    allocated = {
        "Personal": (None, 1_594_728),
        "Handledning": (None, 65_272),
        "Omkostnader": (None, 120_000),
    }
    budget = make_budget(
        team, 2023, "allocated_forecast", allocated, {"Samordningsförbundet": 1_780_000}
    )
    amounts = {"Personal": 1_150_000, "Handledning": 65_272, "Omkostnader": 120_000}
    expect(budget, date(2023, 1, 1), amounts)
    return budget


ROWS_2019 = [
    ["Personal", "1 900 000", "760 000", "1 010 000", "130 000"],
    ["Handledning", "70 000", "27 000", "40 000", "3 000"],
    ["Omkostnader", "230 000", "44 000", "75 000", "111 000"],
    ["Totalt", "2 200 000", "831 000", "1 125 000", "244 000"],
    ["Tilldelat totalt", "2 050 000", "", "", "94 000"],
]
ROWS_2021 = [
    ["Personal", "2 000 000", "1 926 821", "73 179"],
    ["Lokaler", "150 000", "136 741", "13 259"],
    ["Handledning", "35 000", "39 164", "−4 164"],
    ["Omkostnader", "215 000", "164 525", "50 475"],
    ["Totalt", "2 400 000", "2 267 251", "132 749"],
]
FUNDERS_2021 = [
    ["Samordningsförbundet", "1 950 000", "1 950 000", "0"],
    ["Kommunen", "450 000", "317 251", "132 749"],
    ["Totalt", "2 400 000", "2 267 251", "132 749"],
]
ROWS_2023 = [
    ["Personal", "1 594 728", "1 150 000"],
    ["Handledning", "65 272", "65 272"],
    ["Omkostnader", "120 000", "120 000"],
    ["Totalt", "1 780 000", "1 335 272"],
]
