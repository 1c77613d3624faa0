"""The overview of the working methods: meetings, supervision and training, development areas."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.roles import Act
from samspel.organisation.access import may, team_or_404
from samspel.organisation.team import Team
from samspel.pages.listing import Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.personnel.methods.development_area import UNSETTLED, DevelopmentArea
from samspel.personnel.methods.lines import (
    MeetingLine,
    area_lines,
    meeting_lines,
    session_lines,
    with_agencies,
)
from samspel.personnel.methods.numbers import numbers_html, years_to_choose
from samspel.personnel.methods.series import TeamMeetingSeries
from samspel.personnel.methods.staff_session import StaffSession
from samspel.personnel.methods.team_meeting import TeamMeeting, TeamMeetingQuerySet

NEXT, LAST = 3, 5
"""So many meetings, and so many sessions, are shown of what is to come and of what has been."""


@require_safe
def working_methods(request: HttpRequest, slug: str) -> HttpResponse:
    """How the staff work together, and the numbers of a year."""
    team, day = team_or_404(request, slug, Act.SEE_ORGANISATION), today(request)
    years = [(each, each) for each in years_to_choose(day)]
    path = reverse("working_methods", args=[team.slug])
    listing = Listing(
        request.GET, path=path, columns=(), filters=[Filter("year", _("Year"), years)]
    )
    found = TeamMeeting.objects.filter(team=team, cancelled_because="")
    coming, been = found.filter(on__gte=day), found.filter(on__lt=day)
    sessions = StaffSession.objects.filter(team=team)
    areas = DevelopmentArea.objects.filter(team=team).in_states(UNSETTLED, day)
    may_keep = may(request, team, Act.KEEP_METHODS)
    reads_shares = may(request, team, Act.CASEWORK)

    def lines(narrowed: TeamMeetingQuerySet) -> list[MeetingLine]:
        return meeting_lines(with_agencies(narrowed), day, may_keep=may_keep)

    context: dict[str, Any] = {
        "team": team,
        "may_keep": may_keep,
        "listing": listing,
        "next": lines(coming.order_by("on", "at", "pk")[:NEXT]),
        "last": lines(been.order_by("-on", "-at", "pk")[:LAST]),
        **_series(team, day, may_keep=may_keep),
        "sessions_ahead": session_lines(sessions.filter(on__gt=day).order_by("on", "pk")[:NEXT]),
        "sessions": session_lines(sessions.filter(on__lte=day)[:LAST]),
        "areas": area_lines(areas.order_by("raised_on", "pk")),
        "numbers": numbers_html(team, listing.chosen["year"], day, reads_shares=reads_shares),
    }
    return page_or_part(request, "methods/overview.html", "methods/numbers_part.html", context)


def _series(team: Team, day: date, *, may_keep: bool) -> dict[str, list[TeamMeetingSeries]]:
    """The series that go on; to who keeps them also those that have ended, to correct them."""
    found = TeamMeetingSeries.objects.filter(team=team).select_related("kind")
    every = list(found.prefetch_related("agencies"))
    ended = [each for each in every if may_keep and not each.goes_on(day)]
    return {"series": [each for each in every if each.goes_on(day)], "ended_series": ended}
