"""How a page gets at a group or a session: through the check of who may."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from samspel.accounts.roles import Act
from samspel.organisation.team import Team
from samspel.participants.groups.group import Group
from samspel.participants.groups.session import Session
from samspel.participants.views.access import casework_teams, user_of
from samspel.records.versions import ChangedMeanwhileError

_MEANWHILE = _("Somebody else changed it meanwhile: look at what stands now, and try again.")


def group_for(request: HttpRequest, pk: UUID) -> Group:
    """The group, if one of the user's teams runs it or takes part in it."""
    found = Group.objects.of_teams(casework_teams(request)).select_related("team", "kind")
    return get_object_or_404(found, pk=pk)


def own_group_for(request: HttpRequest, pk: UUID) -> Group:
    """The group, if one of the user's teams runs it: the others change nothing of what it is."""
    group = group_for(request, pk)
    if group.team not in casework_teams(request):
        raise Http404
    return group


def may_share(request: HttpRequest, group: Group) -> bool:
    """Whether the user leads the team that runs the group."""
    teams = Team.objects.where_user_may(user_of(request), Act.TEAM_SETTINGS)
    return teams.filter(pk=group.team_id).exists()


def shared_group_for(request: HttpRequest, pk: UUID) -> Group:
    """The group, if the user leads the team that runs it: who leads shares."""
    group = group_for(request, pk)
    if not may_share(request, group):
        raise Http404
    return group


def session_for(request: HttpRequest, pk: UUID) -> Session:
    """The session, if it is of the user's team or of a group that it takes part in."""
    found = Session.objects.of_teams(casework_teams(request))
    found = found.select_related("team", "kind", "group__team", "group__kind", "led_by")
    return get_object_or_404(found, pk=pk)


def team_for(request: HttpRequest, slug: str) -> Team:
    """The team of that address, if the user does casework in it."""
    for team in casework_teams(request):
        if team.slug == slug:
            return team
    raise Http404


def choose_team(request: HttpRequest, teams: list[Team], heading: str) -> HttpResponse:
    """The page that asks for which team it is."""
    return render(request, "groups/choose_team.html", {"teams": teams, "heading": heading})


def told(request: HttpRequest, done: str, warnings: list[str]) -> None:
    """A word of what happened, and of what one should know about it."""
    messages.success(request, done)
    for each in warnings:
        messages.warning(request, each)


def refusal_of(error: ValidationError | ChangedMeanwhileError) -> str:
    """Why a button did nothing, in one sentence or some."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(_MEANWHILE)
