"""The plan: its page, its goals, and the steps that are taken."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.parts import page_or_part, wants_part
from samspel.pages.today import today
from samspel.participants.episode import Episode
from samspel.participants.plans import planning
from samspel.participants.plans.access import goal_for, step_for
from samspel.participants.plans.board import board_of
from samspel.participants.plans.forms import ChangeGoalForm, ChangeStepForm, GoalForm, StepForm
from samspel.participants.views.access import episode_for, not_now
from samspel.participants.when import Step, may
from samspel.records.forms import ActionForm


@require_GET
def plan(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The goals of a case, with their steps."""
    return _plan(request, episode_for(request, episode_id))


def _plan(request: HttpRequest, episode: Episode) -> HttpResponse:
    day = today(request)
    context = {
        "episode": episode,
        "person": episode.participant,
        "board": board_of(episode, today=day),
        "may_plan": may(Step.PLAN, episode.stage(day)),
    }
    return page_or_part(request, "plans/plan.html", "plans/plan_part.html", context)


def goal_new(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Set a goal."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.PLAN):
        return refused
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = GoalForm(data, initial={"set_on": day})
    if form.is_valid() and form.carry_out(
        planning.set_goal, episode=episode, facts=form.facts(), today=day, by=actor_of(request)
    ):
        return _to_plan(request, episode, _("The goal is set. What is the first step?"))
    return _page(request, form, episode, _("New goal"))


def goal_change(request: HttpRequest, goal_id: UUID) -> HttpResponse:
    """Word a goal anew, or say that it is reached or left."""
    goal = goal_for(request, goal_id)
    if refused := not_now(request, goal.episode, Step.PLAN):
        return refused
    form = ChangeGoalForm(request.POST if request.method == "POST" else None, goal=goal)
    if form.is_valid() and form.carry_out(
        planning.change_goal,
        goal=goal,
        facts=form.facts(),
        today=today(request),
        by=actor_of(request),
    ):
        return _to_plan(request, goal.episode, _("The goal is saved."))
    return _page(request, form, goal.episode, _("Change goal"))


def goal_step_new(request: HttpRequest, goal_id: UUID) -> HttpResponse:
    """Add a step to a goal."""
    goal = goal_for(request, goal_id)
    if refused := not_now(request, goal.episode, Step.PLAN):
        return refused
    form = StepForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.carry_out(
        planning.add_step,
        goal=goal,
        facts=form.facts(),
        today=today(request),
        by=actor_of(request),
    ):
        return _to_plan(request, goal.episode, _("The step is added."))
    return _page(request, form, goal.episode, _("New step"), lead=goal.title)


def goal_step_change(request: HttpRequest, step_id: UUID) -> HttpResponse:
    """Change a step, or leave it."""
    step = step_for(request, step_id)
    episode = step.goal.episode
    if refused := not_now(request, episode, Step.PLAN):
        return refused
    form = ChangeStepForm(request.POST if request.method == "POST" else None, step=step)
    if form.is_valid() and form.carry_out(
        planning.change_step,
        step=step,
        facts=form.facts(),
        today=today(request),
        by=actor_of(request),
    ):
        return _to_plan(request, episode, _("The step is saved."))
    return _page(request, form, episode, _("Change step"), lead=step.goal.title)


@require_POST
def goal_step_done(request: HttpRequest, step_id: UUID) -> HttpResponse:
    """Say with one tap that a step is done, or not done after all."""
    step = step_for(request, step_id)
    is_done = request.POST.get("done") != "no"
    return _tapped(request, step.goal.episode, planning.mark_step, step=step, is_done=is_done)


@require_POST
def goal_reached(request: HttpRequest, goal_id: UUID) -> HttpResponse:
    """Say with one tap that a goal is reached, or that it is worked for again."""
    goal = goal_for(request, goal_id)
    is_reached = request.POST.get("reached") != "no"
    return _tapped(request, goal.episode, planning.mark_goal, goal=goal, is_reached=is_reached)


@require_POST
def goal_step_move(request: HttpRequest, step_id: UUID) -> HttpResponse:
    """Let a step stand earlier or later; what is no place changes nothing."""
    step, place = step_for(request, step_id), request.POST.get("place", "")
    if not (place.isascii() and place.isdecimal() and len(place) < 5):
        return _answered(request, step.goal.episode)
    return _tapped(request, step.goal.episode, planning.move_step, step=step, place=int(place))


def _tapped(
    request: HttpRequest, episode: Episode, act: Callable[..., Any], **values: Any
) -> HttpResponse:
    """What a tap does; where it is refused, also by what happened meanwhile, the reason is said."""
    if refused := not_now(request, episode, Step.PLAN):
        return _whole_page(request, refused)
    try:
        act(today=today(request), by=actor_of(request), **values)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
        return _whole_page(request, redirect("plan", episode.pk))
    return _answered(request, episode)


def _answered(request: HttpRequest, episode: Episode) -> HttpResponse:
    """The plan as it now stands: as a part for HTMX, by its address for everybody else."""
    return _plan(request, episode) if wants_part(request) else redirect("plan", episode.pk)


def _whole_page(request: HttpRequest, refused: HttpResponseRedirect) -> HttpResponse:
    """HTMX would put the page that it is led to in the place of the part."""
    return HttpResponse(headers={"HX-Redirect": refused.url}) if wants_part(request) else refused


def _to_plan(request: HttpRequest, episode: Episode, done: str) -> HttpResponse:
    messages.success(request, done)
    return redirect("plan", episode.pk)


def _page(
    request: HttpRequest, form: ActionForm, episode: Episode, heading: str, lead: str = ""
) -> HttpResponse:
    context = {"form": form, "episode": episode, "person": episode.participant}
    return render(request, "plans/act.html", context | {"heading": heading, "lead": lead})
