"""Sheets on paper: a page to print, and the same as a PDF; and the page of a group's weeks."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from samspel.accounts.actor import actor_of
from samspel.accounts.log import log
from samspel.documents.render.pdf import pdf
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.participants.attendance.paper import Paper, month_or, month_paper, session_paper
from samspel.participants.attendance.paper_document import document_of
from samspel.participants.attendance.session_people import own_teams_of
from samspel.participants.attendance.views.access import session_for
from samspel.participants.constraints import saving
from samspel.participants.groups.group import Group
from samspel.participants.views.access import casework_teams, user_of


@require_GET
def session_paper_page(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """A session's sheet without anything of the product around it."""
    session, teams = session_for(request, session_id)
    context = {
        "paper": session_paper(session, user_of(request), teams),
        "back": reverse("session_sheet", args=[session.pk]),
        "pdf": reverse("session_pdf", args=[session.pk]),
    }
    return render(request, "attendance/paper.html", context)


@require_GET
def session_pdf(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The same as a file; that names were taken along is told of in the log."""
    session, teams = session_for(request, session_id)
    paper = session_paper(session, user_of(request), teams)
    return _file(request, paper, teams[0], f"session:{session.pk}")


@require_GET
def group_month(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """A group's month, each session a column."""
    group, teams = _group(request, group_id)
    month = month_or(request.GET.get("month", ""), today(request))
    context = {
        "paper": month_paper(group, user_of(request), teams, month),
        "month": f"{month.start:%Y-%m}",
        "back": reverse("group", args=[group.pk]),
        "pdf": f"{reverse('group_month_pdf', args=[group.pk])}?month={month.start:%Y-%m}",
    }
    return render(request, "attendance/paper.html", context)


@require_GET
def group_month_pdf(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """The same as a file."""
    group, teams = _group(request, group_id)
    month = month_or(request.GET.get("month", ""), today(request))
    paper = month_paper(group, user_of(request), teams, month)
    return _file(request, paper, teams[0], f"group:{group.pk}")


def _group(request: HttpRequest, pk: UUID) -> tuple[Group, list[Team]]:
    teams = casework_teams(request)
    found = Group.objects.of_teams(teams).select_related("team")
    group = get_object_or_404(found, pk=pk)
    return group, own_teams_of(group, teams)


def _file(request: HttpRequest, paper: Paper, team: Team, subject: str) -> HttpResponse:
    made, by = pdf(document_of(paper, team)), actor_of(request)
    with saving(by):
        log(by=by, act="exported", subject=subject, team_id=team.pk, details={})
    name = f"attendance-{paper.about[:10].strip()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
