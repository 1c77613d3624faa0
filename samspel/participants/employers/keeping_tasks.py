"""Tasks that employers offer: added, changed, offered no longer."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.constraints import saving
from samspel.participants.employers.employer import Employer
from samspel.participants.employers.keeping import (
    insert,
    locked,
    require_used,
    save_anew,
    tell,
    update,
)
from samspel.participants.employers.task import Task
from samspel.participants.employers.work_kind import WorkKind

KINDS = "work_kind_ids"
FIELDS = (
    "title",
    "text",
    "structure",
    "pace",
    "social",
    "physical",
    "accessibility",
    "accessibility_text",
    "capacity",
    "hours_from",
    "hours_to",
    "is_offered",
)


def add_task(
    *, employer: Employer, values: Mapping[str, Any], kinds: Sequence[int], by: Actor
) -> Task:
    """A new task; ``values`` by the names of `FIELDS`, ``kinds`` are ids of kinds of work.

    Raises ValidationError.
    """
    with saving(by):
        require_used(Employer.objects.select_for_update().get(pk=employer.pk))
        row = insert(Task(employer=employer), values)
        _set_kinds(row, kinds)
        tell("employer_task_added", row, [*values, "work_kinds"], by=by)
    return row


def change_task(
    *, task: Task, version: int, values: Mapping[str, Any], kinds: Sequence[int], by: Actor
) -> Task:
    """Change a task. Raises ValidationError, and ChangedMeanwhileError."""
    with saving(by):
        row = locked(task, version)
        changed = update(row, values)
        if sorted(kinds) != row.work_kind_ids:
            if not changed:
                save_anew(row)
            _set_kinds(row, kinds)
            changed = [*changed, "work_kinds"]
        if changed:
            tell("employer_task_changed", row, changed, by=by)
    return row


def _set_kinds(row: Task, kinds: Sequence[int]) -> None:
    """Kinds of the employer's own team only."""
    found = WorkKind.objects.filter(team=row.employer.team_id, pk__in=kinds)
    if len(found) != len(set(kinds)):
        raise ValidationError({KINDS: [_("Choose one of those in the list.")]})
    row.work_kinds.set(found)
