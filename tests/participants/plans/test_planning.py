"""Goals and steps as acts: dates in order, two taps, two writers, and what the log tells."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry
from samspel.participants.models import Episode
from samspel.participants.plans.models import Goal, GoalStep
from samspel.participants.plans.planning import (
    GoalFacts,
    StepFacts,
    add_step,
    change_goal,
    change_step,
    mark_step,
    move_step,
    set_goal,
)
from samspel.records.versions import ChangedMeanwhileError
from tests.participants.plans.conftest import SET_ON, TODAY

DAY = timedelta(days=1)


def faults(act: Any, **values: Any) -> set[str]:
    with pytest.raises(ValidationError) as refused:
        act(**values)
    return set(refused.value.message_dict)


def told(act: str) -> list[Any]:
    return [entry.details for entry in LogEntry.objects.filter(act=act)]


def test_a_goal_is_told_of_by_its_fields_only(goal: Goal) -> None:
    assert told("goal_set") == [{"fields": ["title", "sign"]}]


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        (GoalFacts("  ", "", SET_ON), {"title"}),
        (GoalFacts("Mål", "", TODAY + DAY), {"set_on"}),
        (GoalFacts("Mål", "", date(2025, 1, 9)), {"set_on"}),
        (GoalFacts("Mål", "", date(1025, 1, 9)), {"set_on"}),
        (GoalFacts("Mål", "", SET_ON, reached_on=SET_ON - DAY), {"reached_on"}),
        (GoalFacts("Mål", "", SET_ON, left_on=TODAY + DAY), {"left_on"}),
        (GoalFacts("Mål", "", SET_ON, reached_on=TODAY, left_on=TODAY), {"left_on"}),
    ],
)
def test_a_goal_that_does_not_fit_is_refused_at_its_field(
    enrolled: Episode, by: Actor, facts: GoalFacts, fields: set[str]
) -> None:
    assert faults(set_goal, episode=enrolled, facts=facts, today=TODAY, by=by) == fields
    assert not Goal.objects.exists()


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        (StepFacts(" "), {"what"}),
        (StepFacts("Ringa", due_on=SET_ON - DAY), {"due_on"}),
        (StepFacts("Ringa", due_on=date(2205, 3, 1)), {"due_on"}),
        (StepFacts("Ringa", done_on=TODAY + DAY), {"done_on"}),
        (StepFacts("Ringa", left_on=SET_ON - DAY), {"left_on"}),
        (StepFacts("Ringa", done_on=TODAY, left_on=TODAY), {"left_on"}),
    ],
)
def test_a_step_that_does_not_fit_is_refused_at_its_field(
    goal: Goal, by: Actor, facts: StepFacts, fields: set[str]
) -> None:
    assert faults(add_step, goal=goal, facts=facts, today=TODAY, by=by) == fields
    assert not GoalStep.objects.exists()


def test_the_same_goal_and_step_sent_twice_are_one(goal: Goal, step: GoalStep, by: Actor) -> None:
    facts = GoalFacts(goal.title, goal.sign, goal.set_on)
    assert set_goal(episode=goal.episode, facts=facts, today=TODAY, by=by) == goal
    again = StepFacts(step.what, step.doer, step.due_on)
    assert add_step(goal=goal, facts=again, today=TODAY, by=by) == step
    assert (len(told("goal_set")), len(told("goal_step_added"))) == (1, 1)


def test_a_goal_that_has_ended_gets_no_more_steps(goal: Goal, by: Actor) -> None:
    ended = GoalFacts(goal.title, goal.sign, SET_ON, reached_on=TODAY)
    change_goal(goal=goal, version=1, facts=ended, today=TODAY, by=by)
    with pytest.raises(ValidationError, match="uppnått eller lagt åt sidan"):
        add_step(goal=goal, facts=StepFacts("Ringa"), today=TODAY, by=by)


def test_nothing_is_planned_for_somebody_who_is_not_enrolled(
    queued: Episode, closed: Episode, by: Actor
) -> None:
    for episode in (queued, closed):
        with pytest.raises(ValidationError, match="inskriven har en planering"):
            set_goal(episode=episode, facts=GoalFacts("M", "", SET_ON), today=TODAY, by=by)


def test_two_writers_never_overwrite(goal: Goal, step: GoalStep, by: Actor) -> None:
    change_goal(goal=goal, version=1, facts=GoalFacts("Ett", "", SET_ON), today=TODAY, by=by)
    with pytest.raises(ChangedMeanwhileError):
        change_goal(goal=goal, version=1, facts=GoalFacts("Två", "", SET_ON), today=TODAY, by=by)
    change_step(step=step, version=1, facts=StepFacts("Ett"), today=TODAY, by=by)
    with pytest.raises(ChangedMeanwhileError):
        change_step(step=step, version=1, facts=StepFacts("Två"), today=TODAY, by=by)
    assert Goal.objects.get().title == GoalStep.objects.get().what == "Ett"
    assert told("goal_changed") == [{"fields": ["sign", "title"]}]
    assert told("goal_step_changed") == [{"fields": ["due_on", "what"]}]


def test_what_changes_nothing_leaves_no_trace(goal: Goal, by: Actor) -> None:
    same = GoalFacts(goal.title, goal.sign, goal.set_on)
    change_goal(goal=goal, version=1, facts=same, today=TODAY, by=by)
    assert not told("goal_changed")
    assert Goal.objects.get().version == 1


def test_two_taps_are_as_one(step: GoalStep, by: Actor) -> None:
    for day in (TODAY, TODAY + DAY):
        mark_step(step=step, is_done=True, today=day, by=by)
    row = GoalStep.objects.get()
    assert (row.done_on, row.version) == (TODAY, 2)
    assert told("goal_step_done") == [{"fields": ["done_on"]}]
    for _again in range(2):
        mark_step(step=step, is_done=False, today=TODAY, by=by)
    assert GoalStep.objects.get().done_on is None
    assert len(told("goal_step_done")) == 2


def test_a_step_moves_to_its_place_and_stays_there(
    goal: Goal, step: GoalStep, second: GoalStep, by: Actor
) -> None:
    for _again in range(2):
        move_step(step=second, place=1, today=TODAY, by=by)
    assert list(goal.steps.all()) == [second, step]
    move_step(step=second, place=0, today=TODAY, by=by)
    assert list(goal.steps.all()) == [second, step]
    move_step(step=second, place=99, today=TODAY, by=by)
    assert list(goal.steps.all()) == [step, second]
    assert len(told("goal_step_moved")) == 2


def test_the_database_holds_it_too(goal: Goal, step: GoalStep) -> None:
    goal.reached_on, goal.left_on = TODAY, TODAY
    with pytest.raises(IntegrityError), transaction.atomic():
        goal.save()
    step.done_on, step.left_on = TODAY, TODAY
    with pytest.raises(IntegrityError), transaction.atomic():
        step.save()
