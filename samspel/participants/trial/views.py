"""Pages of the trial period: who came today, and the decision."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.parts import page_or_part, wants_part
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.trial.attending import record, take_back
from samspel.participants.trial.days import day_or, steps_between
from samspel.participants.trial.deciding import decide as make_decision
from samspel.participants.trial.decision import Decision, TrialDecision
from samspel.participants.trial.forms import DecideForm, TapForm
from samspel.participants.trial.part import trial_part
from samspel.participants.trial.sheet import enrolled, row_of, rows_of, team_by_slug
from samspel.participants.views.access import (
    back,
    casework_teams,
    episode_for,
    not_now,
    user_of,
)
from samspel.participants.when import Step

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
    }
    return page_or_part(request, "trial/attendance.html", "trial/sheet.html", context)


@require_POST
def attend(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """A tap: the person came that day, or did not after all."""
    episode = episode_for(request, episode_id)
    tap = TapForm(request.POST)
    if not tap.is_valid():
        raise Http404
    on, refusal = tap.cleaned_data["on"], ""
    try:
        _carry_out(request, episode, on, came=tap.cleaned_data["came"] == "yes")
    except ValidationError as refused:
        refusal = refused.messages[0]
    is_sheet = tap.cleaned_data["back"] == "team"
    if wants_part(request):
        return _part(request, episode, on, refusal, is_sheet=is_sheet)
    if not is_sheet:
        return back(request, episode.participant_id, error=refusal)
    if refusal:
        messages.error(request, refusal)
    return redirect(_sheet_of(request, episode, on))


def _carry_out(request: HttpRequest, episode: Episode, on: date, *, came: bool) -> None:
    day, by = today(request), actor_of(request)
    if came:
        record(episode=episode, on=on, today=day, now=now(request), by=by)
    else:
        take_back(episode=episode, on=on, today=day, by=by)


def _part(
    request: HttpRequest, episode: Episode, on: date, refusal: str, *, is_sheet: bool
) -> HttpResponse:
    """The row of the sheet, or the part of the person's page, as a reload would show it."""
    day = today(request)
    if is_sheet:
        only_own = request.POST.get("who") == OWN
        context = {"row": row_of(episode, on, day), "refusal": refusal, "only_own": only_own}
        return render(request, "trial/sheet_row.html", context)
    part = {"trial": trial_part(episode, day), "refusal": refusal}
    return render(request, "trial/part.html", part)


def _sheet_of(request: HttpRequest, episode: Episode, on: date) -> str:
    kept = {"team": episode.team.slug, "day": on.isoformat()}
    if request.POST.get("who") == OWN:
        kept["who"] = OWN
    return f"{reverse('attendance')}?{urlencode(kept)}"


def decide(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Go on, prolong or end; what was decided before stands beside."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.DECIDE_TRIAL):
        return refused
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = DecideForm(data, episode=episode, today=day)
    if form.is_valid():
        verdict = form.verdict()
        decided = form.carry_out(
            make_decision, episode=episode, verdict=verdict, today=day, by=actor_of(request)
        )
        if decided is not None:
            return back(request, episode.participant_id, done=_DONE[verdict.decision]())
    context = {
        "form": form,
        "person": episode.participant,
        "episode": episode,
        "trial": trial_part(episode, day),
        "decisions": TrialDecision.objects.filter(episode=episode).select_related("decided_by"),
    }
    return render(request, "trial/decide.html", context)


_DONE = {
    Decision.CONTINUE: lambda: _("The person goes on."),
    Decision.PROLONG: lambda: _("The trial period is prolonged."),
    Decision.END: lambda: _("The case is closed as an early dropout."),
}
