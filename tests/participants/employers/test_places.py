"""Free places: how many now, and from when there is one."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from samspel.participants.employers.employer_list import told_places
from samspel.participants.employers.history import TakenPlace
from samspel.participants.employers.models import Task
from samspel.participants.employers.places import Places, places_at, places_of, together
from tests.participants.employers.conftest import TODAY, Told

TASK = uuid4()
DAY = timedelta(days=1)


def taken(since: int, until: int | None, task: UUID = TASK) -> TakenPlace:
    """A place taken from so many days from today to so many days from today."""
    return TakenPlace(task, TODAY + since * DAY, None if until is None else TODAY + until * DAY)


@pytest.mark.parametrize(
    ("capacity", "places", "taken_now", "free_from"),
    [
        (1, [], 0, 0),
        (1, [taken(-5, 0)], 1, 1),
        (1, [taken(-5, -1)], 0, 0),
        (1, [taken(1, 9)], 0, 0),
        (1, [taken(-5, None)], 1, None),
        (2, [taken(-5, None)], 1, 0),
        (2, [taken(-5, None), taken(-1, 6)], 2, 7),
        (1, [taken(-5, 3), taken(4, 8)], 1, 9),
        (1, [taken(-5, 3), taken(4, None)], 1, None),
        (1, [taken(-5, 3), taken(-2, 5)], 2, 6),
    ],
)
def test_places(
    capacity: int, places: list[TakenPlace], taken_now: int, free_from: int | None
) -> None:
    found = places_of(capacity, places, today=TODAY)
    day = None if free_from is None else TODAY + free_from * DAY
    assert found == Places(capacity, taken_now, day)
    assert found.free == max(0, capacity - taken_now)


def test_each_task_has_its_own(task: Task, told: Told) -> None:
    told.takes_place(task.pk, TODAY, None)
    told.takes_place(uuid4(), TODAY, None)
    assert places_at([task], [task.employer.team], today=TODAY)[task.pk].free == 1


def test_several_tasks_as_one() -> None:
    found = together([Places(1, 2, date(2025, 8, 1)), Places(2, 1, TODAY)])
    assert found == Places(3, 2, TODAY)
    assert together([Places(1, 1, None)]) == Places(1, 1, None)
    assert together([]) is None


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (None, "ingen uppgift ännu"),
        (Places(1, 0, TODAY), "1 av 1 ledig"),
        (Places(3, 1, TODAY), "2 av 3 lediga"),
        (Places(1, 1, date(2025, 8, 1)), "ledigt från 2025-08-01"),
        (Places(1, 1, None), "inga lediga"),
    ],
)
def test_places_in_words(places: Places | None, words: str) -> None:
    assert told_places(places)[0] == words
