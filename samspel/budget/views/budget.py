"""One budget: its table, whose money, the latest entries; as files; changed and taken away."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.budget import keeping_budgets
from samspel.budget.budget import Budget
from samspel.budget.document import budget_document
from samspel.budget.entry import Entry
from samspel.budget.entry_list import entry_rows
from samspel.budget.forms.budget import ChangeBudgetForm
from samspel.budget.shown import Shown, door, known_days, known_filter, shown_at
from samspel.budget.views.access import (
    budget_or_404,
    form_page,
    posted,
    refused,
    rights,
    seen_version,
    to_budget,
)
from samspel.documents.document import Document
from samspel.documents.render.formats import FORMATS
from samspel.documents.render.formats import render as rendered
from samspel.documents.render.page import document_html
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.records.versions import ChangedMeanwhileError

FILES = ("pdf", "docx", "xlsx")
LATEST = 5


@require_safe
def budget(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The budget's table as of a day, its charts and its latest entries."""
    found = budget_or_404(request, slug, pk, Act.SEE_ORGANISATION)
    day = today(request)
    listing = Listing(
        request.GET,
        path=reverse("budget", args=[slug, pk]),
        columns=(),
        filters=[known_filter(found, day)],
    )
    shown = _shown(request, found, listing.chosen["known"])
    body = document_html(_document(found, shown), link=door(found, shown.known_on))
    entries = Entry.objects.filter(line__budget=found).select_related("line")
    latest = list(entries.order_by("-on", "-pk")[:LATEST])
    context = {
        "team": found.team,
        "budget": found,
        "listing": listing,
        "has_choice": len(known_days(found, day)) > 1,
        "known": listing.chosen["known"],
        # document_html escapes every text that it puts between its own tags.
        "body": mark_safe(body),  # noqa: S308  # nosec B308 B703 - the rendering escapes all text
        "has_lines": bool(shown.told.lines),
        "latest": entry_rows(latest, found.team),
        "formats": FILES,
        **rights(request, found),
    }
    return page_or_part(request, "budget/budget.html", "budget/budget_part.html", context)


def _shown(request: HttpRequest, found: Budget, known: str) -> Shown:
    days = dict(known_days(found, today(request)))
    return shown_at(found, days.get(known, days[""]), request.LANGUAGE_CODE)


def _document(found: Budget, shown: Shown) -> Document:
    return budget_document(found.team, shown.told, shown.printed, known_on=shown.known_on)


@require_safe
def budget_file(request: HttpRequest, slug: str, pk: int, ending: str) -> HttpResponse:
    """The budget's tables and charts as PDF, Word or spreadsheet."""
    found = budget_or_404(request, slug, pk, Act.SEE_ORGANISATION)
    if ending not in FILES:
        raise Http404
    shown = _shown(request, found, request.GET.get("known", ""))
    made = rendered(_document(found, shown), ending)
    name = f"{slugify(_('Budget'))}-{slugify(found.team.name)}-{slugify(found.name)}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type=FORMATS[ending].content_type, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def budget_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change the budget's days and layout."""
    found = budget_or_404(request, slug, pk, Act.KEEP_BUDGET)
    form = ChangeBudgetForm(posted(request), budget=found, today=today(request))
    if form.is_valid() and form.carry_out(
        keeping_budgets.change_budget, budget=found, **form.asked(), by=actor_of(request)
    ):
        return to_budget(request, found, _("The budget is saved."))
    heading = _("Days and layout")
    return form_page(request, form, heading, found, removes="budget_remove")


@require_POST
def budget_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take away a budget on which nothing hangs."""
    found = budget_or_404(request, slug, pk, Act.KEEP_BUDGET)
    try:
        keeping_budgets.remove_budget(
            budget=found, version=seen_version(request), by=actor_of(request)
        )
    except ChangedMeanwhileError:
        return refused(request, found)
    except ValidationError as error:
        return refused(request, found, error.messages[0])
    messages.success(request, _("The budget is removed."))
    return redirect("budgets", slug)
