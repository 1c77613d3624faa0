"""Setting goals and taking steps: who does what until when. Nothing is removed."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import count

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.constraints import broken_constraints
from samspel.participants.episode import Episode
from samspel.participants.plans.goal import Doer, Goal, GoalStep
from samspel.participants.plans.locked import planning, tell
from samspel.participants.plausible import date_fault
from samspel.records.versions import must_be, set_values

LONGEST_AHEAD = timedelta(days=5 * 366)
"""Nobody plans a step further ahead; a year with a slip of the finger lies further."""
Faults = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What is entered about a goal."""

    title: str
    sign: str
    set_on: date
    reached_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What is entered about a step."""

    what: str
    doer: str = Doer.PARTICIPANT
    due_on: date | None = None
    done_on: date | None = None
    left_on: date | None = None


def set_goal(*, episode: Episode, facts: GoalFacts, today: date, by: Actor) -> Goal:
    """Set a goal; the same one sent twice is one goal.

    Raises ValidationError when the stage has no plan or the dates do not fit.
    """
    with planning(episode, today=today, by=by) as row:
        for same in Goal.objects.filter(episode=row, **asdict(facts)):
            return same
        goal = Goal(episode=row, **asdict(facts))
        _check(goal, _goal_faults(goal, row, today))
        goal.save()
        tell(act="goal_set", episode=row, fields=["title", *(["sign"] if goal.sign else [])], by=by)
    return goal


def change_goal(*, goal: Goal, version: int, facts: GoalFacts, today: date, by: Actor) -> Goal:
    """Word a goal anew, or say that it is reached or left.

    Raises ValidationError as `set_goal` does, and ChangedMeanwhileError.
    """
    with planning(goal.episode, today=today, by=by) as episode:
        row = Goal.objects.select_for_update().get(pk=goal.pk)
        must_be(version, row)
        changed = set_values(row, asdict(facts))
        if changed:
            _check(row, _goal_faults(row, episode, today))
            row.version += 1
            row.save()
            tell(act="goal_changed", episode=episode, fields=changed, by=by)
    return row


def mark_goal(*, goal: Goal, is_reached: bool, today: date, by: Actor) -> Goal:
    """Say that a goal is reached today, or is worked for again; twice is as once.

    Raises ValidationError when the stage has no plan.
    """
    with planning(goal.episode, today=today, by=by) as episode:
        row = Goal.objects.select_for_update().get(pk=goal.pk)
        changed = set_values(row, _ending(row, is_reached=is_reached, today=today))
        if changed:
            _check(row, _goal_faults(row, episode, today))
            row.version += 1
            row.save()
            tell(act="goal_changed", episode=episode, fields=changed, by=by)
    return row


def _ending(goal: Goal, *, is_reached: bool, today: date) -> dict[str, date | None]:
    """The days of a goal's end; the day on which it was reached already stays."""
    return {"reached_on": (goal.reached_on or today) if is_reached else None, "left_on": None}


def add_step(*, goal: Goal, facts: StepFacts, today: date, by: Actor) -> GoalStep:
    """Add a step after the others; the same one sent twice is one step.

    Raises ValidationError when the stage has no plan, the goal has ended or the dates do not fit.
    """
    with planning(goal.episode, today=today, by=by) as episode:
        row = Goal.objects.select_for_update().get(pk=goal.pk)
        if not row.is_open:
            raise ValidationError(_("The goal is reached or left: set a new one."))
        others = list(row.steps.all())
        for other in others:
            if StepFacts(**{name: getattr(other, name) for name in asdict(facts)}) == facts:
                return other
        last = max((other.place for other in others), default=0)
        step = GoalStep(goal=row, place=last + 1, **asdict(facts))
        _check(step, _step_faults(step, today))
        step.save()
        tell(act="goal_step_added", episode=episode, fields=["what", "doer", "due_on"], by=by)
    return step


def change_step(
    *, step: GoalStep, version: int, facts: StepFacts, today: date, by: Actor
) -> GoalStep:
    """Change a step, or say when it was done or left.

    Raises ValidationError as `add_step` does, and ChangedMeanwhileError.
    """
    with planning(step.goal.episode, today=today, by=by) as episode:
        row = _locked_step(step)
        must_be(version, row)
        changed = set_values(row, asdict(facts))
        if changed:
            _check(row, _step_faults(row, today))
            row.version += 1
            row.save()
            tell(act="goal_step_changed", episode=episode, fields=changed, by=by)
    return row


def mark_step(*, step: GoalStep, is_done: bool, today: date, by: Actor) -> GoalStep:
    """Say that a step is done today, or that it is not done after all; twice is as once.

    Raises ValidationError when the stage has no plan.
    """
    with planning(step.goal.episode, today=today, by=by) as episode:
        row = _locked_step(step)
        if (row.done_on is not None) != is_done:
            row.done_on = today if is_done else None
            row.left_on = None
            row.version += 1
            row.save()
            tell(act="goal_step_done", episode=episode, fields=["done_on"], by=by)
    return row


def move_step(*, step: GoalStep, place: int, today: date, by: Actor) -> None:
    """Let a step stand at ``place`` (1 is the first) among the steps of its goal.

    Raises ValidationError when the stage has no plan.
    """
    with planning(step.goal.episode, today=today, by=by) as episode:
        steps = list(GoalStep.objects.select_for_update().filter(goal=step.goal_id))
        before = [each.pk for each in steps]
        moved = next(each for each in steps if each.pk == step.pk)
        steps.remove(moved)
        steps.insert(max(place, 1) - 1, moved)
        if [each.pk for each in steps] == before:
            return
        _number(steps)
        tell(act="goal_step_moved", episode=episode, fields=["place"], by=by)


def _number(steps: Iterable[GoalStep]) -> None:
    """Where a step stands says nothing that a writer could write over: its version stays."""
    for place, step in zip(count(1), steps):
        if step.place != place:
            step.place = place
            step.save(update_fields=["place"])


def _locked_step(step: GoalStep) -> GoalStep:
    return GoalStep.objects.select_for_update().select_related("goal").get(pk=step.pk)


def _goal_faults(goal: Goal, episode: Episode, today: date) -> Faults:
    faults: Faults = {}
    if not goal.title.strip():
        faults["title"] = [_("Write the goal.")]
    if sentence := date_fault("set_on", goal.set_on, today):
        faults["set_on"] = [sentence]
    elif goal.set_on < episode.began_on:
        faults["set_on"] = [_("The goal cannot be set before the case began.")]
    if goal.reached_on and goal.left_on:
        faults["left_on"] = [_("A goal is reached or left, not both.")]
    for name in ("reached_on", "left_on"):
        day = getattr(goal, name)
        if day and day > today:
            faults[name] = [_("The date is in the future: enter it when it has come.")]
        elif day and day < goal.set_on:
            faults[name] = [_("A goal cannot end before it was set.")]
    return faults


def _step_faults(step: GoalStep, today: date) -> Faults:
    faults: Faults = {}
    if not step.what.strip():
        faults["what"] = [_("Write what is to be done.")]
    if step.due_on and step.due_on < step.goal.set_on:
        faults["due_on"] = [_("A step cannot be due before its goal was set.")]
    if step.due_on and step.due_on > today + LONGEST_AHEAD:
        faults["due_on"] = [_("Check the year: the date is more than five years ahead.")]
    if step.done_on and step.left_on:
        faults["left_on"] = [_("A step is done or left, not both.")]
    for name in ("done_on", "left_on"):
        day = getattr(step, name)
        if day and day > today:
            faults[name] = [_("The date is in the future: enter it when it has come.")]
        elif day and day < step.goal.set_on:
            faults[name] = [_("A step cannot end before its goal was set.")]
    return faults


def _check(row: Goal | GoalStep, faults: Faults) -> None:
    """Raise ValidationError with every fault; the constraints speak where no field has."""
    faults = faults or broken_constraints(row)
    if faults:
        raise ValidationError(dict(faults))
