"""Lists of follow-ups: those of all enrolled persons, and those of one case."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.follow_ups.part import follow_up_part
from samspel.participants.follow_ups.waiting_list import (
    COLUMNS,
    TEAM,
    filters,
    page_of,
    waiting_rows,
)
from samspel.participants.views.access import casework_teams, episode_for, user_of


@require_safe
def follow_ups_overdue(request: HttpRequest) -> HttpResponse:
    """The next follow-up of everybody who is enrolled, the most overdue ones first."""
    teams = casework_teams(request)
    listing = Listing(
        request.GET,
        path=reverse("follow_ups_overdue"),
        columns=COLUMNS if len(teams) == 1 else (*COLUMNS, TEAM),
        filters=filters(teams),
        sort="-late",
    )
    found = waiting_rows(
        user=user_of(request), teams=teams, chosen=listing.chosen, today=today(request)
    )
    context = {
        "listing": listing,
        "rows": page_of(listing, found),
        "with_team": len(teams) > 1,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "follow_ups/list.html", "follow_ups/list_part.html", context)


@require_safe
def follow_ups(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The follow-ups of one case: the next one, and those that have been."""
    episode = episode_for(request, episode_id)
    part = follow_up_part(episode, today(request))
    if part is None:
        return redirect("participant", episode.participant_id)
    context = {"episode": episode, "person": episode.participant, "follow_ups": part}
    return render(request, "follow_ups/case.html", context)
