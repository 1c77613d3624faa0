"""The queue of a team: who waits, in which order, how full the team is."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.queue.forms import PriorityForm
from samspel.participants.queue.intake import intake_of
from samspel.participants.queue.prioritising import set_priority
from samspel.participants.queue.priority import PriorityGroup, QueuePlace
from samspel.participants.queue.queue_list import (
    COLUMNS,
    filters,
    in_queue,
    places_in_queue,
    queue_rows,
    shown_values,
)
from samspel.participants.views.access import casework_teams, episode_for, not_now, user_of
from samspel.participants.when import Step


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """One team's queue; who works in several teams chooses one."""
    teams = casework_teams(request)
    team = _chosen_team(teams, request.GET.get("team", ""))
    groups = list(PriorityGroup.objects.filter(team=team))
    listing = Listing(
        request.GET,
        path=reverse("queue"),
        columns=COLUMNS,
        filters=filters(teams, groups),
        sort="place",
    )
    context = _context(request, team, listing) | {"has_groups": bool(groups)}
    return page_or_part(request, "queue/queue.html", "queue/queue_part.html", context)


def _chosen_team(teams: list[Team], slug: str) -> Team:
    return next((each for each in teams if each.slug == slug), teams[0])


def _context(request: HttpRequest, team: Team, listing: Listing) -> dict[str, Any]:
    day = today(request)
    intake = intake_of(team, day)
    found = in_queue(user=user_of(request), team=team, chosen=listing.chosen, today=day)
    values = listing.take(shown_values(found), counted=found)
    rows = queue_rows(values, numbers=places_in_queue(team, day), places=intake.places, today=day)
    return {
        "listing": listing,
        "rows": rows,
        "intake": intake,
        "team": team,
        "is_narrowed": any(value for key, value in listing.chosen.items() if key != "team"),
    }


def queue_priority(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Choose the group that somebody in the queue stands in."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.WITHDRAW):
        return refused
    form = PriorityForm(
        request.POST if request.method == "POST" else None,
        groups=list(PriorityGroup.objects.filter(team=episode.team)),
        place=QueuePlace.objects.filter(episode=episode).first(),
    )
    if form.is_valid() and form.carry_out(
        set_priority,
        episode=episode,
        version=form.cleaned_data["version"],
        group=form.group(),
        by=actor_of(request),
    ):
        return redirect(f"{reverse('queue')}?team={episode.team.slug}")
    context = {
        "form": form,
        "person": episode.participant,
        "episode": episode,
        "heading": _("Priority in the queue"),
        "button": _("Save"),
    }
    return render(request, "participants/act.html", context)
