"""The demo's placements: who is ready, ladders, hours worked, follow-ups and what came of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle, islice
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
_SOON = timedelta(days=20)
"""So far ahead a placement is agreed on."""
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
    offers = _Offers(found, subsidies)
    made = [each for stay in long for each in _placements(stay, offers)]
    write_all(made)
    by_case = {stay.episode.pk: stay for stay in long}
    write_all(each for row in made for each in _beside(row, by_case[row.episode_id], today))
    first = {row.episode_id: row for row in reversed(made)}
    _write_readiness(long, first, team_id=team.pk)


class _Offers:
    """The offered tasks in their turn, and what became of those who have been at an employer."""

    def __init__(self, tasks: Sequence[Task], subsidies: Sequence[SubsidyForm]) -> None:
        self.tasks, self.subsidies, self.turn = tasks, subsidies, cycle(tasks)
        self.taken: Counter[UUID] = Counter()
        self.endings: dict[UUID, Iterator[Outcome]] = {}

    def take(self, *, goes_on: bool) -> Task | None:
        """The next task; for somebody who is still there the next one with a free place."""
        for task in islice(self.turn, len(self.tasks)):
            if not goes_on or self.taken[task.pk] < task.capacity:
                self.taken[task.pk] += goes_on
                return task
        return None

    def ending(self, task: Task) -> Outcome:
        """What a placement with the task's employer led to, where the case does not say it."""
        begin = len(self.endings) % len(_OTHERWISE)
        turned = cycle((*_OTHERWISE[begin:], *_OTHERWISE[:begin]))
        return next(self.endings.setdefault(task.employer_id, turned))


def _placements(stay: Stay, offers: _Offers) -> Iterator[Placement]:
    """One for every second, and for some who are still enrolled another that goes on."""
    chance, made = stay.chance, None
    if chance.happens(0.55):
        ready_on = working_day(stay.first + chance.days(60, 130))
        starts_on = monday_of(ready_on + chance.days(12, 60))
        is_late = starts_on > stay.until + (_SOON if stay.is_open else timedelta(0))
        if starts_on >= stay.first and not is_late:
            made = _placement(stay, offers, ready_on, starts_on, chance.number(10, 26))
    if made is not None:
        yield made
    starts_on = monday_of(stay.today - chance.days(7, 110))
    is_free = made is None or (made.ended_on is not None and made.ended_on < starts_on)
    if stay.is_open and is_free and starts_on > stay.first + _BEFORE and chance.happens(0.8):
        ready_on = working_day(starts_on - chance.days(12, 60))
        again = _placement(stay, offers, ready_on, starts_on, chance.number(18, 28))
        if again is not None:
            yield again


def _placement(
    stay: Stay, offers: _Offers, ready_on: date, starts_on: date, weeks: int
) -> Placement | None:
    """One placement; None where nobody has a place left."""
    chance = stay.chance
    ends_on = starts_on + timedelta(days=7 * weeks - 3)
    goes_on = stay.is_open and ends_on >= stay.today - timedelta(days=5)
    task = offers.take(goes_on=goes_on)
    if task is None:
        return None
    contacts = [each for each in task.employer.contacts.all() if each.is_used]
    return Placement(
        episode=stay.episode,
        employer=task.employer,
        task=task,
        supervisor=contacts[0] if contacts else None,
        purpose=chance.one_of(Purpose.values),
        goal=chance.one_of(words.GOALS),
        duties=task.text,
        times=chance.one_of(words.TIMES),
        subsidy=chance.one_of(offers.subsidies) if chance.happens(0.15) else None,
        ready_on=min(ready_on, stay.today),
        starts_on=starts_on,
        ends_planned_on=ends_on,
        follow_up_weeks=chance.one_of((4, 4, 6, 8)),
        **({} if goes_on else _end(stay, offers, task, min(ends_on, stay.until), starts_on)),
    )


def _end(stay: Stay, offers: _Offers, task: Task, last: date, starts_on: date) -> dict[str, Any]:
    """How it ended: with its time, or with the case."""
    chance, episode = stay.chance, stay.episode
    if last < starts_on:
        return {}
    outcome = _ENDS.get(episode.outcome) or offers.ending(task)
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
