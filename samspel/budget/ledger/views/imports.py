"""The imports into a budget, handing over a file, and the rows that were read."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.budget.entry import Entry
from samspel.budget.ledger.access import Kept, kept_or_404
from samspel.budget.ledger.forms.hand_over import HandOverForm
from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.mapping_rule import MappingRule
from samspel.budget.ledger.steps import ask_for_import
from samspel.budget.ledger.told import stored_told
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now

_ALL = ""


@require_safe
def ledger_imports(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The imports into the budget, newest first; how to get a file, before there is one."""
    kept = kept_or_404(request, slug, pk)
    columns = (
        Column("asked_at", _("When"), ("asked_at",)),
        Column("state", _("State"), ("state",)),
        Column("file_name", _("File"), ("file_name",), "d-none d-md-table-cell"),
        Column("rows", _("Rows"), css="number d-none d-md-table-cell"),
        Column("new", _("New entries"), css="number d-none d-md-table-cell"),
    )
    states = Filter("state", _("State"), [(_ALL, _("All")), *LedgerImport.State.choices])
    listing = Listing(
        request.GET, path=request.path, columns=columns, filters=[states], sort="-asked_at"
    )
    jobs = LedgerImport.objects.filter(budget=kept.budget)
    if state := listing.chosen["state"]:
        jobs = jobs.filter(state=state)
    rows = [(job, stored_told(job.result)) for job in listing.take(jobs)]
    context = {**kept._asdict(), "listing": listing, "rows": rows}
    return page_or_part(request, "ledger/imports.html", "ledger/imports_part.html", context)


def ledger_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Hand over a file: it is checked first, and nothing is entered yet."""
    kept = kept_or_404(request, slug, pk)
    sent = request.method == "POST"
    form = HandOverForm(request.POST if sent else None, request.FILES if sent else None)
    if form.is_valid():
        job = ask_for_import(
            budget=kept.budget,
            handed=form.handed_over(),
            by=actor_of(request),
            asked_by=user_or_404(request),
            now=now(request),
        )
        name = "ledger_columns" if job.state == job.State.COLUMNS else "ledger_import"
        return redirect(name, slug, pk, job.pk)
    has_rules = MappingRule.objects.filter(team=kept.team).exists()
    context = {**kept._asdict(), "form": form, "has_rules": has_rules}
    return render(request, "ledger/new.html", context)


@require_safe
def ledger_rows(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The entries of the budget that were read from the ledger, with their accounts."""
    kept = kept_or_404(request, slug, pk)
    columns = (
        Column("on", _("Day"), ("on",)),
        Column("voucher", _("Voucher"), ("voucher",)),
        Column("account", _("Account"), ("read_row__account",), css="d-none d-md-table-cell"),
        Column("text", _("Text"), ("text",), css="d-none d-md-table-cell"),
        Column("line", _("Line"), ("line__turn",), css="d-none d-md-table-cell"),
        Column("amount", _("Amount"), ("amount_ore",), css="number"),
    )
    entries = Entry.objects.filter(line__budget=kept.budget, read_row__isnull=False)
    listing = Listing(
        request.GET, path=request.path, columns=columns, filters=_filters(kept, entries), sort="-on"
    )
    shown = entries
    if line := listing.chosen["line"]:
        shown = shown.filter(line=int(line))
    if account := listing.chosen["account"]:
        shown = shown.filter(read_row__account=account)
    rows = listing.take(shown.select_related("line", "read_row"), counted=shown)
    context = {**kept._asdict(), "listing": listing, "rows": rows}
    return page_or_part(request, "ledger/rows.html", "ledger/rows_part.html", context)


def _filters(kept: Kept, entries: "QuerySet[Entry]") -> list[Filter]:
    lines = [(str(line.pk), line.title) for line in kept.budget.lines.all()]
    accounts = (
        entries.order_by("read_row__account").values_list("read_row__account", flat=True).distinct()
    )
    numbers = [(number, number) for number in accounts if number]
    return [
        Filter("line", _("Line"), [(_ALL, _("All")), *lines]),
        Filter("account", _("Account"), [(_ALL, _("All")), *numbers]),
    ]
