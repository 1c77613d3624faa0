"""Getting a budget and what is its through the check of who may; and what pages share."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.roles import Act
from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.line import Line
from samspel.organisation.access import may, team_or_404


def budget_or_404(request: HttpRequest, slug: str, pk: int, act: Act) -> Budget:
    """A budget of the team; raises Http404 for who may not do ``act``."""
    team = team_or_404(request, slug, act)
    budget = get_object_or_404(Budget, team=team, pk=pk)
    budget.team = team
    return budget


def line_or_404(request: HttpRequest, slug: str, pk: int, act: Act) -> Line:
    """A line of one of the team's budgets; raises Http404 for who may not do ``act``."""
    team = team_or_404(request, slug, act)
    line = get_object_or_404(Line.objects.select_related("budget"), budget__team=team, pk=pk)
    line.budget.team = team
    return line


def entry_or_404(request: HttpRequest, slug: str, pk: int, act: Act) -> Entry:
    """An entry of the team; raises Http404 for who may not do ``act``."""
    team = team_or_404(request, slug, act)
    found = Entry.objects.select_related("line__budget", "made_by")
    entry = get_object_or_404(found, team=team, pk=pk)
    entry.team = entry.line.budget.team = team
    return entry


def rights(request: HttpRequest, budget: Budget) -> dict[str, bool]:
    """What the page offers: keeping the budget, and allocating."""
    return {
        "may_keep": may(request, budget.team, Act.KEEP_BUDGET),
        "may_allocate": may(request, budget.team, Act.ALLOCATE),
    }


def posted(request: HttpRequest) -> Any:
    """What was sent, or nothing where the page is only opened."""
    return request.POST if request.method == "POST" else None


def seen_version(request: HttpRequest) -> int:
    """The version that a button was shown with; one that no record has where it is missing."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1


def form_page(
    request: HttpRequest, form: BaseForm, heading: str, budget: Budget, **more: Any
) -> HttpResponse:
    """The page of a form within a budget."""
    context: dict[str, Any] = {
        "form": form,
        "heading": heading,
        "budget": budget,
        "team": budget.team,
        "back_url": reverse("budget", args=[budget.team.slug, budget.pk]),
        "is_grouped": hasattr(form, "groups"),
        "lead": "",
    }
    return render(request, "budget/form.html", context | more)


def to_budget(request: HttpRequest, budget: Budget, done: str) -> HttpResponse:
    """To the budget's page, with a word of what was done."""
    messages.success(request, done)
    return redirect("budget", budget.team.slug, budget.pk)


def refused(request: HttpRequest, budget: Budget, why: str = "") -> HttpResponse:
    """To the budget's page, with why nothing was done."""
    meanwhile = _("Somebody else changed it meanwhile. Look before you go on.")
    messages.error(request, why or meanwhile)
    return redirect("budget", budget.team.slug, budget.pk)
