"""The demo's budgets: four years of a team's money, and the year to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from samspel.accounts.models import User
from samspel.budget.models import (
    Budget,
    Entry,
    Forecast,
    Funder,
    Grant,
    Line,
    PriceIndex,
)
from samspel.exchange.demo.casework.chance import Chance
from samspel.exchange.demo.places import TeamPlan
from samspel.figures.period import month_end
from samspel.organisation.models import Team

YEARS_BACK = 3
_ORE = 100
_LAYOUTS = (
    "applied_half_years",
    "applied_consumed",
    "allocated_forecast",
    "decided_actual_remaining",
    "decided_actual_remaining",
)
"""By year, the earliest first, so that each layout is to be seen; the last is the year to come."""
_INDEX = ("403.70", "409.20", "417.60", "425.10")
"""An invented index of prices for those years."""
_ALLOCATED_SHARE = Decimal("0.93")
_MUNICIPAL_SHARE = Decimal("0.18")


@dataclass(frozen=True, slots=True)
class _Line:
    kind: str
    title: str
    applied: int
    """Kronor in the first of the years."""
    texts: tuple[str, ...]
    months: tuple[int, ...] = tuple(range(1, 13))


_LINES = (
    _Line("own_personnel", "Personal", 1_920_000, ("Löner och avgifter", "Semesterlöneskuld")),
    _Line("premises", "Lokaler", 156_000, ("Hyra Stationsgatan", "Städning")),
    _Line(
        "supervision_training",
        "Handledning och utbildning",
        64_000,
        ("Handledning, Vändpunkten", "Kurs i motiverande samtal"),
        (2, 4, 5, 9, 11),
    ),
    _Line(
        "participants_costs",
        "Deltagarkostnader",
        92_000,
        ("Material till kreativ grupp", "Resor till studiebesök", "Fika och förbrukning"),
    ),
    _Line("other", "Övrigt", 38_000, ("Telefoni och licenser", "Tryck av foldrar"), (1, 3, 6, 8)),
)
_RISE = (Decimal("1.00"), Decimal("1.02"), Decimal("1.02"), Decimal("1.05"), Decimal("1.07"))


def fill_budget(team: Team, *, plan: TeamPlan, leader: User, today: date) -> None:
    """Budgets of the years at work, with entries up to the month before ``today``; fast."""
    chance = Chance(f"budget {plan.slug}")
    first = max(today.year - YEARS_BACK, team.started_on.year if team.started_on else 0)
    funders = [
        Funder.objects.create(team=team, title=title)
        for title in (team.association.name, f"{plan.municipality} kommun")
    ]
    for year in range(first, today.year + 2):
        place = year - today.year + YEARS_BACK
        budget = Budget.objects.create(
            team=team, start=date(year, 1, 1), end=date(year, 12, 31), layout=_LAYOUTS[place]
        )
        lines = _write_lines(budget, place, is_to_come=year > today.year)
        if year <= today.year:
            _write_grants(budget, lines, funders)
            _write_entries(budget, lines, chance, leader=leader, today=today)
            _write_forecasts(budget, lines, leader=leader, today=today)
    PriceIndex.objects.bulk_create(
        PriceIndex(team=team, year=today.year - YEARS_BACK + number, value=Decimal(value))
        for number, value in enumerate(_INDEX)
    )
    team.touch()


def _write_lines(budget: Budget, place: int, *, is_to_come: bool) -> list[Line]:
    return Line.objects.bulk_create(
        Line(
            budget=budget,
            kind=each.kind,
            title=each.title,
            turn=turn,
            applied_ore=_even(each.applied * _RISE[place]),
            allocated_ore=None
            if is_to_come
            else _even(each.applied * _RISE[place] * _ALLOCATED_SHARE),
        )
        for turn, each in enumerate(_LINES, 1)
    )


def _even(kronor: Decimal) -> int:
    """Whole thousands, as budgets are written; in öre."""
    return int(kronor / 1000) * 1000 * _ORE


def _write_grants(budget: Budget, lines: list[Line], funders: list[Funder]) -> None:
    whole = sum(each.allocated_ore or 0 for each in lines)
    municipal = int(whole * _MUNICIPAL_SHARE) // (1000 * _ORE) * 1000 * _ORE
    Grant.objects.bulk_create(
        Grant(budget=budget, funder=funder, amount_ore=amount, turn=turn)
        for turn, (funder, amount) in enumerate(
            zip(funders, (whole - municipal, municipal), strict=True), 1
        )
    )


def _write_entries(
    budget: Budget, lines: list[Line], chance: Chance, *, leader: User, today: date
) -> None:
    until = min(budget.end, today.replace(day=1) - timedelta(days=1))
    rows = []
    for line, each in zip(lines, _LINES, strict=True):
        for on, text, ore in _costs(budget, line, each, chance):
            if on <= until:
                made_at = _at(on + timedelta(days=12))
                rows.append(
                    Entry(
                        team=budget.team,
                        line=line,
                        on=on,
                        amount_ore=ore,
                        text=text,
                        made_by=leader,
                        made_at=made_at,
                    )
                )
    Entry.objects.bulk_create(rows)


def _costs(
    budget: Budget, line: Line, each: _Line, chance: Chance
) -> Iterator[tuple[date, str, int]]:
    """A cost in each of its months, now and then a credit; about as much as was allocated."""
    share = (line.allocated_ore or 0) // len(each.months)
    for number, month in enumerate(each.months):
        on = month_end(budget.start.year, month)
        ore = share * chance.number(91, 104) // 100 + chance.number(0, 99)
        yield on, each.texts[number % len(each.texts)], ore
        if chance.happens(0.06):
            yield on, f"Kredit: {each.texts[-1].lower()}", -(ore // 9)


def _write_forecasts(budget: Budget, lines: list[Line], *, leader: User, today: date) -> None:
    """One in July for the second half, and one in October, as far as these days have come."""
    rows = []
    for month, share in ((7, Decimal("0.50")), (10, Decimal("0.24"))):
        from_on = date(budget.start.year, month, 1)
        made_on = from_on + timedelta(days=8)
        if made_on > today:
            continue
        for line in lines:
            amount = int((line.allocated_ore or 0) * share) // _ORE * _ORE
            about = {"line": line, "from_on": from_on, "amount_ore": amount}
            rows.append(Forecast(**about, made_by=leader, made_at=_at(made_on)))
    Forecast.objects.bulk_create(rows)


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(10, 15)))
