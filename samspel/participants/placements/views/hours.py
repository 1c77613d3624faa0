"""The ladder of a placement, and the hours that were worked week by week."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.placements.access import (
    placement_for,
    rungs_of,
    to_placement,
    worked_in,
)
from samspel.participants.placements.ladder_form import LadderForm
from samspel.participants.placements.placing import save_ladder
from samspel.participants.placements.views.one import warn_of_hours
from samspel.participants.placements.weeks_form import WeeksForm, weeks_shown
from samspel.participants.placements.working import enter_weeks
from samspel.participants.stage import Stage
from samspel.participants.views.access import not_now
from samspel.participants.when import Step


def placement_ladder(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """Change the steps of the ladder."""
    found = placement_for(request, placement_id)
    if refused := not_now(request, found.episode, Step.PLACE):
        return refused
    data = request.POST if request.method == "POST" else None
    form = LadderForm(data, placement=found, rungs=rungs_of(found))
    if form.is_valid() and form.carry_out(
        save_ladder,
        placement=found,
        rungs=form.rungs(found.starts_on),
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The ladder is saved."))
        warn_of_hours(request, found.episode)
        return to_placement(found)
    context = {"form": form, "placement": found, "episode": found.episode}
    person = {"person": found.episode.participant}
    return render(request, "placements/ladder_form.html", context | person)


def placement_weeks(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """Enter the hours that were worked, some weeks at a time."""
    found, day = placement_for(request, placement_id), today(request)
    if found.episode.stage(day) != Stage.CLOSED and (
        refused := not_now(request, found.episode, Step.PLACE)
    ):
        return refused
    shown = weeks_shown(found, rungs_of(found), worked_in(found), _before(request), day)
    form = WeeksForm(request.POST if request.method == "POST" else None, shown=shown)
    if form.is_valid():
        act = {"placement": found, "entries": form.entries(), "today": day}
        if form.carry_out(enter_weeks, **act, by=actor_of(request)) is not None:
            messages.success(request, _("The hours are saved."))
            return to_placement(found)
        form.take_what_stands(worked_in(found))
    context = {"form": form, "placement": found, "episode": found.episode, "shown": shown}
    here = reverse("placement_weeks", args=[found.pk])
    earlier = f"{here}?before={shown.earlier.isoformat()}" if shown.earlier else ""
    more = {"person": found.episode.participant, "earlier": earlier}
    return render(request, "placements/weeks.html", context | more)


def _before(request: HttpRequest) -> date | None:
    """The Monday before which weeks are asked for; what is no day is none."""
    try:
        return date.fromisoformat(request.GET.get("before", ""))
    except ValueError:
        return None
