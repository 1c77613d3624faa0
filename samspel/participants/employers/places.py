"""Free places at the tasks that employers offer: how many there are, and from when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from samspel.organisation.team import Team
from samspel.participants.employers.history import TakenPlace, taken_places
from samspel.participants.employers.task import Task


@dataclass(frozen=True, slots=True)
class Places:
    """``free_from`` is ``today`` where a place is free, and None where no end is in sight."""

    capacity: int
    taken: int
    free_from: date | None

    @property
    def free(self) -> int:
        """Places that are free today; never below none, also where more were taken than offered."""
        return max(0, self.capacity - self.taken)


def places_of(capacity: int, taken: Iterable[TakenPlace], *, today: date) -> Places:
    """The places of one task, by those that are ``taken`` at it."""
    rows = list(taken)
    ends = {each.until for each in rows if each.until is not None and each.until >= today}
    days = [today, *(last + timedelta(days=1) for last in sorted(ends))]
    free = (day for day in days if _taken_on(rows, day) < capacity)
    return Places(capacity, _taken_on(rows, today), next(free, None))


def _taken_on(rows: Iterable[TakenPlace], day: date) -> int:
    return sum(each.since <= day and (each.until is None or each.until >= day) for each in rows)


def most_at_once(taken: Iterable[TakenPlace], *, since: date, until: date | None) -> int:
    """How many of the places are taken at the same time, at the most, from a day to a last day.

    ``until`` None goes on. Nobody comes between the days on which places begin to be taken.
    """
    rows = list(taken)
    begun = (row.since for row in rows if row.since > since)
    days = [since, *(day for day in begun if until is None or day <= until)]
    return max(_taken_on(rows, day) for day in days)


def places_at(tasks: Iterable[Task], teams: Sequence[Team], *, today: date) -> dict[UUID, Places]:
    """The places of each of the tasks, which are of the ``teams``; one query for what is taken."""
    by_task: dict[UUID, list[TakenPlace]] = {}
    for each in taken_places(teams, today=today):
        by_task.setdefault(each.task, []).append(each)
    return {
        task.pk: places_of(task.capacity, by_task.get(task.pk, ()), today=today) for task in tasks
    }


def together(places: Sequence[Places]) -> Places | None:
    """The places of several tasks as one; None without a task."""
    if not places:
        return None
    days = [each.free_from for each in places if each.free_from is not None]
    capacity = sum(each.capacity for each in places)
    return Places(capacity, capacity - sum(each.free for each in places), min(days, default=None))
