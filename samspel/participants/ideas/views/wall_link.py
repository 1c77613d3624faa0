"""Staff gives the wall page an address, prints its poster, and closes it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team
from samspel.pages.today import now, today
from samspel.participants.ideas import wall_link as walls
from samspel.participants.ideas.poster import code_of
from samspel.participants.ideas.views.access import choose_team
from samspel.participants.links.link import Link
from samspel.participants.views.access import chosen_team, open_teams


@never_cache
@require_safe
def wall_link(request: HttpRequest) -> HttpResponse:
    """Whether the wall page opens, until when, and what can be done about it."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("The wall page"))
    link = walls.wall_put_up(team)
    context: dict[str, Any] = {"team": team, "link": link, "address": _address(link)}
    context["is_open"] = link is not None and link.expires_at > now(request)
    context["runs_out"] = link is not None and walls.runs_out_soon(link, today(request))
    return render(request, "ideas/wall_link.html", context)


def _address(link: Link | None) -> str:
    """The address that the poster carries; empty where there is none that can be printed."""
    token = "" if link is None else walls.token_of(link)
    return f"{settings.SAMSPEL_ADDRESS}{reverse('wall', args=[token])}" if token else ""


@require_POST
def wall_open(request: HttpRequest, slug: str) -> HttpResponse:
    """A new address; the earlier one opens nothing any more."""
    team = team_or_404(request, slug, Act.CASEWORK)
    walls.open_wall(team=team, now=now(request), by=actor_of(request))
    messages.success(request, _("The wall page is open. Print the poster and put it up."))
    return _back(team)


@require_POST
def wall_keep(request: HttpRequest, slug: str) -> HttpResponse:
    """The present address opens for longer."""
    team = team_or_404(request, slug, Act.CASEWORK)
    if walls.keep_open(team=team, now=now(request), by=actor_of(request)):
        messages.success(request, _("The wall page opens for two more years."))
    return _back(team)


@require_POST
def wall_close(request: HttpRequest, slug: str) -> HttpResponse:
    """The address opens nothing any more."""
    team = team_or_404(request, slug, Act.CASEWORK)
    if walls.close_wall(team=team, now=now(request), by=actor_of(request)):
        messages.success(request, _("The wall page is closed. Take the poster down."))
    return _back(team)


def _back(team: Team) -> HttpResponse:
    return redirect(f"{reverse('wall_link')}?team={team.slug}")


@never_cache
@require_safe
def wall_poster(request: HttpRequest, slug: str) -> HttpResponse:
    """The poster, to be printed on A4: the code to point a phone at, and the address in letters."""
    team = team_or_404(request, slug, Act.CASEWORK)
    address = _address(walls.wall_links(team, now(request)).first())
    if not address:
        raise Http404
    plain = address.partition("://")[2]
    context = {"team": team, "code": code_of(address), "address": plain}
    return render(request, "ideas/poster.html", context)
