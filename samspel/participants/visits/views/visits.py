"""The team's visits, one visit, and what became of it when nobody came."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part, wants_part
from samspel.pages.today import now, today
from samspel.participants.referrers import referrer_titles
from samspel.participants.views.access import casework_teams, user_of
from samspel.participants.visits import booking, marking
from samspel.participants.visits.views.access import back_to, visit_for
from samspel.participants.visits.visit import Came, Visit
from samspel.participants.visits.visit_list import (
    COLUMNS,
    PAST,
    TEAM,
    filters,
    visit_rows,
    visits,
)
from samspel.participants.visits.week import two_weeks


@require_safe
def visit_list(request: HttpRequest) -> HttpResponse:
    """The visits of the user's teams: this week and the next, and all of them as a list."""
    teams, day = casework_teams(request), today(request)
    listing = Listing(
        request.GET,
        path=reverse("visits"),
        columns=COLUMNS if len(teams) == 1 else (*COLUMNS, TEAM),
        filters=filters(teams),
        sort="-when" if request.GET.get("when") == PAST else "when",
    )
    found = visits(user=user_of(request), chosen=listing.chosen, today=day)
    taken = listing.take(found.select_related("episode__participant"), counted=found)
    context: dict[str, Any] = {
        "listing": listing,
        "rows": visit_rows(taken, teams, today=day),
        "with_team": len(teams) > 1,
        "is_narrowed": any(listing.chosen.values()),
    }
    if not wants_part(request):
        user, moment = user_of(request), now(request)
        context["weeks"] = two_weeks(user=user, teams=teams, today=day, now=moment)
    return page_or_part(request, "visits/list.html", "visits/list_part.html", context)


@require_safe
def visit(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """One visit: when, who, what became of it, and what can be done now."""
    found = visit_for(request, visit_id)
    episode = found.episode
    referrer = referrer_titles(found.team).get(found.referred_by, found.referred_by)
    context = {
        "visit": found,
        "referrer": referrer,
        "state": Came(found.came).label if found.came else _("awaited"),
        "result": found.result,
        "may_come": found.is_awaited and found.on <= today(request),
        "may_be_absent": found.is_awaited and found.starts_at <= now(request),
        "has_no_answer": episode is not None and found.result is None,
    }
    return render(request, "visits/visit.html", context)


@require_POST
def absent(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """The person did not come."""
    found, by = visit_for(request, visit_id), actor_of(request)
    done = _("It is entered that nobody came.")
    moment = now(request)
    return _act(request, found, lambda: marking.nobody_came(visit=found, now=moment, by=by), done)


@require_POST
def cancel(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """The visit is not held."""
    found, by = visit_for(request, visit_id), actor_of(request)
    done = _("The visit is cancelled.")
    moment = now(request)
    return _act(request, found, lambda: booking.cancel(visit=found, now=moment, by=by), done)


@require_POST
def undo(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """What was entered was wrong."""
    found, by = visit_for(request, visit_id), actor_of(request)
    done = _("It is taken back: the visit is awaited again.")
    moment = now(request)
    return _act(request, found, lambda: marking.undo(visit=found, now=moment, by=by), done)


def _act(request: HttpRequest, found: Visit, act: Callable[[], Visit], done: str) -> HttpResponse:
    try:
        act()
    except ValidationError as refused:
        return back_to(request, found, refused=refused)
    return back_to(request, found, done=done)
