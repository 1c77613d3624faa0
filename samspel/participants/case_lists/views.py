"""The list of cases of a team meeting: for the team, and page by page for each agency."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.documents.render.pdf import pdf
from samspel.organisation.access import team_or_404
from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.pages.today import now, today
from samspel.participants.case_lists import taking_up
from samspel.participants.case_lists.case_taken_up import CaseTakenUp
from samspel.participants.case_lists.disclosure import Disclosure
from samspel.participants.case_lists.forms import TakeUpForm
from samspel.participants.case_lists.giving import give_list
from samspel.participants.case_lists.list_document import list_document
from samspel.participants.case_lists.listing import (
    agency_lines,
    candidates,
    case_lines,
    cases_of,
)
from samspel.participants.views.access import user_of
from samspel.personnel.methods.team_meeting import TeamMeeting


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_cases(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The list with its questions, and a case to take up."""
    team, meeting = _meeting(request, slug, pk)
    user = user_of(request)
    data = request.POST if request.method == "POST" else None
    form = TakeUpForm(data, episodes=candidates(meeting, team, user))
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("about", "question")}
        by = actor_of(request)
        if form.carry_out(
            taking_up.take_up, meeting=meeting, episode=form.episode(), by=by, **given
        ):
            messages.success(request, _("The case is on the list."))
            return redirect("meeting_cases", team.slug, meeting.pk)
    agencies = list(team.agencies.all())
    cases = cases_of(meeting, user)
    context = {
        "team": team,
        "meeting": meeting,
        "form": form,
        "agencies": agencies,
        "rows": case_lines(cases, agencies, meeting, today(request)),
    }
    return render(request, "case_lists/cases.html", context)


@require_safe
def agency_cases(request: HttpRequest, slug: str, pk: int, agency_pk: int) -> HttpResponse:
    """The list as one agency may see it, and when it was given."""
    _team, meeting = _meeting(request, slug, pk)
    return render(request, "case_lists/agency.html", _agency(request, meeting, agency_pk))


def _agency(request: HttpRequest, meeting: TeamMeeting, agency_pk: int) -> dict[str, Any]:
    agency = get_object_or_404(meeting.team.agencies, pk=agency_pk)
    cases = cases_of(meeting, user_of(request))
    given = Disclosure.objects.filter(meeting=meeting, agency=agency)
    return {
        "team": meeting.team,
        "meeting": meeting,
        "agency": agency,
        "rows": agency_lines(cases, agency, meeting, today(request)),
        "given": list(given.select_related("given_by")),
    }


@require_POST
def give(request: HttpRequest, slug: str, pk: int, agency_pk: int) -> HttpResponse:
    """Give the agency its list: the answer is the page to print, and the log tells of it."""
    team, meeting = _meeting(request, slug, pk)
    agency = get_object_or_404(Agency, teams=team, pk=agency_pk)
    try:
        lines = give_list(
            meeting=meeting,
            agency=agency,
            user=user_of(request),
            today=today(request),
            now=now(request),
            by=actor_of(request),
        )
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("meeting_cases_agency", team.slug, meeting.pk, agency.pk)
    name = f"cases-{meeting.on.isoformat()}-{agency.pk}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    made = pdf(list_document(lines, agency, meeting))
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@require_POST
def move(request: HttpRequest, slug: str, pk: int, case_pk: int) -> HttpResponse:
    """Let a case change places with its neighbour."""
    team, meeting, case = _case(request, slug, pk, case_pk)
    taking_up.move(case=case, earlier=request.POST.get("to") == "earlier", by=actor_of(request))
    return redirect("meeting_cases", team.slug, meeting.pk)


@require_POST
def take_off(request: HttpRequest, slug: str, pk: int, case_pk: int) -> HttpResponse:
    """Take a case off the list."""
    team, meeting, case = _case(request, slug, pk, case_pk)
    try:
        taking_up.take_off(case=case, by=actor_of(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, _("The case is taken off the list."))
    return redirect("meeting_cases", team.slug, meeting.pk)


def _meeting(request: HttpRequest, slug: str, pk: int) -> tuple[Team, TeamMeeting]:
    """The meeting, for somebody who does casework in the team."""
    team = team_or_404(request, slug, Act.CASEWORK)
    found = TeamMeeting.objects.filter(team=team)
    return team, get_object_or_404(found.select_related("kind", "team__association"), pk=pk)


def _case(
    request: HttpRequest, slug: str, pk: int, case_pk: int
) -> tuple[Team, TeamMeeting, CaseTakenUp]:
    """A line of the meeting's list, if the user may open the case."""
    team, meeting = _meeting(request, slug, pk)
    seen = {each.pk: each for each in cases_of(meeting, user_of(request))}
    case = get_object_or_404(CaseTakenUp, pk=case_pk, pk__in=seen)
    case.meeting = meeting
    return team, meeting, case
