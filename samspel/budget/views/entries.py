"""Entries: the list, one of them, written by hand, corrected and taken back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.budget import keeping_entries
from samspel.budget.amounts import in_kronor
from samspel.budget.entry_list import COLUMNS, entries_of, entry_rows, filters
from samspel.budget.forms.entry import ChangeEntryForm, EntryForm
from samspel.budget.views.access import (
    budget_or_404,
    entry_or_404,
    form_page,
    posted,
    refused,
    rights,
    seen_version,
    to_budget,
)
from samspel.organisation.access import may
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now, today
from samspel.records.versions import ChangedMeanwhileError

ON_A_PAGE = 50


@require_safe
def budget_entries(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Every entry of a budget."""
    found = budget_or_404(request, slug, pk, Act.SEE_ORGANISATION)
    listing = Listing(
        request.GET,
        path=reverse("budget_entries", args=[slug, pk]),
        columns=COLUMNS,
        filters=filters(found),
        sort="-on",
        size=ON_A_PAGE,
    )
    shown = listing.take(entries_of(found, listing.chosen))
    context = {
        "team": found.team,
        "budget": found,
        "listing": listing,
        "rows": entry_rows(shown, found.team),
        "is_narrowed": any(listing.chosen.values()),
        **rights(request, found),
    }
    return page_or_part(request, "budget/entries.html", "budget/entries_part.html", context)


@require_safe
def budget_entry(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One entry, with who wrote it and where it comes from."""
    entry = entry_or_404(request, slug, pk, Act.SEE_ORGANISATION)
    context = {
        "team": entry.team,
        "budget": entry.line.budget,
        "entry": entry,
        "amount": in_kronor(entry.amount_ore, get_language() or "sv"),
        "may_keep": may(request, entry.team, Act.KEEP_BUDGET),
    }
    return render(request, "budget/entry.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def budget_entry_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write a cost or a credit by hand."""
    found = budget_or_404(request, slug, pk, Act.KEEP_BUDGET)
    day = max(found.start, min(today(request), found.end))
    initial: dict[str, Any] = {"on": day, "line": request.GET.get("line", "")[:20]}
    form = EntryForm(posted(request), budget=found, initial=initial)
    if form.is_valid():
        values = form.asked()
        line = values.pop("line")
        if form.carry_out(
            keeping_entries.enter,
            line=line,
            values=values,
            by=actor_of(request),
            now=now(request),
        ):
            return to_budget(request, found, _("The amount is entered."))
    lead = _(
        "A lump sum for a half-year is entered on its last day; say in the text what it is for."
    )
    return form_page(request, form, _("Enter a cost or credit"), found, lead=lead)


@require_http_methods(["GET", "HEAD", "POST"])
def budget_entry_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Correct an entry."""
    entry = entry_or_404(request, slug, pk, Act.KEEP_BUDGET)
    form = ChangeEntryForm(posted(request), entry=entry)
    if form.is_valid() and form.carry_out(
        keeping_entries.correct_entry, entry=entry, values=form.asked(), by=actor_of(request)
    ):
        messages.success(request, _("The entry is corrected."))
        return redirect("budget_entry", slug, pk)
    back = reverse("budget_entry", args=[slug, pk])
    heading = _("Correct the entry")
    return form_page(request, form, heading, entry.line.budget, back_url=back)


@require_POST
def budget_entry_take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take away what was entered by mistake."""
    entry = entry_or_404(request, slug, pk, Act.KEEP_BUDGET)
    budget = entry.line.budget
    try:
        keeping_entries.take_back_entry(
            entry=entry, version=seen_version(request), by=actor_of(request)
        )
    except ChangedMeanwhileError:
        return refused(request, budget)
    except ValidationError as error:
        return refused(request, budget, error.messages[0])
    return to_budget(request, budget, _("The entry is taken back."))
