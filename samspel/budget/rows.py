"""The rows that the figures of the budget are summed over."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.forecast import Forecast
from samspel.budget.funder import Grant
from samspel.budget.line import Line
from samspel.budget.price_index import PriceIndex
from samspel.figures.budget_rows import (
    WHOLE,
    EntryRow,
    Expected,
    GrantRow,
    Known,
    LineRow,
    Posted,
)
from samspel.organisation.team import Team


def budget_line_rows(team: Team) -> list[LineRow]:
    """The team's lines with what is entered and expected, and each budget as a whole.

    Five queries, however many the budgets.
    """
    lines = list(Line.objects.filter(budget__team=team).select_related("budget"))
    posted, expected = _posted(team), _expected(team)
    grants: dict[int, list[int]] = defaultdict(list)
    for pk, ore in Grant.objects.filter(budget__team=team).values_list("budget", "amount_ore"):
        grants[pk].append(ore)
    factors = _to_fixed(team)
    found: list[LineRow] = []
    for budget in Budget.objects.filter(team=team).order_by("start"):
        own = [each for each in lines if each.budget_id == budget.pk]
        known = _known(own, grants[budget.pk], posted, expected)
        factor = factors.get(budget.start.year)
        rows = tuple(_line_row(each, known, posted, expected, factor) for each in own)
        granted = sum(grants[budget.pk]) if grants[budget.pk] else None
        days = (budget.start, budget.end)
        whole = LineRow(
            f"budget:{budget.pk}",
            WHOLE,
            *days,
            known,
            granted_ore=granted,
            to_fixed=factor,
            lines=rows,
        )
        found += [*rows, whole]
    return found


def _posted(team: Team) -> dict[int, tuple[Posted, ...]]:
    found: dict[int, list[Posted]] = defaultdict(list)
    rows = Entry.objects.filter(team=team).order_by("on", "pk")
    for line, on, ore in rows.values_list("line", "on", "amount_ore"):
        found[line].append(Posted(on, ore))
    return {line: tuple(each) for line, each in found.items()}


def _expected(team: Team) -> dict[int, tuple[Expected, ...]]:
    """In the order in which they were made."""
    found: dict[int, list[Expected]] = defaultdict(list)
    rows = Forecast.objects.filter(line__budget__team=team).order_by("made_at", "pk")
    for line, from_on, ore in rows.values_list("line", "from_on", "amount_ore"):
        found[line].append(Expected(from_on, ore))
    return {line: tuple(each) for line, each in found.items()}


def _known(
    lines: Iterable[Line],
    grants: Sequence[int],
    posted: Mapping[int, Sequence[Posted]],
    expected: Mapping[int, Sequence[Expected]],
) -> Known:
    own = list(lines)
    entered = [one.on for each in own for one in posted.get(each.pk, ())]
    begun = [one.from_on for each in own for one in expected.get(each.pk, ())]
    return Known(
        is_applied=any(each.applied_ore is not None for each in own),
        is_allocated=any(each.allocated_ore is not None for each in own),
        is_granted=bool(grants),
        entered_on=min(entered, default=None),
        expected_from=min(begun, default=None),
    )


def _line_row(
    line: Line,
    known: Known,
    posted: Mapping[int, tuple[Posted, ...]],
    expected: Mapping[int, tuple[Expected, ...]],
    factor: Fraction | None,
) -> LineRow:
    return LineRow(
        key=f"budget_line:{line.pk}",
        budget_line=str(line.pk),
        start=line.budget.start,
        end=line.budget.end,
        known=known,
        applied_ore=line.applied_ore,
        allocated_ore=line.allocated_ore,
        posted=posted.get(line.pk, ()),
        expected=expected.get(line.pk, ()),
        to_fixed=factor,
    )


def _to_fixed(team: Team) -> dict[int, Fraction]:
    """By year what turns its amounts into the prices of the latest year with an index."""
    found = dict(PriceIndex.objects.filter(team=team).values_list("year", "value"))
    if not found:
        return {}
    latest = Fraction(found[max(found)])
    return {year: latest / Fraction(value) for year, value in found.items()}


def budget_grant_rows(team: Team) -> list[GrantRow]:
    """What funders granted the team's budgets, in the order in which the money is used."""
    posted: dict[int, list[Posted]] = defaultdict(list)
    entered = Entry.objects.filter(team=team).order_by("on", "pk")
    for budget, on, ore in entered.values_list("line__budget", "on", "amount_ore"):
        posted[budget].append(Posted(on, ore))
    by_budget: dict[int, list[Grant]] = defaultdict(list)
    grants = Grant.objects.filter(budget__team=team).select_related("budget")
    for grant in grants.order_by("budget__start", "turn", "pk"):
        by_budget[grant.budget_id].append(grant)
    return [
        row
        for budget, own in by_budget.items()
        for row in _grant_rows(own, tuple(posted.get(budget, ())))
    ]


def _grant_rows(grants: Sequence[Grant], posted: tuple[Posted, ...]) -> list[GrantRow]:
    rows, before = [], 0
    for grant in grants:
        days = (grant.budget.start, grant.budget.end)
        is_last = grant is grants[-1]
        rows.append(
            GrantRow(
                f"budget_grant:{grant.pk}",
                str(grant.funder_id),
                *days,
                grant.amount_ore,
                before,
                is_last,
                posted,
            )
        )
        before += grant.amount_ore
    return rows


def budget_entry_rows(team: Team) -> list[EntryRow]:
    """What is entered in the team's budgets, by day."""
    rows = Entry.objects.filter(team=team).order_by("on", "pk")
    names = ("pk", "line", "line__budget__start", "line__budget__end", "on", "amount_ore")
    return [
        EntryRow(f"budget_entry:{pk}", str(line), *rest)
        for pk, line, *rest in rows.values_list(*names)
    ]
