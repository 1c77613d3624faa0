"""Getting an older report or the team's history through the check of who may."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from samspel.accounts.access import user_or_404
from samspel.accounts.roles import Act
from samspel.organisation.team import Team, TeamQuerySet
from samspel.report.published.older_report import OlderReport
from samspel.report.published.report_finding import ReportFinding


def writing_teams(request: HttpRequest) -> TeamQuerySet:
    """The teams whose reports the user writes; raises Http404 when there are none."""
    teams = Team.objects.where_user_may(user_or_404(request), Act.WRITE_REPORT)
    if not teams.exists():
        raise Http404
    return teams


def older_or_404(request: HttpRequest, pk: UUID) -> OlderReport:
    """An older report, for somebody who may write the team's reports."""
    found = OlderReport.objects.where_user_may(user_or_404(request), Act.WRITE_REPORT)
    return get_object_or_404(found.select_related("team", "asked_by"), pk=pk)


def finding_or_404(request: HttpRequest, pk: UUID, number: int) -> ReportFinding:
    """One of the findings of an older report that the user may look at."""
    older = older_or_404(request, pk)
    finding = get_object_or_404(
        ReportFinding.objects.select_related("resolved_by"), older_report=older, number=number
    )
    finding.older_report = older
    return finding
