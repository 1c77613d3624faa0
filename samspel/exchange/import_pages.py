"""The pages of an import: those that were made, a new one, and one on its way."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.exchange.import_form import ImportForm
from samspel.exchange.import_job import ImportJob
from samspel.exchange.import_result import ImportResult, stored_result
from samspel.exchange.import_steps import ask_for_import, confirm_import, leave_import
from samspel.exchange.importing.columns import COLUMNS
from samspel.organisation.team import Team, TeamQuerySet
from samspel.pages.listing import Column, Listing
from samspel.pages.parts import page_or_part


@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """The imports into the user's teams, newest first."""
    _teams(request)
    jobs = ImportJob.objects.where_user_may_import(user_or_404(request))
    columns = (
        Column("asked_at", _("When"), ("asked_at",)),
        Column("file_name", _("File"), ("file_name",)),
        Column("team", _("Team"), ("team__name",)),
        Column("state", _("State")),
        Column("rows", _("Rows"), css="number"),
    )
    listing = Listing(request.GET, path=request.path, columns=columns, sort="-asked_at")
    rows = [
        (job, stored_result(job.result))
        for job in listing.take(jobs.select_related("team", "asked_by"))
    ]
    context = {"listing": listing, "rows": rows}
    return page_or_part(request, "exchange/imports.html", "exchange/imports_part.html", context)


def import_new(request: HttpRequest) -> HttpResponse:
    """Hand over a file: it is checked first, and nothing is imported yet."""
    teams = _teams(request)
    form = ImportForm(request.POST or None, request.FILES or None, teams=teams)
    if request.method == "POST" and form.is_valid():
        job = ask_for_import(
            team=form.cleaned_data["team"],
            file=form.cleaned_data["file"],
            by=actor_of(request),
            asked_by=user_or_404(request),
        )
        return redirect("import_job", job.pk)
    return render(request, "exchange/import_new.html", {"form": form, "columns": COLUMNS})


@require_safe
def import_job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """How far it has come and what was found."""
    job, result = _job(request, job_id)
    context = {"job": job, "result": result}
    return page_or_part(request, "exchange/import_job.html", "exchange/import_part.html", context)


@require_POST
def import_confirm(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Import what was checked."""
    job, _result = _job(request, job_id)
    try:
        confirm_import(job=job, by=actor_of(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("import_job", job.pk)


@require_POST
def import_leave(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Let it be; the file is removed."""
    job, _result = _job(request, job_id)
    try:
        leave_import(job=job, by=actor_of(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("import_job", job.pk)
    messages.success(request, _("Nothing was imported, and the file is removed."))
    return redirect("imports")


@require_safe
def import_faults(request: HttpRequest, job_id: UUID) -> FileResponse:
    """Every fault as a file, to work through beside the spreadsheet."""
    job, _result = _job(request, job_id)
    if not job.fault_list:
        raise Http404
    return FileResponse(
        job.fault_list.open("rb"),
        as_attachment=True,
        filename=f"{job.pk}.csv",
        content_type="text/csv; charset=utf-8",
    )


def _teams(request: HttpRequest) -> TeamQuerySet:
    teams = Team.objects.where_user_may(user_or_404(request), Act.IMPORT)
    if not teams.exists():
        raise Http404
    return teams


def _job(request: HttpRequest, job_id: UUID) -> tuple[ImportJob, ImportResult]:
    jobs = ImportJob.objects.where_user_may_import(user_or_404(request))
    job = get_object_or_404(jobs.select_related("team", "asked_by"), pk=job_id)
    return job, stored_result(job.result)
