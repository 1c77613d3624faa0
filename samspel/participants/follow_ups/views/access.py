"""How a page gets at a follow-up: through its case, and only on a day that there is one for."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect

from samspel.pages.today import today
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.follow_ups.part import opens
from samspel.participants.views.access import episode_for


def follow_up_for(request: HttpRequest, episode_id: UUID, due_on: str) -> tuple[Episode, FollowUp]:
    """The case, if the user may see the person, and the follow-up of a day written 2026-03-14.

    Where nothing has been saved yet it is a row of version 0. Another day than those of the
    schedule and of what was saved is no page.
    """
    episode = episode_for(request, episode_id)
    try:
        day = date.fromisoformat(due_on)
    except ValueError:
        raise Http404 from None
    if day.isoformat() != due_on:
        raise Http404
    found = FollowUp.objects.filter(episode=episode, due_on=day).select_related("booked_by")
    row = found.first()
    if row is None and not opens(episode, day, today(request)):
        raise Http404
    return episode, row or new_row(episode, day)


def new_row(episode: Episode, due_on: date) -> FollowUp:
    """A follow-up of which nothing has been saved."""
    return FollowUp(episode=episode, due_on=due_on, version=0)


def to_follow_up(episode: Episode, follow_up: FollowUp) -> HttpResponseRedirect:
    """Back to the follow-up's page."""
    return redirect("follow_up", episode.pk, follow_up.due_on.isoformat())
