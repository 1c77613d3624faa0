"""What a report tells of budgets and no figure says: which, with what lines, funders and layout."""

from dataclasses import dataclass
from datetime import date

from samspel.budget.budget import Budget, Layout
from samspel.budget.line import Line
from samspel.figures.period import Period
from samspel.organisation.team import Team


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line by its key among the figures, and what is on record for it."""

    key: str
    title: str
    is_applied: bool
    is_allocated: bool


@dataclass(frozen=True, slots=True)
class ToldFunder:
    """A funder of the budget by its key among the figures, in the order the money is used."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class ToldBudget:
    """A budget, in the order of its table."""

    name: str
    start: date
    end: date
    layout: str
    lines: tuple[ToldLine, ...]
    funders: tuple[ToldFunder, ...]
    has_two_halves: bool = True

    @property
    def is_allocated_by_line(self) -> bool:
        """Whether any line has an allocated amount of its own."""
        return any(each.is_allocated for each in self.lines)

    @property
    def is_applied_by_line(self) -> bool:
        """Whether any line says what is applied for."""
        return any(each.is_applied for each in self.lines)

    @property
    def shown_as(self) -> str:
        """The layout; one of half-years falls back where there is but one half-year."""
        if self.layout == Layout.HALF_YEARS and not self.has_two_halves:
            return Layout.APPLIED_CONSUMED.value
        return self.layout

    def at(self, day: date) -> str:
        """What follows an address for what was known of this budget at a day, its last at most.

        A day before the budget began is its first.
        """
        known = max(self.start, min(day, self.end))
        return f"@{self.start.isoformat()}..{known.isoformat()}"


@dataclass(frozen=True, slots=True)
class ToldBudgets:
    """``running`` is the budget at the period's end; ``ended`` those that ended within it before,
    the first first; ``all`` every budget that began by the period's end, the first first."""

    running: ToldBudget | None = None
    ended: tuple[ToldBudget, ...] = ()
    all: tuple[ToldBudget, ...] = ()


def told_budget(team: Team, period: Period) -> ToldBudgets:
    """The budgets that a report of the period tells of; three queries."""
    found = Budget.objects.filter(team=team, start__lte=period.end).order_by("start")
    told = [told_of(each) for each in found.prefetch_related("lines", "grants__funder")]
    running = next((each for each in told if each.end >= period.end), None)
    ended = tuple(each for each in told if period.start <= each.end < period.end)
    return ToldBudgets(running, ended, tuple(told))


def told_of(budget: Budget) -> ToldBudget:
    """One budget as plain data."""
    return ToldBudget(
        name=budget.name,
        start=budget.start,
        end=budget.end,
        layout=budget.layout,
        lines=tuple(
            ToldLine(
                str(each.pk),
                each.title,
                each.applied_ore is not None,
                each.allocated_ore is not None,
            )
            for each in budget.lines.all()
        ),
        funders=tuple(
            ToldFunder(str(each.funder_id), each.funder.title) for each in budget.grants.all()
        ),
        has_two_halves=budget.has_two_halves,
    )


def line_titles(team: Team) -> dict[str, str]:
    """The names of the lines of all the team's budgets, by their keys among the figures."""
    rows = Line.objects.filter(budget__team=team).values_list("pk", "title")
    return {str(pk): title for pk, title in rows}


def funder_titles(team: Team) -> dict[str, str]:
    """The names of the team's funders, by their keys among the figures."""
    return {str(pk): title for pk, title in team.funders.values_list("pk", "title")}
