"""Forecasts: of one line with its history and the next one, and all of a budget."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.budget import keeping_forecasts
from samspel.budget.amounts import in_kronor
from samspel.budget.forecast import Forecast
from samspel.budget.forms.entry import ForecastForm
from samspel.budget.line import Line
from samspel.budget.shown import shown_at
from samspel.budget.suggesting import Suggestion, suggest
from samspel.budget.views.access import budget_or_404, line_or_404, posted, rights
from samspel.figures.period import Period
from samspel.organisation.access import may
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now, today

_WIDE = "d-none d-md-table-cell"
_COLUMNS = (
    Column("from", lazy("Covers the days from"), ("from_on", "made_at")),
    Column("line", lazy("Line"), ("line__turn", "from_on", "made_at")),
    Column("amount", lazy("Expected, kronor"), ("amount_ore",), "number"),
    Column("suggested", lazy("Suggested"), ("suggested_ore",), f"number {_WIDE}"),
    Column("reason", lazy("Reason"), (), _WIDE),
    Column("made", lazy("Made by"), ("made_at",), _WIDE),
)
_TOLD = (
    "budget_applied",
    "budget_allocated",
    "budget_actual",
    "budget_forecast",
    "budget_remaining",
)


@require_safe
def budget_forecasts(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Every forecast of a budget, the latest first."""
    found = budget_or_404(request, slug, pk, Act.SEE_ORGANISATION)
    lines = [(str(each), title) for each, title in found.lines.values_list("pk", "title")]
    listing = Listing(
        request.GET,
        path=reverse("budget_forecasts", args=[slug, pk]),
        columns=_COLUMNS,
        filters=[Filter("line", _("Line"), [("", _("All lines")), *lines])],
        sort="-from",
    )
    rows = Forecast.objects.filter(line__budget=found).select_related("line", "made_by")
    if listing.chosen["line"]:
        rows = rows.filter(line=int(listing.chosen["line"]))
    context = {
        "team": found.team,
        "budget": found,
        "listing": listing,
        "rows": forecast_rows(listing.take(rows)),
        **rights(request, found),
    }
    return page_or_part(request, "budget/forecasts.html", "budget/forecasts_part.html", context)


def forecast_rows(forecasts: Iterable[Forecast]) -> list[dict[str, Any]]:
    """Forecasts as rows of a table."""
    language = get_language() or "sv"
    return [
        {
            "forecast": each,
            "amount": in_kronor(each.amount_ore, language),
            "suggested": ""
            if each.suggested_ore is None
            else in_kronor(each.suggested_ore, language),
        }
        for each in forecasts
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def budget_line(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One line: what is said of it, its forecasts, and a form for the next one.

    The suggestion that is shown and held against the amount is that of the day which was chosen.
    """
    is_sent = request.method == "POST"
    line = line_or_404(request, slug, pk, Act.KEEP_BUDGET if is_sent else Act.SEE_ORGANISATION)
    day, form = today(request), ForecastForm(posted(request))
    chosen = _chosen_day(form, line) if is_sent else None
    from_on = chosen or keeping_forecasts.first_day(line, today=day)
    offered = suggest(line, from_on=from_on)
    if not is_sent or (chosen and "suggest" in request.POST):
        form = ForecastForm(initial=_initial(form, from_on, offered))
    elif form.is_valid() and _made(request, line, form, offered):
        return redirect("budget_line", slug, pk)
    language = get_language() or "sv"
    amount = offered.amount_ore
    context = {
        "team": line.budget.team,
        "budget": line.budget,
        "line": line,
        "numbers": _numbers(request, line, day),
        "needs_forecast": is_sent or day < line.budget.end,
        "form": form,
        "offered": offered,
        "offered_from": from_on,
        "offered_amount": None if amount is None else in_kronor(amount, language),
        "rows": forecast_rows(line.forecasts.select_related("made_by", "line")),
        "may_keep": may(request, line.budget.team, Act.KEEP_BUDGET),
    }
    return render(request, "budget/line.html", context)


def _chosen_day(form: ForecastForm, line: Line) -> date | None:
    """The day that was written; None, with a sentence at the field, for one outside the budget."""
    form.full_clean()
    if day := form.cleaned_data.get("from_on"):
        form.carry_out(keeping_forecasts.refuse_first_day, budget=line.budget, from_on=day)
    found: date | None = form.cleaned_data.get("from_on")
    return found


def _initial(form: ForecastForm, from_on: date, offered: Suggestion) -> dict[str, Any]:
    """What the form begins with: the suggestion, and the reason that somebody has begun on."""
    reason = form.cleaned_data.get("reason", "") if form.is_bound else ""
    return {"from_on": from_on, "amount_ore": offered.amount_ore, "reason": reason}


def _made(request: HttpRequest, line: Line, form: ForecastForm, offered: Suggestion) -> bool:
    values = form.cleaned_data
    return bool(
        form.carry_out(
            keeping_forecasts.make_forecast,
            line=line,
            from_on=values["from_on"],
            amount_ore=values["amount_ore"],
            suggested_ore=offered.amount_ore,
            reason=values["reason"],
            by=actor_of(request),
            now=now(request),
        )
    )


def _numbers(request: HttpRequest, line: Line, day: date) -> list[Any]:
    """What is known of the line: the names of the figures and their numbers."""
    budget = line.budget
    known = Period(budget.start, max(budget.start, min(day, budget.end)))
    printed = shown_at(budget, known.end, request.LANGUAGE_CODE).printed
    told = {
        "budget_applied": line.applied_ore,
        "budget_allocated": line.allocated_ore,
        "budget_remaining": line.allocated_ore,
        # Of a budget that has ended it is the actual, which stands there already.
        "budget_forecast": None if known.end == budget.end else 0,
    }
    return [
        (printed.figure_title(each), printed.number(f"{each}.budget_line.{line.pk}").printed)
        for each in _TOLD
        if told.get(each, 0) is not None
    ]
