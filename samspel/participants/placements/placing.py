"""Agreeing on a placement, and changing what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.employers.contact import EmployerContact
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.task import Task
from samspel.participants.episode import Episode
from samspel.participants.placements.changing import (
    Faults,
    locked_case,
    locked_placement,
    save_checked,
    tell,
)
from samspel.participants.placements.ladder import Rung, ladder_fault, monday_of
from samspel.participants.placements.ladder_step import LadderStep, WorkedWeek
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.purpose import State
from samspel.participants.placements.room import room_fault
from samspel.participants.placements.subsidy import SubsidyForm
from samspel.records.versions import set_values

_PLACE = {"task", "starts_on", "ends_planned_on"}
"""What says which place is taken, and when."""
AHEAD = timedelta(days=366)
LONGEST = timedelta(days=3 * 366)
"""A planned end further from the start is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """What is agreed about a placement."""

    employer: Employer
    purpose: str
    starts_on: date
    task: Task | None = None
    supervisor: EmployerContact | None = None
    goal: str = ""
    duties: str = ""
    times: str = ""
    subsidy: SubsidyForm | None = None
    ready_on: date | None = None
    ends_planned_on: date | None = None
    follow_up_weeks: int = 4

    def values(self) -> dict[str, Any]:
        """The fields of the model."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def place(
    *, episode: Episode, facts: PlacementFacts, rungs: Sequence[Rung], today: date, by: Actor
) -> Placement:
    """Agree on a placement with its ladder; the same one sent twice is one placement.

    Raises ValidationError where the case is not enrolled, the dates do not fit into the stay, the
    ladder is none, or employer, task or supervisor are not the team's.
    """
    with locked_case(episode, today=today, by=by) as case:
        for same in Placement.objects.filter(episode=case, called_off_on=None, **facts.values()):
            return same
        row = Placement(episode=case, version=0, **facts.values())
        faults = _faults(row, today)
        fault = ladder_fault(rungs, starts_on=row.starts_on, ends_on=row.ends_planned_on)
        if fault and "starts_on" not in faults:
            faults["ladder"] = [fault]
        save_checked(row, faults or _room(row, today))
        LadderStep.objects.bulk_create(_steps(row, rungs))
        tell(row, act="placement_made", fields=["employer", "starts_on", "ladder"], by=by)
    return row


def change_placement(
    *, placement: Placement, version: int, facts: PlacementFacts, today: date, by: Actor
) -> Placement:
    """Change what was agreed; the ladder's first step moves with the start.

    Raises ValidationError as `place` does, and ChangedMeanwhileError.
    """
    with locked_placement(placement, version=version, today=today, by=by) as row:
        changed = set_values(row, facts.values())
        if not changed:
            return row
        steps = list(row.steps.order_by("on"))
        faults = _faults(row, today)
        if "starts_on" not in faults and (fault := _moved_fault(row, steps)):
            faults["starts_on"] = [fault]
        takes_place = row.state(today) in (State.PLANNED, State.ONGOING)
        if takes_place and not faults and _PLACE & set(changed):
            faults |= _room(row, today)
        save_checked(row, faults)
        if steps and steps[0].on != row.starts_on:
            steps[0].on = row.starts_on
            steps[0].save()
        tell(row, act="placement_changed", fields=changed, by=by)
    return row


def save_ladder(
    *, placement: Placement, version: int, rungs: Sequence[Rung], today: date, by: Actor
) -> Placement:
    """Put another ladder in the place of the one that there was.

    Raises ValidationError with one sentence where it is none, and ChangedMeanwhileError.
    """
    with locked_placement(placement, version=version, today=today, by=by) as row:
        if [each.rung for each in row.steps.order_by("on")] == list(rungs):
            return row
        fault = ladder_fault(rungs, starts_on=row.starts_on, ends_on=row.ends_planned_on)
        save_checked(row, {"ladder": [fault]} if fault else {})
        row.steps.all().delete()
        LadderStep.objects.bulk_create(_steps(row, rungs))
        tell(row, act="placement_ladder_changed", fields=["ladder"], by=by)
    return row


def _room(row: Placement, today: date) -> Faults:
    fault = room_fault(row, today)
    return {"task": [fault]} if fault else {}


def _steps(row: Placement, rungs: Sequence[Rung]) -> list[LadderStep]:
    return [LadderStep(placement=row, on=each.on, hours=each.hours) for each in rungs]


def _faults(row: Placement, today: date) -> Faults:
    """What is wrong with what was agreed, by field."""
    faults: Faults = {}
    for name, fault in (
        ("starts_on", _start_fault(row, today)),
        ("ends_planned_on", _end_fault(row)),
        ("ready_on", _ready_fault(row, today)),
        *_whose(row),
    ):
        if fault:
            faults[name] = [fault]
    return faults


def _start_fault(row: Placement, today: date) -> str | None:
    episode = row.episode
    if episode.enrolled_on is not None and row.starts_on < episode.enrolled_on:
        said = _("The person was not enrolled then: the enrolment began on %(day)s.")
        return said % {"day": episode.enrolled_on.isoformat()}
    if episode.closed_on is not None and row.starts_on > episode.closed_on:
        said = _("The person is not enrolled then: the case closes on %(day)s.")
        return said % {"day": episode.closed_on.isoformat()}
    if row.starts_on > today + AHEAD:
        return _("Check the year: the date is more than a year ahead.")
    if row.ended_on is not None and row.starts_on > row.ended_on:
        return _("The placement cannot end before it starts.")
    return None


def _end_fault(row: Placement) -> str | None:
    if row.ends_planned_on is None:
        return None
    if row.ends_planned_on < row.starts_on:
        return _("The planned end cannot be before the start.")
    if row.ends_planned_on > row.starts_on + LONGEST:
        return _("Check the year: the placement would last for more than three years.")
    return None


def _ready_fault(row: Placement, today: date) -> str | None:
    if row.ready_on is None:
        return None
    if row.ready_on > today:
        return _("The date is in the future: enter it when it has come.")
    if row.ready_on > row.starts_on:
        return _("The day of being ready cannot be after the start.")
    return None


def _whose(row: Placement) -> list[tuple[str, str | None]]:
    """What is another team's, or another employer's."""
    team, employer = row.episode.team_id, row.employer_id
    others = _("Choose one of the team's own.")
    elsewhere = _("Choose one of this employer's own.")
    task, supervisor, subsidy = row.task, row.supervisor, row.subsidy
    return [
        ("employer", others if row.employer.team_id != team else None),
        ("task", elsewhere if task is not None and task.employer_id != employer else None),
        (
            "supervisor",
            elsewhere if supervisor is not None and supervisor.employer_id != employer else None,
        ),
        ("subsidy", others if subsidy is not None and subsidy.team_id != team else None),
    ]


def _moved_fault(row: Placement, steps: Sequence[LadderStep]) -> str | None:
    """What is wrong with new dates beside the ladder and the hours that were worked."""
    rungs = [each.rung for each in steps]
    if rungs:
        rungs[0] = Rung(row.starts_on, rungs[0].hours)
    if rungs and (
        fault := ladder_fault(rungs, starts_on=row.starts_on, ends_on=row.ends_planned_on)
    ):
        return fault
    first = monday_of(row.starts_on)
    if WorkedWeek.objects.filter(placement=row, monday__lt=first).exists():
        return _("Hours have been entered for weeks before that day. Take them away first.")
    return None
