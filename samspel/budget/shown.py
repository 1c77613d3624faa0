"""How a budget is shown on its page: as of which day, and where each number leads."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.budget.budget import Budget
from samspel.budget.document import printed_budgets
from samspel.budget.told import ToldBudget, told_of
from samspel.documents.document import Number
from samspel.figures.address import parse_address
from samspel.figures.budget_rows import WHOLE
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.pages.listing import Filter
from samspel.printed import PrintedFigures

HALF = "half"
_FORECASTS = (
    "budget_forecast",
    "budget_second_half",
    "budget_against_applied",
    "budget_against_allocated",
)
_ENTRIES = ("budget_actual", "budget_first_half", "budget_remaining", "funds_used", "funds_left")


def known_days(budget: Budget, today: date) -> list[tuple[str, date]]:
    """The days that a budget can be looked at as of: today first, or its end when that is past."""
    now = max(budget.start, min(today, budget.end))
    days = [("", now)]
    if budget.has_two_halves and budget.first_half_ends_on < now:
        days.append((HALF, budget.first_half_ends_on))
    return days


def known_filter(budget: Budget, today: date) -> Filter:
    """The choice of the day."""
    options = [(key, day.isoformat()) for key, day in known_days(budget, today)]
    return Filter("known", _("As known on"), options)


class Shown(NamedTuple):
    """A budget with its figures as of a day."""

    told: ToldBudget
    printed: PrintedFigures
    known_on: date


def shown_at(budget: Budget, day: date, language: str) -> Shown:
    """A budget as it was known at the end of a day of its own."""
    told = told_of(budget)
    period = Period(budget.start, day)
    return Shown(told, printed_budgets(budget.team, period, language, (told,)), day)


def door(budget: Budget, known_on: date) -> Callable[[Number], str | None]:
    """Where a number of a budget leads: to its entries, or to what is said of the line.

    What has no page among the budget's own opens the figure's, with the records behind it. Where
    there is no number there is nothing to open.
    """
    period = Period(budget.start, known_on)

    def link(number: Number) -> str | None:
        if number.value is None:
            return None
        address = parse_address(number.address)
        line = dict(address.where).get("budget_line", "")
        if address.figure in _ENTRIES:
            return _entries(budget, line, is_half=address.figure == "budget_first_half")
        if line and line != WHOLE:
            return reverse("budget_line", args=[budget.team.slug, line])
        if address.figure in _FORECASTS:
            return reverse("budget_forecasts", args=[budget.team.slug, budget.pk])
        return figure_url(budget.team, number, period)

    return link


def figure_url(team: Team, number: Number, period: Period) -> str:
    """The page of a figure, of its own days or else of a period: its meaning and its records."""
    address, _at, own_days = number.address.partition("@")
    return reverse("figure", args=[team.slug, own_days or period.label, address])


def _entries(budget: Budget, line: str, *, is_half: bool) -> str:
    asked = [f"line={line}"] if line else []
    if is_half and budget.has_two_halves:
        asked.append("half=first")
    url = reverse("budget_entries", args=[budget.team.slug, budget.pk])
    return f"{url}?{'&'.join(asked)}" if asked else url
