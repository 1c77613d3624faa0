"""One import: how far it has come, what it would do, its columns, and the word to go on."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.budget.ledger import steps
from samspel.budget.ledger.access import Kept, import_or_404, kept_or_404
from samspel.budget.ledger.beside_words import words_of
from samspel.budget.ledger.change_words import CHANGE_TITLES
from samspel.budget.ledger.forms.columns import ColumnsForm
from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.told import Sum, Told, stored_told
from samspel.pages.listing import Column, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now

_LIST = "listing"


@require_safe
def ledger_import(request: HttpRequest, slug: str, pk: int, import_id: UUID) -> HttpResponse:
    """How far it has come, and what it would do or has done."""
    kept = kept_or_404(request, slug, pk)
    job = import_or_404(kept, import_id)
    told = stored_told(job.result)
    listing = Listing(request.GET, path=request.path, columns=_columns(), sort="account")
    context = {
        **kept._asdict(),
        "job": job,
        "told": told,
        "beside": words_of(told.beside),
        "listing": listing,
        "unmapped": listing.cut(_sorted(told, listing.sort)),
        "changes": [
            (each, ", ".join(str(CHANGE_TITLES[code]) for code in each.what))
            for each in told.changes
        ],
    }
    is_list = request.headers.get("HX-Target") == _LIST
    part = "ledger/unmapped_part.html" if is_list else "ledger/import_part.html"
    return page_or_part(request, "ledger/import.html", part, context)


def _columns() -> tuple[Column, ...]:
    return (
        Column("account", _("Account"), ("key",)),
        Column("rows", _("Rows of the ledger"), ("rows",), css="number"),
        Column("ore", _("Sum"), ("ore",), css="number"),
    )


def _sorted(told: Told, sort: str) -> list[Sum]:
    field = {"rows": "rows", "ore": "ore"}.get(sort.removeprefix("-"), "key")
    by: Callable[[Sum], Any] = lambda each: (getattr(each, field), each.key)  # noqa: E731 - a key
    return sorted(told.unmapped, key=by, reverse=sort.startswith("-"))


def ledger_columns(request: HttpRequest, slug: str, pk: int, import_id: UUID) -> HttpResponse:
    """Say which column of a table is what; it is kept for the next file like it."""
    kept = kept_or_404(request, slug, pk)
    job = import_or_404(kept, import_id)
    if not job.waits_for_somebody or job.form != LedgerImport.Form.TABLE:
        return redirect("ledger_import", slug, pk, job.pk)
    form = ColumnsForm(
        request.POST if request.method == "POST" else None, job=job, table=steps.table_of(job)
    )
    if form.is_valid() and form.carry_out(_named, form=form, job=job, by=actor_of(request)):
        return redirect("ledger_import", slug, pk, job.pk)
    context = {**kept._asdict(), "job": job, "form": form}
    return render(request, "ledger/columns.html", context)


def _named(*, form: ColumnsForm, job: LedgerImport, by: Any) -> bool:
    negative = form.cleaned_data["costs_are_negative"]
    steps.name_columns(job=job, places=form.places(), costs_are_negative=negative, by=by)
    return True


@require_POST
def ledger_check(request: HttpRequest, slug: str, pk: int, import_id: UUID) -> HttpResponse:
    """Have the file checked anew."""
    kept = kept_or_404(request, slug, pk)
    job = import_or_404(kept, import_id)
    return _done(request, kept, job, lambda: steps.check_again(job=job, by=actor_of(request)))


@require_POST
def ledger_confirm(request: HttpRequest, slug: str, pk: int, import_id: UUID) -> HttpResponse:
    """Import what was checked."""
    kept = kept_or_404(request, slug, pk)
    job = import_or_404(kept, import_id)
    if stored_told(job.result).of_other_form and "are_other_rows" not in request.POST:
        messages.error(request, _("Say first that the rows are others than those already there."))
        return redirect("ledger_import", slug, pk, job.pk)
    digest = request.POST.get("digest", "")
    return _done(
        request,
        kept,
        job,
        lambda: steps.confirm_import(
            job=job, digest=digest, by=actor_of(request), now=now(request)
        ),
    )


@require_POST
def ledger_leave(request: HttpRequest, slug: str, pk: int, import_id: UUID) -> HttpResponse:
    """Let it be; the file is erased."""
    kept = kept_or_404(request, slug, pk)
    job = import_or_404(kept, import_id)
    return _done(request, kept, job, lambda: steps.leave_import(job=job, by=actor_of(request)))


@require_POST
def ledger_take_back(request: HttpRequest, slug: str, pk: int, import_id: UUID) -> HttpResponse:
    """Take back what the import has brought."""
    kept = kept_or_404(request, slug, pk)
    job = import_or_404(kept, import_id)

    def act() -> None:
        count = steps.take_back_import(job=job, by=actor_of(request))
        told = ngettext("%(n)d entry is taken back.", "%(n)d entries are taken back.", count)
        messages.success(request, told % {"n": count})

    return _done(request, kept, job, act)


def _done(
    request: HttpRequest, kept: Kept, job: LedgerImport, act: Callable[[], None]
) -> HttpResponse:
    """Do it, or say why it was refused; then show the import."""
    try:
        act()
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("ledger_import", kept.team.slug, kept.budget.pk, job.pk)
