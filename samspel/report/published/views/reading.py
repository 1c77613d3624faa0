"""The older reports of the user's teams, handing one over, and what was read in it."""

from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now
from samspel.report.period_words import period_words
from samspel.report.published.access import older_or_404, writing_teams
from samspel.report.published.forms.hand_over import HandOverForm
from samspel.report.published.handing_over import hand_over
from samspel.report.published.older_report import OlderReport
from samspel.report.published.shown import shown_report

_ALL = ""


@require_safe
def older_reports(request: HttpRequest) -> HttpResponse:
    """The older reports of the teams whose reports the user writes, newest first."""
    teams = list(writing_teams(request))
    listing = Listing(
        request.GET,
        path=request.path,
        columns=(
            Column("period", _("Period"), ("end", "start")),
            Column("state", _("State"), ("state",)),
            Column("team", _("Team"), ("team__name",), css="d-none d-md-table-cell"),
            Column("document", _("Document"), ("file_name",), css="d-none d-md-table-cell"),
            Column("findings", _("Open findings"), css="number"),
            Column("asked_at", _("Handed over"), ("asked_at",), css="d-none d-md-table-cell"),
        ),
        filters=_filters(teams),
        sort="-asked_at",
    )
    found = OlderReport.objects.filter(team__in=teams)
    if slug := listing.chosen.get("team"):
        found = found.filter(team__slug=slug)
    if state := listing.chosen["state"]:
        found = found.filter(state=state)
    counted = found
    found = found.annotate(open_findings=Count("findings", filter=Q(findings__choice="")))
    rows = [
        (each, period_words(each.period, request.LANGUAGE_CODE) if each.period else "")
        for each in listing.take(found.select_related("team"), counted=counted)
    ]
    context = {"listing": listing, "rows": rows, "teams": teams}
    return page_or_part(
        request, "published/older_reports.html", "published/older_reports_part.html", context
    )


def _filters(teams: list[Team]) -> tuple[Filter, ...]:
    states = Filter("state", _("State"), [(_ALL, _("All")), *OlderReport.State.choices])
    if len(teams) < 2:
        return (states,)
    slugs = [(_ALL, _("All teams")), *((team.slug, team.name) for team in teams)]
    return (Filter("team", _("Team"), slugs), states)


@require_http_methods(["GET", "POST"])
def older_report_new(request: HttpRequest) -> HttpResponse:
    """Hand a report over: it is read and checked first, and nothing is in the history yet."""
    teams = writing_teams(request)
    sent = request.method == "POST"
    form = HandOverForm(
        request.POST if sent else None,
        request.FILES if sent else None,
        teams=teams,
        initial={"team": request.GET.get("team", "")[:80]},
    )
    if form.is_valid():
        older = hand_over(
            team=form.cleaned_data["team"],
            file=form.cleaned_data["file"],
            by=actor_of(request),
            asked_by=user_or_404(request),
            now=now(request),
        )
        return redirect("older_report", older.pk)
    return render(request, "published/new.html", {"form": form})


@require_safe
def older_report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far the reading has come, and what was found."""
    older = older_or_404(request, pk)
    context = {"older": older, **shown_report(older, request.LANGUAGE_CODE)}
    return page_or_part(
        request, "published/older_report.html", "published/older_report_part.html", context
    )
