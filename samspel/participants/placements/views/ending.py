"""Following a placement up, ending it, calling it off, and taking it up again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.placements import ending
from samspel.participants.placements.access import placement_for, to_placement
from samspel.participants.placements.following_up import follow_up_placement
from samspel.participants.placements.forms import EndForm, FollowUpForm, VersionForm
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.placement_follow_up import PlacementFollowUp
from samspel.participants.stage import Stage
from samspel.participants.views.access import not_now
from samspel.participants.when import Step
from samspel.records.forms import RecordForm


def placement_end(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """End a placement with its evaluation, or correct what was written."""
    found, day = placement_for(request, placement_id), today(request)
    if refused := _not_now_nor_then(request, found):
        return refused
    data = request.POST if request.method == "POST" else None
    form = EndForm(data, placement=found, today=day)
    if form.is_valid() and form.carry_out(
        ending.end_placement,
        placement=found,
        evaluation=form.evaluation(),
        today=day,
        by=actor_of(request),
    ):
        messages.success(request, _("The end and the evaluation are saved."))
        return to_placement(found)
    return _page(request, found, form, _("End and evaluate"))


def placement_follow_up_new(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """Write a follow-up of a placement down."""
    return _follow_up(request, placement_for(request, placement_id), None)


def placement_follow_up(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """Correct what was written of a follow-up."""
    held = get_object_or_404(PlacementFollowUp, pk=follow_up_id)
    return _follow_up(request, placement_for(request, held.placement_id), held)


def _follow_up(
    request: HttpRequest, found: Placement, held: PlacementFollowUp | None
) -> HttpResponse:
    day = today(request)
    if refused := _not_now_nor_then(request, found):
        return refused
    data = request.POST if request.method == "POST" else None
    form = FollowUpForm(data, follow_up=held, today=day)
    if form.is_valid() and form.carry_out(
        follow_up_placement,
        placement=found,
        follow_up=held,
        held_on=form.cleaned_data["held_on"],
        came_out=form.cleaned_data["came_out"].strip(),
        today=day,
        by=actor_of(request),
    ):
        messages.success(request, _("The follow-up is saved."))
        return to_placement(found)
    return _page(request, found, form, _("Follow-up of the placement"))


def _not_now_nor_then(request: HttpRequest, found: Placement) -> HttpResponse | None:
    """Where the stage allows no placement; what has been is written down after the closing too."""
    if found.episode.stage(today(request)) == Stage.CLOSED:
        return None
    return not_now(request, found.episode, Step.PLACE)


@require_POST
def placement_call_off(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """A placement that has not begun does not come about."""
    return _tapped(request, placement_id, ending.call_off, _("The placement is called off."))


@require_POST
def placement_take_up(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """A placement goes on that was ended or called off by mistake."""
    return _tapped(request, placement_id, ending.take_up_again, _("The placement goes on."))


def _tapped(
    request: HttpRequest, placement_id: UUID, act: Callable[..., Any], done: str
) -> HttpResponse:
    found = placement_for(request, placement_id)
    form = VersionForm(request.POST)
    form.record = found
    if form.is_valid() and form.carry_out(
        act, placement=found, today=today(request), by=actor_of(request)
    ):
        messages.success(request, done)
    else:
        sentences = [str(sentence) for each in form.errors.values() for sentence in each]
        messages.error(request, " ".join(sentences))
    return to_placement(found)


def _page(request: HttpRequest, found: Placement, form: RecordForm, heading: str) -> HttpResponse:
    episode = found.episode
    context = {"placement": found, "episode": episode, "person": episode.participant}
    return render(request, "placements/act.html", context | {"form": form, "heading": heading})
