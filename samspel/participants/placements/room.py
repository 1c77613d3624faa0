"""Whether a task has a free place for somebody: places are taken until they are left."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samspel.participants.employers.history import TakenPlace
from samspel.participants.employers.places import most_at_once
from samspel.participants.employers.task import Task
from samspel.participants.placements.placement import Placement, has_ended


def taken_at(found: QuerySet[Placement], today: date) -> list[TakenPlace]:
    """The places that placements take on the day or will take; one query."""
    there = found.filter(~has_ended(today), task__isnull=False, called_off_on=None)
    rows = there.order_by().values_list("task", "starts_on", "ends_planned_on")
    return [
        # Somebody who stays over the planned end has the place until they leave.
        TakenPlace(task, since, until if until is not None and until >= today else None)
        for task, since, until in rows
        if task is not None
    ]


def room_fault(row: Placement, today: date) -> str | None:
    """What is wrong where the task has no place left for the placement, from today on.

    The task stays locked until the transaction ends, so that of two who take the last place at
    the same moment one is told. What has been is written down as it was, and never refused.
    """
    until = row.ends_planned_on
    if row.task_id is None or (until is not None and until < today):
        return None
    capacity = Task.objects.select_for_update().get(pk=row.task_id).capacity
    others = Placement.objects.filter(task=row.task_id).exclude(pk=row.pk)
    taken = most_at_once(taken_at(others, today), since=max(row.starts_on, today), until=until)
    if taken < capacity:
        return None
    said = _(
        "There is no place left at this task on those days: %(taken)s of %(all)s are taken. Choose "
        "other days or another task. If the employer has agreed to one more, change the number "
        "of places of the task first."
    )
    return said % {"taken": taken, "all": capacity}
