"""The page one meets after signing in: the day first (`ui.md`)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from samspel.accounts.access import user_or_404
from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part, wants_part
from samspel.pages.today import today
from samspel.participants.day.board import board, filters
from samspel.participants.day.come_in import come_in
from samspel.participants.day.gather import gather
from samspel.report.period_words import period_words
from samspel.report.report import Report, ReportQuerySet
from samspel.web.day import teams_today

SHOWN = 6
"""As many reports as can be taken in at a glance."""


def start(request: HttpRequest) -> HttpResponse:
    """What is due and what has come in, for each role its own."""
    user, day = user_or_404(request), today(request)
    teams = list(Team.objects.where_user_may(user, Act.CASEWORK))
    context: dict[str, Any] = {"today": day}
    if teams:
        context |= _day(request, user, teams, day)
        if wants_part(request):
            return page_or_part(request, "web/start.html", "web/start/day.html", context)
        context |= {"teams_today": teams_today(teams, day), "come_in": come_in(user, teams, day)}
        latest = Report.objects.filter(team__in=teams)
    else:
        context["figure_teams"] = list(Team.objects.where_user_may(user, Act.SEE_FIGURES))
        latest = Report.objects.readable_by(user, today=day)
    if teams or context["figure_teams"]:
        context["reports"] = _reports(latest)
    return page_or_part(request, "web/start.html", "web/start.html", context)


def _day(request: HttpRequest, user: User, teams: Sequence[Team], day: date) -> dict[str, Any]:
    """What those who do casework meet."""
    found = gather(user=user, teams=teams, today=day)
    listing = Listing(request.GET, path=reverse("start"), columns=(), filters=filters(found))
    return {"board": board(found, listing, day), "with_team": len(teams) > 1}


def _reports(readable: ReportQuerySet) -> list[tuple[Report, str]]:
    """The latest of the reports that the person may read, with their periods in words."""
    language = get_language() or settings.LANGUAGE_CODE
    latest = readable.select_related("team")[:SHOWN]
    return [(report, period_words(report.period, language)) for report in latest]
