"""What who comes by a link sees: when a follow-up is due, and what is booked; never whom it is
about, but for the case number by which the caseworker knows the case."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.due import known_of, row_of, waited_for
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.follow_ups.forms import BookForm
from samspel.participants.follow_ups.linking import book_through, episode_of
from samspel.participants.follow_ups.views.access import new_row
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.pages import opened_by_link


@opened_by_link(Purpose.FOLLOW_UP)
def follow_up_booking(request: HttpRequest, link: Link) -> HttpResponse:
    """Book the follow-up that the case waits for, or move it."""
    episode = episode_of(link)
    row = _waited_for(episode, today(request))
    if row is None:
        return render(request, "follow_ups/none_by_link.html", _shown(link, episode, None))
    form = BookForm(request.POST if request.method == "POST" else None, follow_up=row)
    if form.is_valid() and form.carry_out(
        book_through,
        link=link,
        episode=episode,
        follow_up=row,
        meeting=form.meeting(),
        now=now(request),
        by=actor_of(request),
    ):
        return redirect(f"{request.path}booked/")
    more = {"form": form, "is_late": row.due_on < today(request)}
    return render(request, "follow_ups/by_link.html", _shown(link, episode, row) | more)


@require_safe
@opened_by_link(Purpose.FOLLOW_UP)
def follow_up_booked(request: HttpRequest, link: Link) -> HttpResponse:
    """What is booked, and the way to move it."""
    episode = episode_of(link)
    row = _waited_for(episode, today(request))
    if row is None or row.booked_for is None:
        return redirect("../")
    return render(request, "follow_ups/booked_by_link.html", _shown(link, episode, row))


def _waited_for(episode: Episode, today: date) -> FollowUp | None:
    known = known_of([episode.pk]).get(episode.pk, [])
    due_on = waited_for(episode, known, today)
    if due_on is None:
        return None
    return row_of(known, due_on) or new_row(episode, due_on)


def _shown(link: Link, episode: Episode, row: FollowUp | None) -> dict[str, Any]:
    """All that the pages show; of protected persons neither case number nor day of referral."""
    coach, is_protected = episode.coach, episode.participant.is_protected
    return {
        "team": link.team,
        "coach": coach.name if coach is not None else "",
        "case_number": "" if is_protected else episode.case_number,
        "referred_on": None if is_protected else episode.referred_on,
        "follow_up": row,
        "opens_until": timezone.localdate(link.expires_at),
    }
