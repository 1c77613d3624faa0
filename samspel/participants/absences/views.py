"""Pages on who is away and who has the list."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team, TeamQuerySet
from samspel.pages.today import today
from samspel.participants.absences import absenting
from samspel.participants.absences.absence import Absence
from samspel.participants.absences.forms import AbsenceForm, ChangeAbsenceForm
from samspel.participants.absences.lists import absences_of, hidden_cases
from samspel.participants.views.access import casework_teams, user_of
from samspel.records.versions import ChangedMeanwhileError


@require_safe
def absences(request: HttpRequest) -> HttpResponse:
    """Who is away, of each team that one works in; the leader is told of protected cases."""
    teams, day = casework_teams(request), today(request)
    led = set(_led(request).values_list("pk", flat=True))
    shown = [_of_team(request, team, day, is_leader=team.pk in led) for team in teams]
    return render(request, "absences/absences.html", {"teams": shown})


def _of_team(request: HttpRequest, team: Team, day: date, *, is_leader: bool) -> dict[str, Any]:
    user, (current, past) = user_of(request), absences_of(team, day)
    hidden = hidden_cases(current, day) if is_leader and current else {}
    return {
        "team": team,
        "past": past,
        "current": [
            {
                "absence": each,
                "is_now": each.first_on <= day,
                "hidden": hidden.get(each.pk, 0),
                "may_change": is_leader or each.coach_id == user.pk,
            }
            for each in current
        ],
    }


def absence_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter an absence: a coach the own, a leader anybody's."""
    team = team_or_404(request, slug, Act.CASEWORK)
    user, day = user_of(request), today(request)
    form = AbsenceForm(
        request.POST if request.method == "POST" else None,
        team=team,
        coach=user,
        is_leader=_leads(request, team),
        initial={"first_on": day},
    )
    if form.is_valid() and form.carry_out(
        absenting.enter, team=team, away=form.away(), today=day, by=actor_of(request)
    ):
        messages.success(request, _("The absence is entered."))
        return redirect("absences")
    context = {"form": form, "team": team, "heading": _("Enter an absence")}
    return render(request, "absences/absence.html", context)


def absence_change(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """Change the days of an absence, or who has the list."""
    absence = _absence_for(request, absence_id)
    form = ChangeAbsenceForm(
        request.POST if request.method == "POST" else None,
        absence=absence,
        is_leader=_leads(request, absence.team),
    )
    if form.is_valid() and form.carry_out(
        absenting.change,
        absence=absence,
        away=form.away(),
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The absence is changed."))
        return redirect("absences")
    context = {"form": form, "team": absence.team, "heading": _("Change an absence")}
    return render(request, "absences/absence.html", context)


@require_POST
def absence_end(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """The coach is back today."""
    absence = _absence_for(request, absence_id)
    version = request.POST.get("version", "")
    try:
        absenting.end(
            absence=absence,
            version=int(version) if version.isdecimal() and len(version) < 9 else -1,
            today=today(request),
            by=actor_of(request),
        )
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed the absence. Look before you go on."))
    else:
        messages.success(request, _("The absence is over."))
    return redirect("absences")


def _led(request: HttpRequest) -> TeamQuerySet:
    return Team.objects.where_user_may(user_of(request), Act.TEAM_SETTINGS)


def _leads(request: HttpRequest, team: Team) -> bool:
    return _led(request).filter(pk=team.pk).exists()


def _absence_for(request: HttpRequest, pk: UUID) -> Absence:
    """The absence, for who is away and for who leads the team, as long as it is not over."""
    teams = Team.objects.where_user_may(user_of(request), Act.CASEWORK)
    theirs = Q(coach=user_of(request), team__in=teams) | Q(team__in=_led(request))
    found = Absence.objects.filter(theirs, last_on__gte=today(request))
    return get_object_or_404(found.select_related("team", "coach", "substitute"), pk=pk)
