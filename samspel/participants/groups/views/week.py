"""The week of sessions, and all sessions of one group."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.groups.group_page import sessions_of
from samspel.participants.groups.session import SessionQuerySet
from samspel.participants.groups.views.access import group_for
from samspel.participants.groups.week import monday_by, session_week
from samspel.participants.views.access import casework_teams, user_of

OWN = "mine"
HELD, CANCELLED = "held", "cancelled"
_COLUMNS = (Column("when", _("When"), ("on", "at")), Column("what", _("What was done")))


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """A week, day by day; all of the teams', or those that the user leads."""
    teams, day = casework_teams(request), today(request)
    monday = monday_by(request.GET.get("week", ""), day)
    only_own = request.GET.get("who") == OWN
    found = session_week(
        user=user_of(request), teams=teams, monday=monday, today=day, only_own=only_own
    )
    context = {"week": found, "only_own": only_own, "with_team": len(teams) > 1}
    return render(request, "groups/week.html", context)


@require_safe
def group_sessions(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """All sessions of a group, the latest first."""
    group, day = group_for(request, group_id), today(request)
    states = [("", _("All")), (HELD, _("That were held")), (CANCELLED, _("That were cancelled"))]
    times = [("", _("Until today")), ("ahead", _("Ahead")), ("all", _("All"))]
    listing = Listing(
        request.GET,
        path=reverse("group_sessions", args=[group.pk]),
        columns=_COLUMNS,
        filters=[Filter("when", _("When"), times), Filter("state", _("State"), states)],
        sort="when" if request.GET.get("when") == "ahead" else "-when",
    )
    found = sessions_of(group, casework_teams(request))
    if listing.chosen["when"] != "all":
        is_ahead = listing.chosen["when"] == "ahead"
        found = found.filter(on__gt=day) if is_ahead else found.filter(on__lte=day)
    rows = listing.take(_in_state(found, listing.chosen["state"]))
    context = {
        "group": group,
        "listing": listing,
        "rows": rows,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "groups/sessions.html", "groups/sessions_part.html", context)


def _in_state(found: SessionQuerySet, state: str) -> SessionQuerySet:
    if state == HELD:
        return found.held()
    return found.exclude(cancelled_because="") if state == CANCELLED else found
