"""The demo's placements: who is ready, ladders, hours worked, follow-ups and what came of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any
from uuid import UUID

from django.db.models import Model

from samspel.accounts.actor import Actor
from samspel.exchange.demo.casework import placement_words as words
from samspel.exchange.demo.casework.chance import working_day
from samspel.exchange.demo.casework.stays import Stay, write_all
from samspel.participants.employers.models import Task, WorkKind
from samspel.participants.placements.ladder import Rung, monday_of, mondays, planned_in
from samspel.participants.placements.models import (
    LadderStep,
    Placement,
    PlacementFollowUp,
    Readiness,
    SubsidyForm,
    WorkedWeek,
)
from samspel.participants.placements.own_words import take_starter_set
from samspel.participants.placements.purpose import BreakReason, Outcome, Purpose

_BEFORE = timedelta(days=75)
"""So long into a stay nobody is ready yet."""
_LADDERS = ((4, 8, 12), (6, 10, 15, 20), (8, 12, 16), (10, 15, 20, 25), (5, 7.5, 10), (12, 20))
_ENDS = {
    "work": Outcome.WORK,
    "studies": Outcome.STUDIES,
    "sickness_compensation": Outcome.CLARIFIED,
}
_OTHERWISE = (Outcome.PURPOSE_REACHED, Outcome.CLARIFIED, Outcome.ELSEWHERE, Outcome.BROKEN_OFF)


def fill_placements(stays: Sequence[Stay], *, by: Actor, today: date) -> None:
    """Write the placements of those who have been enrolled for long enough; employers stand."""
    long = [stay for stay in stays if stay.until - stay.first > _BEFORE]
    if not long:
        return
    team = long[0].episode.team
    take_starter_set(team=team, by=by)
    subsidies = list(SubsidyForm.objects.filter(team=team).order_by("pk"))
    offered = Task.objects.of_teams([team]).offered().select_related("employer")
    found = list(offered.prefetch_related("employer__contacts").order_by("title", "pk"))
    if not found:
        return
    tasks = cycle(found)
    made = [each for stay in long for each in _placement(stay, tasks, subsidies)]
    write_all(made)
    by_case = {stay.episode.pk: stay for stay in long}
    write_all(each for row in made for each in _beside(row, by_case[row.episode_id], today))
    _write_readiness(long, {row.episode_id: row for row in made}, team_id=team.pk)


def _placement(
    stay: Stay, tasks: Iterator[Task], subsidies: Sequence[SubsidyForm]
) -> Iterator[Placement]:
    chance = stay.chance
    if not chance.happens(0.55):
        return
    ready_on = working_day(stay.first + chance.days(60, 130))
    starts_on = monday_of(ready_on + chance.days(12, 60))
    if starts_on > stay.until + timedelta(days=20) or starts_on < stay.first:
        return
    if starts_on > stay.until and not stay.is_open:
        return
    task, length = next(tasks), chance.number(10, 26)
    contacts = [each for each in task.employer.contacts.all() if each.is_used]
    ends_on = starts_on + timedelta(days=7 * length - 3)
    yield Placement(
        episode=stay.episode,
        employer=task.employer,
        task=task,
        supervisor=contacts[0] if contacts else None,
        purpose=chance.one_of(Purpose.values),
        goal=chance.one_of(words.GOALS),
        duties=task.text,
        times=chance.one_of(words.TIMES),
        subsidy=chance.one_of(subsidies) if chance.happens(0.15) else None,
        ready_on=min(ready_on, stay.today),
        starts_on=starts_on,
        ends_planned_on=ends_on,
        follow_up_weeks=chance.one_of((4, 4, 6, 8)),
        **_end(stay, starts_on, ends_on),
    )


def _end(stay: Stay, starts_on: date, ends_on: date) -> dict[str, Any]:
    """How it ended, if it has: with its time, or with the case."""
    chance, episode = stay.chance, stay.episode
    last = min(ends_on, stay.until)
    goes_on = stay.is_open and ends_on >= stay.today - timedelta(days=5)
    if goes_on or last < starts_on:
        return {}
    outcome = _ENDS.get(episode.outcome) or chance.one_of(_OTHERWISE)
    if outcome == Outcome.WORK and chance.happens(0.4):
        outcome = Outcome.SUBSIDISED_WORK
    is_broken = outcome == Outcome.BROKEN_OFF
    return {
        "ended_on": last,
        "outcome": outcome,
        "break_reason": chance.one_of(BreakReason.values) if is_broken else "",
        "worked_well": chance.one_of(words.WORKED),
        "did_not_work": chance.one_of(words.DID_NOT),
        "adaptations": chance.one_of(words.ADAPTATIONS),
        "hours_reached": Decimal(chance.number(8, 40)) / 2,
    }


def _beside(row: Placement, stay: Stay, today: date) -> Iterator[Model]:
    """The ladder, the hours worked week by week, and the follow-ups."""
    rungs = list(_rungs(row, stay))
    yield from (LadderStep(placement=row, on=each.on, hours=each.hours) for each in rungs)
    last = min(row.ended_on or today, today)
    for monday in mondays(row.starts_on, last - timedelta(days=6)):
        hours = max(Decimal(0), planned_in(rungs, monday) + stay.chance.one_of(_SLACK))
        if stay.chance.happens(0.93):
            hours = min(hours, Decimal(40))
            yield WorkedWeek(placement=row, monday=monday, hours=hours, entered_by=stay.coach)
    held = working_day(row.starts_on + timedelta(weeks=row.follow_up_weeks))
    while held <= last - timedelta(days=9):
        came_out = stay.chance.one_of(words.FOLLOW_UPS)
        yield PlacementFollowUp(placement=row, held_on=held, came_out=came_out)
        held = working_day(held + timedelta(weeks=row.follow_up_weeks))


_SLACK = tuple(Decimal(each) for each in ("-3", "-1.5", "-1", "0", "0", "0", "0", "0.5", "1"))


def _rungs(row: Placement, stay: Stay) -> Iterator[Rung]:
    on = row.starts_on
    for hours in stay.chance.one_of(_LADDERS):
        if row.ends_planned_on is None or on <= row.ends_planned_on:
            yield Rung(on, Decimal(str(hours)))
        on += timedelta(weeks=stay.chance.number(3, 6))


def _write_readiness(
    stays: Sequence[Stay], placed: Mapping[UUID, Placement], *, team_id: int
) -> None:
    """What those wish for and need who are placed, and some who wait."""
    kinds = list(WorkKind.objects.filter(team=team_id, is_used=True).order_by("pk"))
    rows = [
        _readiness(stay, placed.get(stay.episode.pk)) for stay in stays if _wishes(stay, placed)
    ]
    write_all(rows)
    chances = {stay.episode.pk: stay.chance for stay in stays}
    through = Readiness.work_kinds.through
    through.objects.bulk_create(
        through(readiness_id=row.pk, workkind_id=kind.pk)
        for row in rows
        for kind in chances[row.episode_id].some_of(kinds, min(3, len(kinds)))
    )


def _wishes(stay: Stay, placed: Mapping[UUID, Placement]) -> bool:
    return stay.episode.pk in placed or (stay.is_open and stay.chance.happens(0.6))


def _readiness(stay: Stay, placement: Placement | None) -> Readiness:
    chance = stay.chance
    waits = max(stay.first + chance.days(60, 75), stay.today - chance.days(10, 150))
    is_waiting = chance.happens(0.75) and waits <= stay.today
    return Readiness(
        episode=stay.episode,
        ready_on=placement.ready_on if placement else (waits if is_waiting else None),
        wishes=chance.one_of(words.WISHES),
        strengths=chance.one_of(words.STRENGTHS),
        structure_at_most=chance.one_of(("simple", "some", "some", "demanding", "")),
        accessibility=chance.some_of(("bus", "rest", "quiet", "flexible_hours"), 2),
        hours=Decimal(chance.one_of((4, 6, 8, 10, 12))),
    )
