"""A plan as a page shows it: what is worked for, and what has been."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from samspel.participants.episode import Episode
from samspel.participants.plans.goal import Goal, GoalStep


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step, and the place before it where the step may be moved; None for the first."""

    step: GoalStep
    place_before: int | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal with its steps: those to be done, and those that are done or left."""

    goal: Goal
    open_steps: list[ShownStep]
    ended_steps: list[GoalStep]


@dataclass(frozen=True, slots=True)
class Board:
    """All goals of an episode."""

    working: list[ShownGoal]
    ended: list[ShownGoal]

    @property
    def is_empty(self) -> bool:
        """Whether no goal has been set yet."""
        return not self.working and not self.ended


def board_of(episode: Episode, *, today: date) -> Board:
    """The goals of an episode with their steps; two queries."""
    steps = Prefetch("steps", queryset=GoalStep.objects.order_by("place", "pk"))
    goals = Goal.objects.filter(episode=episode).prefetch_related(steps)
    shown = [_shown(goal, today) for goal in goals.order_by("set_on", "pk")]
    return Board(
        working=[each for each in shown if each.goal.is_open],
        ended=[each for each in shown if not each.goal.is_open],
    )


def _shown(goal: Goal, today: date) -> ShownGoal:
    steps = list(goal.steps.all())
    return ShownGoal(
        goal=goal,
        open_steps=list(_open(steps, today)),
        ended_steps=[step for step in steps if not step.is_open],
    )


def _open(steps: list[GoalStep], today: date) -> Iterable[ShownStep]:
    """The steps to be done; moving one up puts it where the one shown before it stands."""
    before: int | None = None
    for place, step in enumerate(steps, start=1):
        if step.is_open:
            yield ShownStep(step, before, step.is_late(today))
            before = place
