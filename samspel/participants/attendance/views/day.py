"""The page of a day: who came, each with one button."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.parts import page_or_part, wants_part
from samspel.pages.today import now, today
from samspel.participants.attendance.attending import tapped
from samspel.participants.attendance.day_sheet import (
    enrolled,
    row_of,
    rows_of,
    sessions_of,
    team_by_slug,
)
from samspel.participants.attendance.days import day_or, steps_between
from samspel.participants.attendance.forms import DayTapForm
from samspel.participants.episode import Episode
from samspel.participants.views.access import casework_teams, episode_for, user_of

OWN = "mine"


@require_safe
def attendance(request: HttpRequest) -> HttpResponse:
    """Who came on a day: everybody enrolled in a team, each with one button."""
    teams, day = casework_teams(request), today(request)
    team = team_by_slug(teams, request.GET.get("team", ""))
    on = day_or(request.GET.get("day", ""), day)
    only_own = request.GET.get("who") == OWN
    episodes = enrolled(user_of(request), team, on, only_own=only_own)
    context = {
        "teams": teams,
        "team": team,
        "on": on,
        "only_own": only_own,
        "steps": steps_between(on, day),
        "rows": rows_of(episodes, on, day),
        "sessions": sessions_of(team, on),
    }
    return page_or_part(request, "attendance/day.html", "attendance/day_sheet.html", context)


@require_POST
def attend(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """A tap: the person came that day, or did not after all."""
    episode = episode_for(request, episode_id)
    tap = DayTapForm(request.POST)
    if not tap.is_valid():
        raise Http404
    on, refusal = tap.cleaned_data["on"], ""
    day, moment, by = today(request), now(request), actor_of(request)
    try:
        tapped(episode=episode, on=on, came=tap.says_came, today=day, now=moment, by=by)
    except ValidationError as refused:
        refusal = refused.messages[0]
    if wants_part(request):
        return _row(request, episode, on, refusal)
    if refusal:
        messages.error(request, refusal)
    return redirect(_sheet_of(request, episode, on))


def _row(request: HttpRequest, episode: Episode, on: date, refusal: str) -> HttpResponse:
    """The row of the sheet, as a reload would show it."""
    only_own = request.POST.get("who") == OWN
    row = row_of(episode, on, today(request))
    context = {"row": row, "refusal": refusal, "only_own": only_own}
    return render(request, "attendance/day_row.html", context)


def _sheet_of(request: HttpRequest, episode: Episode, on: date) -> str:
    kept = {"team": episode.team.slug, "day": on.isoformat()}
    if request.POST.get("who") == OWN:
        kept["who"] = OWN
    return f"{reverse('attendance')}?{urlencode(kept)}"
