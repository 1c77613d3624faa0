"""A case in the trial period, a goal with two steps, and the days around them."""

from datetime import date

import pytest

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from samspel.participants.plans.models import Goal, GoalStep
from samspel.participants.plans.planning import GoalFacts, StepFacts, add_step, set_goal
from samspel.participants.questions.models import Question
from samspel.participants.questions.question import Answer, Form

SET_ON = date(2025, 3, 1)
TODAY = date(2025, 3, 10)


@pytest.fixture
def by(coach: User) -> Actor:
    return Actor(coach, None)


@pytest.fixture
def goal(enrolled: Episode, by: Actor) -> Goal:
    facts = GoalFacts("Arbeta halvtid", "Jag går ut före lunch", SET_ON)
    return set_goal(episode=enrolled, facts=facts, today=TODAY, by=by)


@pytest.fixture
def step(goal: Goal, by: Actor) -> GoalStep:
    facts = StepFacts("Ringa biblioteket", due_on=date(2025, 3, 15))
    return add_step(goal=goal, facts=facts, today=TODAY, by=by)


@pytest.fixture
def second(goal: Goal, step: GoalStep, by: Actor) -> GoalStep:
    facts = StepFacts("Fråga om intyg", doer="referrer")
    return add_step(goal=goal, facts=facts, today=TODAY, by=by)


@pytest.fixture
def hopes(team: Team) -> Question:
    """A question that the team asks in its assessments."""
    return Question.objects.create(
        team=team, form=Form.ASSESSMENT, text="Vad fungerar redan?", answer=Answer.TEXT
    )


@pytest.fixture
def scaling(team: Team) -> Question:
    """A scaling question that the team asks everybody."""
    return Question.objects.create(
        team=team, form=Form.SCALING, text="Hur nära är du ditt mål?", answer=Answer.SCALE
    )
