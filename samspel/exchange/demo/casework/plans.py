"""The demo's assessments, goals with steps, and scaling questions over time."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.db.models import Model

from samspel.exchange.demo.casework import phrases
from samspel.exchange.demo.casework.chance import at, working_day
from samspel.exchange.demo.casework.stays import Stay, write_all
from samspel.participants.plans.models import Assessment, Goal, GoalStep, Scale, ScalePoint
from samspel.participants.questions.models import Question
from samspel.participants.questions.question import Form

_ASSESSED_AFTER = timedelta(days=10)
_LEFT_OPEN = timedelta(days=12)
"""A step that is late is at most so late: coaches ask about it when they meet."""
_BETWEEN_SCALES = 42


def write_plans(stays: Sequence[Stay]) -> None:
    """Write the plans of those who have been enrolled for some weeks."""
    begun = [stay for stay in stays if stay.until - stay.first > _ASSESSED_AFTER]
    if not begun:
        return
    team = begun[0].episode.team
    asked = list(Question.objects.asked(team, Form.SCALING))
    write_all(_assessment(stay) for stay in begun)
    goals = [goal for stay in begun for goal in _goals(stay)]
    write_all(goals)
    by_episode = {stay.episode.pk: stay for stay in begun}
    write_all(step for goal in goals for step in _steps(goal, by_episode[goal.episode_id]))
    scales = [scale for stay in begun for scale in _scales(stay, asked)]
    write_all(scales)
    write_all(point for scale in scales for point in _points(scale, by_episode[scale.episode_id]))


def _assessment(stay: Stay) -> Model:
    return Assessment(
        episode=stay.episode,
        story=stay.chance.one_of(phrases.STORIES),
        best_hopes=stay.chance.one_of(phrases.HOPES),
        changed_by=stay.coach,
        changed_at=at(stay.day(8, 30)),
    )


def _goals(stay: Stay) -> Iterator[Goal]:
    chosen = stay.chance.some_of(phrases.GOALS, stay.chance.number(1, 3))
    for number, (title, sign) in enumerate(chosen):
        set_on = stay.day(10 + number * 40, 30 + number * 60)
        reached = None
        if stay.chance.happens(0.7) and number == 0:
            later = working_day(set_on + stay.chance.days(60, 150))
            reached = later if later <= stay.until else None
        yield Goal(episode=stay.episode, title=title, sign=sign, set_on=set_on, reached_on=reached)


def _steps(goal: Goal, stay: Stay) -> Iterator[GoalStep]:
    chosen = stay.chance.some_of(phrases.STEPS, 3)
    for place, (what, doer) in enumerate(chosen, 1):
        due_on = working_day(goal.set_on + timedelta(days=21 * place))
        done_on = min(due_on, stay.until)
        is_late = due_on < stay.today - _LEFT_OPEN or stay.chance.happens(0.85)
        is_done = bool(goal.reached_on) or (due_on < stay.today and is_late)
        yield GoalStep(
            goal=goal,
            what=what,
            doer=doer,
            due_on=due_on,
            done_on=max(done_on, goal.set_on) if is_done or not stay.is_open else None,
            place=place,
        )


def _scales(stay: Stay, asked: Sequence[Question]) -> Iterator[Scale]:
    for place, question in enumerate(asked[:3], 1):
        yield Scale(episode=stay.episode, question=question, text=question.text, place=place)


def _points(scale: Scale, stay: Stay) -> Iterator[ScalePoint]:
    """Up in the long run, with days that go the other way; all scales on the same days."""
    value = stay.chance.number(1, 4)
    for day in _days_of_scales(stay):
        yield ScalePoint(scale=scale, on=day, value=value, entered_on=day)
        value = min(10, max(0, value + stay.chance.one_of((-1, 0, 1, 1, 2))))


def _days_of_scales(stay: Stay) -> Iterator[date]:
    day = working_day(stay.first + timedelta(days=14))
    while day <= stay.until:
        yield day
        day = working_day(day + timedelta(days=_BETWEEN_SCALES))
