"""Getting a team through the check of who may: the object cannot be had without it.

A refusal looks the same as "does not exist".
"""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from samspel.accounts.access import user_or_404
from samspel.accounts.roles import Act
from samspel.organisation.team import Team


def team_or_404(request: HttpRequest, slug: str, act: Act) -> Team:
    """The team, for somebody who may do ``act`` in it; raises Http404 for everybody else."""
    return get_object_or_404(Team.objects.where_user_may(user_or_404(request), act), slug=slug)


def may(request: HttpRequest, team: Team, act: Act) -> bool:
    """Whether the user may do ``act`` in the team: what a page offers hangs on it."""
    return Team.objects.where_user_may(user_or_404(request), act).filter(pk=team.pk).exists()
