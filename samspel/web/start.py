"""The page one meets after signing in: the day first (`ui.md`)."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from samspel.accounts.access import user_or_404
from samspel.accounts.roles import Act
from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.report.period_words import period_words
from samspel.report.report import Report
from samspel.web.day import SHOWN, longest_in_queue, teams_today


def start(request: HttpRequest) -> HttpResponse:
    """What is due and what has come in, for each role its own."""
    user, day = user_or_404(request), today(request)
    context = {"today": day} | _casework(user, day) | _reports(user, day)
    return render(request, "web/start.html", context)


def _casework(user: User, day: date) -> dict[str, Any]:
    """What those who do casework meet; nothing for others."""
    teams = list(Team.objects.where_user_may(user, Act.CASEWORK))
    if not teams:
        return {}
    return {
        "teams_today": teams_today(teams, day),
        "queue": longest_in_queue(user, day),
    }


def _reports(user: User, day: date) -> dict[str, Any]:
    """The latest reports of the teams whose figures the person may see; nothing for others."""
    teams = list(Team.objects.where_user_may(user, Act.SEE_FIGURES))
    if not teams:
        return {}
    latest = Report.objects.readable_by(user, today=day).select_related("team")[:SHOWN]
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "figure_teams": teams,
        "reports": [(report, period_words(report.period, language)) for report in latest],
        "may_write": Team.objects.where_user_may(user, Act.WRITE_REPORT).exists(),
    }
