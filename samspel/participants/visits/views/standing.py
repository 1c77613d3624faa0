"""The times at which the team receives visits: adding, changing, cancelling a day."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.today import now, today
from samspel.participants.views.access import casework_teams, chosen_team, open_teams
from samspel.participants.visits import publishing
from samspel.participants.visits.forms.standing import StandingTimeForm
from samspel.participants.visits.occasions import OFFERED, occasions_of
from samspel.participants.visits.standing_time import StandingTime
from samspel.participants.visits.views.access import (
    choose_team,
    standing_time_for,
)


@require_safe
def standing_times(request: HttpRequest) -> HttpResponse:
    """The standing times of the user's teams; those that have ended last."""
    teams, day = casework_teams(request), today(request)
    found = StandingTime.objects.filter(team__in=teams).select_related("team")
    rows = sorted(found, key=lambda each: (_has_ended(each, day), each.team.name))
    ended = [(each, _has_ended(each, day)) for each in rows]
    return render(request, "visits/times.html", {"rows": ended, "with_team": len(teams) > 1})


def _has_ended(standing_time: StandingTime, day: date) -> bool:
    return standing_time.last_on is not None and standing_time.last_on < day


def new(request: HttpRequest) -> HttpResponse:
    """Publish a time."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("Add a time for study visits"))
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = StandingTimeForm(data, initial={"first_on": day})
    if form.is_valid():
        made = form.carry_out(
            publishing.add_time,
            team=team,
            published=form.published(),
            today=day,
            by=actor_of(request),
        )
        if made is not None:
            messages.success(request, _("The time is published."))
            return redirect("standing_time", made.pk)
    context = {
        "form": form,
        "heading": _("Add a time for study visits"),
        "lead": _("At %(team)s, on the same day of the week.") % {"team": team.name},
        "button": _("Publish"),
        "back_url": reverse("standing_times"),
    }
    return render(request, "visits/form.html", context)


def standing_time(request: HttpRequest, standing_time_id: UUID) -> HttpResponse:
    """Change a time or end it; its days to come, each to be cancelled or put back."""
    found, day = standing_time_for(request, standing_time_id), today(request)
    data = request.POST if request.method == "POST" else None
    form = StandingTimeForm(data, standing_time=found)
    if form.is_valid() and form.carry_out(
        publishing.change_time,
        standing_time=found,
        version=form.cleaned_data["version"],
        published=form.published(),
        today=day,
        now=now(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The time is changed."))
        return redirect("standing_time", found.pk)
    coming = occasions_of(found.team, day, day + OFFERED)
    context = {
        "time": found,
        "form": form,
        "occasions": [each for each in coming if each.standing_time.pk == found.pk],
    }
    return render(request, "visits/time.html", context)


@require_POST
def day_off(request: HttpRequest, standing_time_id: UUID) -> HttpResponse:
    """Cancel one day of a time, or put it back."""
    found, by = standing_time_for(request, standing_time_id), actor_of(request)
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        messages.error(request, _("Choose one of the days to come of this time."))
        return redirect("standing_time", found.pk)
    try:
        if request.POST.get("act") == "restore":
            publishing.restore_day(standing_time=found, on=on, by=by)
            messages.success(request, _("The day is put back."))
        else:
            _cancel(request, found, on)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("standing_time", found.pk)


def _cancel(request: HttpRequest, found: StandingTime, on: date) -> None:
    by = actor_of(request)
    ended = publishing.cancel_day(standing_time=found, on=on, now=now(request), by=by)
    told = ngettext(
        "The day is cancelled, and %(n)s visit with it.",
        "The day is cancelled, and %(n)s visits with it.",
        len(ended),
    )
    messages.success(request, told % {"n": len(ended)} if ended else _("The day is cancelled."))
