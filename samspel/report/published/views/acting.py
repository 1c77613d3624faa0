"""What is done with an older report: corrected, resolved, taken in, taken out, let be."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import now
from samspel.records.versions import ChangedMeanwhileError
from samspel.report.published import handing_over, taking_in
from samspel.report.published.access import finding_or_404, older_or_404, writing_teams
from samspel.report.published.forms.about import AboutForm
from samspel.report.published.forms.resolve import ResolveForm
from samspel.report.published.older_report import OlderReport
from samspel.report.published.resolving import resolve


@require_http_methods(["GET", "POST"])
def older_report_about(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say which team and period the report is about."""
    older = older_or_404(request, pk)
    if older.state != OlderReport.State.READ:
        return redirect("older_report", pk)
    sent = request.POST if request.method == "POST" else None
    form = AboutForm(sent, older=older, teams=writing_teams(request))
    if form.is_valid() and form.carry_out(
        handing_over.correct,
        older=older,
        team=form.cleaned_data["team"],
        period=form.cleaned_data["period"],
        by=actor_of(request),
    ):
        return redirect("older_report", pk)
    return render(request, "published/about.html", {"older": older, "form": form})


@require_http_methods(["GET", "POST"])
def older_finding(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Say which number holds where the report contradicts itself."""
    finding = finding_or_404(request, pk, number)
    older = finding.older_report
    if not older.is_read:
        return redirect("older_report", pk)
    form = ResolveForm(request.POST if request.method == "POST" else None, finding=finding)
    if form.is_valid() and form.carry_out(
        resolve,
        finding=finding,
        choice=form.cleaned_data["choice"],
        written=form.cleaned_data["written"],
        note=form.cleaned_data["note"],
        by=actor_of(request),
        now=now(request),
    ):
        return redirect("older_report", pk)
    context = {"older": older, "finding": finding, "form": form}
    return render(request, "published/finding.html", context)


@require_POST
def older_report_take_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let the report's figures count as published."""
    older = older_or_404(request, pk)

    def act() -> str:
        taking_in.take_in(
            older=older,
            replaces="replaces" in request.POST,
            version=_version(request),
            by=actor_of(request),
            now=now(request),
        )
        return _("The report is in the team's history.")

    return _done(request, older, act)


@require_POST
def older_report_take_out(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the report out of the history; it can be taken in again."""
    older = older_or_404(request, pk)

    def act() -> str:
        taking_in.take_out(older=older, by=actor_of(request))
        return _("The report is taken out of the history. You can take it in again.")

    return _done(request, older, act)


@require_POST
def older_report_let_be(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let the report be; what was read of it is erased."""
    older = older_or_404(request, pk)

    def act() -> str:
        handing_over.let_be(older=older, by=actor_of(request))
        return _("The report is let be, and what was read of it is erased.")

    return _done(request, older, act)


def _version(request: HttpRequest) -> int:
    """The version that the page showed; -1 for what is none, which never stands."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1


def _done(request: HttpRequest, older: OlderReport, act: Callable[[], str]) -> HttpResponse:
    """Do it and say so, or say why it was refused; then show the report."""
    try:
        messages.success(request, act())
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    except ChangedMeanwhileError:
        messages.error(
            request, _("Somebody else changed the report meanwhile: look at what it says now.")
        )
    return redirect("older_report", older.pk)
