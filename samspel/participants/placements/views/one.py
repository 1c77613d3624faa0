"""The page of one placement, and agreeing on one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.employers.task import Task
from samspel.participants.episode import Episode
from samspel.participants.placements.access import (
    placement_for,
    rungs_of,
    to_placement,
    worked_in,
)
from samspel.participants.placements.drawn import drawn_ladder
from samspel.participants.placements.forms import ChangePlacementForm, NewPlacementForm
from samspel.participants.placements.ladder import Rung
from samspel.participants.placements.part import placements_part
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.placing import change_placement, place
from samspel.participants.placements.purpose import LOOKS, State
from samspel.participants.placements.readiness import Readiness
from samspel.participants.placements.together import over_full_time
from samspel.participants.stage import Stage
from samspel.participants.views.access import back, episode_for, not_now
from samspel.participants.when import Step, may


@require_safe
def placements_of(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The placements of a case, and what the person wishes for."""
    episode = episode_for(request, episode_id)
    part = placements_part(episode, today(request))
    if part is None:
        return back(request, episode.participant_id, error=_("The person is not enrolled yet."))
    wished = Readiness.objects.filter(episode=episode).prefetch_related("work_kinds").first()
    context = {"episode": episode, "person": episode.participant, "placements": part}
    return render(request, "placements/case.html", context | {"readiness": wished})


@require_safe
def placement(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """What was agreed, the ladder with the hours worked, the follow-ups, and what came of it."""
    found, day = placement_for(request, placement_id), today(request)
    state, stage = found.state(day), found.episode.stage(day)
    may_place = may(Step.PLACE, stage)
    context = _about(found) | {
        "state": state,
        "look": LOOKS[state],
        "ladder": drawn_ladder(found, rungs_of(found), worked_in(found), day),
        "follow_ups": found.follow_ups.order_by("-held_on"),
        "may_place": may_place,
        "may_write": (may_place or stage == Stage.CLOSED) and state != State.CALLED_OFF,
        "is_planned": state == State.PLANNED,
        "has_begun": found.starts_on <= day,
        "is_over_time": bool(
            state == State.ONGOING and found.ends_planned_on and found.ends_planned_on < day
        ),
    }
    return render(request, "placements/placement.html", context)


def _about(found: Placement) -> dict[str, Any]:
    episode = found.episode
    return {"placement": found, "episode": episode, "person": episode.participant}


def placement_new(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Agree on a placement, from nothing or from a task that fits."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.PLACE):
        return refused
    day = today(request)
    data = request.POST if request.method == "POST" else None
    initial, first = _begun_with(request, episode)
    form = NewPlacementForm(data, episode=episode, initial=initial, first=first)
    if form.is_valid():
        facts = form.facts()
        made = form.carry_out(
            place,
            episode=episode,
            facts=facts,
            rungs=form.rungs(facts.starts_on),
            today=day,
            by=actor_of(request),
        )
        if made is not None:
            messages.success(request, _("The placement is agreed on."))
            warn_of_hours(request, episode)
            return to_placement(made)
    context = {"form": form, "episode": episode, "person": episode.participant}
    return render(request, "placements/new.html", context)


def _begun_with(request: HttpRequest, episode: Episode) -> tuple[dict[str, Any], list[Rung]]:
    """What a new placement begins with: the person's readiness, and the task one came from."""
    initial: dict[str, Any] = {}
    wished = Readiness.objects.filter(episode=episode).first()
    if wished is not None:
        initial["ready_on"] = wished.ready_on
        initial["step_0_hours"] = wished.hours
    task = _task_of(request, episode)
    if task is not None:
        initial |= {"task": task, "employer": task.employer, "duties": task.text}
    return initial, []


def _task_of(request: HttpRequest, episode: Episode) -> Task | None:
    try:
        pk = UUID(request.GET.get("task", ""))
    except ValueError:
        return None
    offered = Task.objects.of_teams([episode.team]).offered()
    return offered.select_related("employer").filter(pk=pk).first()


def placement_change(request: HttpRequest, placement_id: UUID) -> HttpResponse:
    """Change what was agreed."""
    found = placement_for(request, placement_id)
    if refused := not_now(request, found.episode, Step.PLACE):
        return refused
    data = request.POST if request.method == "POST" else None
    form = ChangePlacementForm(data, placement=found)
    if form.is_valid() and form.carry_out(
        change_placement,
        placement=found,
        facts=form.facts(),
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The placement is saved."))
        warn_of_hours(request, found.episode)
        return to_placement(found)
    context = _about(found) | {"form": form, "heading": _("Change the placement")}
    return render(request, "placements/act.html", context)


def warn_of_hours(request: HttpRequest, episode: Episode) -> None:
    """Say it where several placements together are more than full time; nothing is refused."""
    day = over_full_time(episode)
    if day is not None:
        said = _("Together the person's placements go over 40 hours a week from %(day)s.")
        messages.warning(request, said % {"day": day.isoformat()})
