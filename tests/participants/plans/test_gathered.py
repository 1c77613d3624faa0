"""What plans give to the places that gather: what is due, the timeline, the person's page."""

from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.actor import Actor
from samspel.participants.due_rows import dues_from
from samspel.participants.models import Episode
from samspel.participants.plans.due import STEPS
from samspel.participants.plans.models import Goal, GoalStep
from samspel.participants.plans.part import TEMPLATE, plan_part
from samspel.participants.plans.planning import (
    GoalFacts,
    StepFacts,
    add_step,
    change_goal,
    change_step,
    mark_step,
)
from samspel.participants.plans.scaling import add_scale, answer_scales, asked_in
from samspel.participants.plans.story import SOURCES
from samspel.participants.questions.models import Question
from samspel.participants.timeline import events_of
from tests.participants.plans.conftest import SET_ON, TODAY

DAY = timedelta(days=1)


def answer(episode: Episode, by: Actor, value: int, on: date) -> None:
    values = {each.name: value for each in asked_in(episode)}
    answer_scales(episode=episode, on=on, values=values, today=TODAY, by=by)


@pytest.mark.parametrize(
    ("due_on", "is_told"),
    [
        (TODAY - 9 * DAY, True),
        (TODAY, True),
        (TODAY + 14 * DAY, True),
        (TODAY + 15 * DAY, False),
        (None, False),
    ],
)
def test_a_step_is_due_two_weeks_ahead_and_until_it_is_done(
    goal: Goal, by: Actor, due_on: date | None, is_told: bool
) -> None:
    step = add_step(goal=goal, facts=StepFacts("Ringa", due_on=due_on), today=TODAY, by=by)
    dues = list(dues_from([STEPS], [goal.episode], TODAY))
    assert [(each.on, each.text) for each in dues] == [(due_on, "Ringa (deltagaren)")] * is_told
    assert all(each.url.endswith(f"/plan/#step-{step.pk}") for each in dues)
    mark_step(step=step, is_done=True, today=TODAY, by=by)
    assert list(dues_from([STEPS], [goal.episode], TODAY)) == []


def test_what_is_left_is_not_due(goal: Goal, step: GoalStep, by: Actor) -> None:
    assert len(list(dues_from([STEPS], [goal.episode], TODAY))) == 1
    left = GoalFacts(goal.title, goal.sign, SET_ON, left_on=TODAY)
    change_goal(goal=goal, version=1, facts=left, today=TODAY, by=by)
    assert list(dues_from([STEPS], [goal.episode], TODAY)) == []


def test_a_step_that_is_left_is_not_due(step: GoalStep, by: Actor) -> None:
    left = StepFacts(step.what, step.doer, step.due_on, left_on=TODAY)
    change_step(step=step, version=1, facts=left, today=TODAY, by=by)
    assert list(dues_from([STEPS], [step.goal.episode], TODAY)) == []


def test_dues_are_one_query(
    step: GoalStep,
    second: GoalStep,
    queued: Episode,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    episodes = [step.goal.episode, queued]
    with django_assert_num_queries(1):
        assert len(list(dues_from([STEPS], episodes, TODAY))) == 1


def test_the_timeline_tells_of_goals_steps_and_answers_in_one_query(
    goal: Goal,
    step: GoalStep,
    scaling: Question,
    by: Actor,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    add_scale(episode=goal.episode, text="Hur sover du?", today=TODAY, by=by)
    answer(goal.episode, by, 4, SET_ON + DAY)
    mark_step(step=step, is_done=True, today=SET_ON + 2 * DAY, by=by)
    reached = GoalFacts(goal.title, goal.sign, SET_ON, reached_on=TODAY)
    change_goal(goal=goal, version=1, facts=reached, today=TODAY, by=by)
    with django_assert_num_queries(1):
        told = list(events_of(SOURCES, [goal.episode_id], today=TODAY))
    assert [(each.on, each.title, each.detail) for each in told] == [
        (TODAY, "Mål uppnått", "Arbeta halvtid"),
        (SET_ON + 2 * DAY, "Steg gjort", "Ringa biblioteket"),
        (SET_ON + DAY, "Skalfrågor besvarade", "Hur nära är du ditt mål? 4\nHur sover du? 4"),
        (SET_ON, "Mål satt", "Arbeta halvtid"),
    ]
    assert {each.episode_id for each in told} == {goal.episode_id}
    assert told[0].url == f"/participants/cases/{goal.episode_id}/plan/"


def test_a_goal_that_was_left_is_told_of(goal: Goal, by: Actor) -> None:
    left = GoalFacts(goal.title, goal.sign, SET_ON, left_on=TODAY)
    change_goal(goal=goal, version=1, facts=left, today=TODAY, by=by)
    first, *_rest = events_of(SOURCES, [goal.episode_id], today=TODAY)
    assert (first.title, first.detail) == ("Mål lagt åt sidan", "Arbeta halvtid")


def test_the_persons_page_gets_goals_open_steps_and_the_latest_answers(
    goal: Goal,
    step: GoalStep,
    second: GoalStep,
    scaling: Question,
    by: Actor,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    mark_step(step=step, is_done=True, today=TODAY, by=by)
    for on, value in ((SET_ON, 3), (TODAY, 5)):
        answer(goal.episode, by, value, on)
    with django_assert_num_queries(1):
        part = plan_part(goal.episode)
    (shown,) = part.goals
    assert (shown.title, [each.what for each in shown.steps]) == (goal.title, ["Fråga om intyg"])
    assert [(each.text, each.value, each.on) for each in part.stands] == [(scaling.text, 5, TODAY)]
    page = render_to_string(TEMPLATE, {"plan": part})
    assert "Arbeta halvtid" in page
    assert "remittenten" in page


def test_a_person_without_a_plan_gets_the_way_to_one(enrolled: Episode) -> None:
    part = plan_part(enrolled)
    assert (part.goals, part.stands) == ([], [])
    assert f"/participants/cases/{enrolled.pk}/plan/" in render_to_string(TEMPLATE, {"plan": part})
