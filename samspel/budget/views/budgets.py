"""The team's budgets, year by year; making one; and the index of prices."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.budget import keeping_budgets, keeping_forecasts
from samspel.budget.budget import Budget
from samspel.budget.document import printed_budgets, years_document
from samspel.budget.forms.budget import NewBudgetForm
from samspel.budget.forms.entry import IndexForm, years_of
from samspel.budget.shown import figure_url
from samspel.budget.told import ToldBudget, told_of
from samspel.budget.views.access import posted
from samspel.documents.document import Number
from samspel.documents.render.page import document_html
from samspel.figures.period import Period
from samspel.organisation.access import may, team_or_404
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.printed import PrintedFigures

FIGURES = ("budget_applied", "budget_allocated", "budget_actual", "budget_remaining")
_COLUMNS = (
    Column("days", lazy("Budget"), ("start",)),
    Column("applied", lazy("Applied for"), (), "number d-none d-md-table-cell"),
    Column("allocated", lazy("Allocated"), (), "number"),
    Column("actual", lazy("Actual"), (), "number"),
    Column("remaining", lazy("Remaining"), (), "number"),
)
ON_A_PAGE = 20


@require_safe
def budgets(request: HttpRequest, slug: str) -> HttpResponse:
    """Every budget of the team, and what was allocated over the years."""
    team, day = team_or_404(request, slug, Act.SEE_ORGANISATION), today(request)
    found = (
        Budget.objects.filter(team=team)
        .order_by("start")
        .prefetch_related("lines", "grants__funder")
    )
    pairs = [(each, told_of(each)) for each in found]
    told = tuple(one for _row, one in pairs)
    printed = printed_budgets(team, Period(day, day), request.LANGUAGE_CODE, told)
    listing = _listing(request, team)
    kept = [pair for pair in pairs if _fits(pair[0], listing.chosen["which"], day)]
    if listing.sort.startswith("-"):
        kept.reverse()
    context = {
        "team": team,
        "may_keep": may(request, team, Act.KEEP_BUDGET),
        "listing": listing,
        "rows": [_row(team, *pair, printed, day) for pair in listing.cut(kept)],
        "is_narrowed": bool(pairs),
        "years": _years(team, told, printed, day),
    }
    return page_or_part(request, "budget/budgets.html", "budget/budgets_part.html", context)


def _listing(request: HttpRequest, team: Team) -> Listing:
    which = [("", _("All")), ("running", _("Running or to come")), ("ended", _("Ended"))]
    return Listing(
        request.GET,
        path=reverse("budgets", args=[team.slug]),
        columns=_COLUMNS,
        filters=[Filter("which", _("Which"), which)],
        sort="-days",
        size=ON_A_PAGE,
    )


def _fits(budget: Budget, which: str, day: date) -> bool:
    return not which or (which == "ended") == (budget.end < day)


def _row(
    team: Team, budget: Budget, told: ToldBudget, printed: PrintedFigures, day: date
) -> dict[str, object]:
    """A budget's sums as known today, or when it ended."""
    at = told.at(day)
    return {
        "name": budget.name,
        "is_running": budget.has(day),
        "url": reverse("budget", args=[team.slug, budget.pk]),
        "numbers": [(each, printed.number(f"{each}{at}")) for each in FIGURES],
    }


def _years(team: Team, told: tuple[ToldBudget, ...], printed: PrintedFigures, day: date) -> str:
    document = years_document(team, told, printed)
    if document is None:
        return ""

    def link(number: Number) -> str | None:
        return None if number.value is None else figure_url(team, number, Period(day, day))

    # document_html escapes every text that it puts between its own tags.
    return mark_safe(document_html(document, link=link))  # noqa: S308  # nosec B308 B703 - the rendering escapes all text


@require_http_methods(["GET", "HEAD", "POST"])
def budget_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a budget: for the half-year or year after the last one, unless somebody chooses."""
    team, day = team_or_404(request, slug, Act.KEEP_BUDGET), today(request)
    last = Budget.objects.filter(team=team).order_by("-end").first()
    initial = keeping_budgets.next_days(last, day)
    form = NewBudgetForm(posted(request), today=day, initial=initial)
    if form.is_valid():
        made = form.carry_out(
            keeping_budgets.make_budget, team=team, **form.asked(), by=actor_of(request)
        )
        if made:
            messages.success(request, _("The budget is made. Say now what is applied for."))
            return redirect("budget_lines", team.slug, made.pk)
    context = {"team": team, "form": form, "has_before": last is not None}
    return render(request, "budget/new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def budget_index(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the index of prices that fixed prices are worked out by."""
    team = team_or_404(request, slug, Act.KEEP_BUDGET)
    known = dict(team.price_indices.values_list("year", "value"))
    years = years_of(Budget.objects.filter(team=team), known, today(request))
    initial: dict[str, object] = {f"year_{year}": value for year, value in known.items()}
    initial |= {"seen": keeping_forecasts.indices_seen(team)}
    form = IndexForm(posted(request), years=years, initial=initial)
    if form.is_valid():
        form.carry_out(
            keeping_forecasts.save_indices, team=team, **form.asked(), by=actor_of(request)
        )
        if form.is_valid():
            messages.success(request, _("The index is saved."))
            return redirect("budgets", team.slug)
    return render(request, "budget/index.html", {"team": team, "form": form})
