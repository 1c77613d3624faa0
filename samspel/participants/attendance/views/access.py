"""Fetching sessions: only those that a team of one's own runs or takes part in."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from samspel.organisation.team import Team
from samspel.participants.attendance.session_people import own_teams
from samspel.participants.groups.session import Session
from samspel.participants.views.access import casework_teams


def session_for(request: HttpRequest, pk: UUID) -> tuple[Session, list[Team]]:
    """The session and the user's teams that take part in it; another one is no page."""
    teams = casework_teams(request)
    found = Session.objects.of_teams(teams).select_related("group__team", "kind", "team")
    session = get_object_or_404(found, pk=pk)
    return session, own_teams(session, teams)
