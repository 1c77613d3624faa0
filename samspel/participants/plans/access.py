"""How a page gets at a goal or a step: through the case that it belongs to."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from samspel.participants.episode import Episode
from samspel.participants.plans.goal import Goal, GoalStep
from samspel.participants.views.access import episode_for, user_of


def goal_for(request: HttpRequest, pk: UUID) -> Goal:
    """The goal, if the user may see the person."""
    seen = Episode.objects.visible_to(user_of(request))
    goal = get_object_or_404(Goal.objects.filter(episode__in=seen.values("pk")), pk=pk)
    goal.episode = episode_for(request, goal.episode_id)
    return goal


def step_for(request: HttpRequest, pk: UUID) -> GoalStep:
    """The step, if the user may see the person."""
    seen = Episode.objects.visible_to(user_of(request))
    found = GoalStep.objects.filter(goal__episode__in=seen.values("pk")).select_related("goal")
    step = get_object_or_404(found, pk=pk)
    step.goal.episode = episode_for(request, step.goal.episode_id)
    return step
