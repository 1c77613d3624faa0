"""A task has so many places: the last one is taken once, and what has been is never refused."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samspel.accounts.actor import SYSTEM, Actor
from samspel.participants.employers.models import Task
from samspel.participants.models import Episode
from samspel.participants.placements.ending import call_off, take_up_again
from samspel.participants.placements.ladder import Rung
from samspel.participants.placements.models import Placement
from samspel.participants.placements.placing import PlacementFacts, change_placement, place
from tests import people
from tests.employer_things import make_employer, make_task
from tests.participants.placements.conftest import TODAY
from tests.participants.placements.made import make_placement

SOON, LAST = date(2025, 6, 2), date(2025, 8, 29)


def facts(task: Task, starts_on: date = SOON, ends_on: date | None = LAST) -> PlacementFacts:
    return PlacementFacts(
        employer=task.employer,
        task=task,
        purpose="hours",
        starts_on=starts_on,
        ends_planned_on=ends_on,
    )


def placed(
    episode: Episode, task: Task, starts_on: date = SOON, ends_on: date | None = LAST
) -> str:
    """What came of it: nothing is that there was room."""
    rungs = [Rung(starts_on, Decimal(8))]
    wanted = facts(task, starts_on, ends_on)
    try:
        place(episode=episode, facts=wanted, rungs=rungs, today=TODAY, by=SYSTEM)
    except ValidationError as refused:
        return " ".join(refused.messages)
    return ""


@pytest.fixture
def task(case: Episode) -> Task:
    """With one place, which nobody has."""
    return make_task(make_employer(case.team), capacity=1)


@pytest.fixture
def other(case: Episode) -> Episode:
    return people.make_episode(people.make_participant(case.team))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_full"),
    [
        (date(2025, 8, 29), None, True),
        (date(2025, 8, 30), None, False),
        (TODAY, date(2025, 6, 1), False),
        (TODAY, date(2025, 6, 2), True),
        (TODAY, None, True),
        # What has been is written down as it was.
        (date(2025, 4, 1), date(2025, 5, 14), False),
    ],
)
def test_a_place_is_taken_on_its_days(
    case: Episode,
    other: Episode,
    task: Task,
    starts_on: date,
    ends_on: date | None,
    *,
    is_full: bool,
) -> None:
    assert placed(case, task) == ""
    said = placed(other, task, starts_on, ends_on)
    assert said.startswith("Det finns ingen ledig plats") == is_full
    assert Placement.objects.count() == 2 - is_full


def test_two_who_do_not_meet_take_one_place(case: Episode, other: Episode, task: Task) -> None:
    """A place that is free before and after is one place for somebody who stays over both."""
    Task.objects.filter(pk=task.pk).update(capacity=2)
    assert placed(case, task, SOON, date(2025, 6, 30)) == ""
    assert placed(other, task, date(2025, 7, 1), LAST) == ""
    third = people.make_episode(people.make_participant(case.team))
    assert placed(third, task, SOON, LAST) == ""


def test_what_was_called_off_is_taken_up_only_where_there_is_room(
    case: Episode, other: Episode, task: Task
) -> None:
    assert placed(case, task) == ""
    row = Placement.objects.get()
    row = call_off(placement=row, version=row.version, today=TODAY, by=SYSTEM)
    assert placed(other, task) == ""
    with pytest.raises(ValidationError, match="ingen ledig plats"):
        take_up_again(placement=row, version=row.version, today=TODAY, by=SYSTEM)


def changed(row: Placement, **values: Any) -> str:
    """What came of changing what was agreed: nothing is that there was room."""
    row.refresh_from_db()
    stands = {name: getattr(row, name) for name in PlacementFacts.__dataclass_fields__}
    wanted = PlacementFacts(**stands | values)
    act: dict[str, Any] = {
        "placement": row,
        "version": row.version,
        "facts": wanted,
        "today": TODAY,
    }
    try:
        change_placement(**act, by=SYSTEM)
    except ValidationError as refused:
        return " ".join(f"{field}: {said[0]}" for field, said in refused.message_dict.items())
    return ""


def test_a_change_is_refused_where_it_would_need_a_place_that_is_taken(
    case: Episode, other: Episode, task: Task
) -> None:
    assert placed(case, task, SOON, date(2025, 6, 30)) == ""
    assert placed(other, task, date(2025, 7, 1), LAST) == ""
    first = Placement.objects.get(episode=case)
    assert changed(first, ends_planned_on=date(2025, 7, 1)).startswith(
        "task: Det finns ingen ledig"
    )
    first.refresh_from_db()
    assert (first.ends_planned_on, first.version) == (date(2025, 6, 30), 1)
    assert changed(first, goal="Orka tre dagar") == ""
    assert changed(first, ends_planned_on=date(2025, 6, 27)) == ""
    elsewhere = make_task(task.employer, title="Ett annat", capacity=1)
    assert changed(first, task=elsewhere, ends_planned_on=date(2025, 7, 1)) == ""
    assert changed(first, task=task).startswith("task: Det finns ingen ledig plats")


def test_without_a_task_there_is_always_room(case: Episode, other: Episode, task: Task) -> None:
    make_placement(case, task.employer, ends_planned_on=None)
    wanted = PlacementFacts(
        employer=task.employer, task=None, purpose="hours", starts_on=SOON, ends_planned_on=None
    )
    rungs = [Rung(SOON, Decimal(8))]
    assert place(episode=other, facts=wanted, rungs=rungs, today=TODAY, by=Actor(None)).pk


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_gets_the_last_place() -> None:
    team = people.make_team("Team", people.make_association())
    task = make_task(make_employer(team), capacity=1)
    cases = [people.make_episode(people.make_participant(team)) for _each in range(4)]

    def take(episode: Episode) -> str:
        try:
            return placed(episode, task)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(cases)) as pool:
        outcomes = list(pool.map(take, cases))
    assert outcomes.count("") == 1
    assert Placement.objects.count() == 1
