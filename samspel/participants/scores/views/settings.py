"""What the team leader settles: the licence, and what scores are read by."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.pages.today import now
from samspel.participants.scores.forms import LicenceForm, LimitsForm
from samspel.participants.scores.licence import ScoreLicence, licence_of
from samspel.participants.scores.licensing import change_limits, confirm_licence, withdraw_licence
from samspel.participants.scores.settings import settings_of
from samspel.participants.scores.views.access import leads


def score_licence(request: HttpRequest, slug: str) -> HttpResponse:
    """What licence the team has, or what is needed; the leader confirms it."""
    act = Act.TEAM_SETTINGS if request.method == "POST" else Act.CASEWORK
    team = team_or_404(request, slug, act)
    form = LicenceForm(_posted(request))
    if form.is_valid() and form.carry_out(
        confirm_licence,
        team=team,
        licensed=form.licensed(),
        now=now(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The licence is confirmed. The pages of scores are open."))
        return redirect("scores")
    every = ScoreLicence.objects.filter(team=team).select_related("confirmed_by", "withdrawn_by")
    context = {
        "team": team,
        "form": form,
        "licence": licence_of(team),
        "past": every.exclude(withdrawn_at=None),
        "is_leader": leads(request, team),
    }
    return render(request, "scores/licence.html", context)


@require_POST
def score_licence_withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Close the pages; what is stored stays."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    withdraw_licence(team=team, now=now(request), by=actor_of(request))
    messages.success(
        request, _("The licence is withdrawn. The pages are closed, what is stored stays.")
    )
    return redirect("score_licence", team.slug)


def score_limits(request: HttpRequest, slug: str) -> HttpResponse:
    """What the team reads scores by."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    form = LimitsForm(_posted(request), settings=settings_of(team))
    if form.is_valid() and form.carry_out(
        change_limits, team=team, limits=form.limits(), by=actor_of(request)
    ):
        messages.success(request, _("The limits are saved."))
        return redirect("scores")
    return render(request, "scores/limits.html", {"team": team, "form": form})


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
