"""How a record is changed: locked, compared with what the writer saw, checked, saved, logged."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol, TypeVar

from django.db.models import QuerySet

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.checking import check_episode
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant
from samspel.participants.when import Step, require

Row = TypeVar("Row", Episode, Participant)


class Versioned(Protocol):
    """A record that counts how often it was saved."""

    @property
    def version(self) -> int: ...


class ChangedMeanwhileError(Exception):
    """Somebody else saved the record after the writer had opened it; nothing was saved."""

    def __init__(self, row: Versioned) -> None:
        super().__init__("the record was changed meanwhile")
        self.row = row


def rows_of(row: Row) -> QuerySet[Row]:
    """The query that the record is fetched by, without any check of who may: for writers."""
    return type(row).objects.all()


def locked(row: Row, version: int) -> Row:
    """The record as it now stands, locked until the transaction ends.

    Raises ChangedMeanwhileError when it is no longer the ``version`` that the writer saw.
    """
    found = rows_of(row).select_for_update().get(pk=row.pk)
    must_be(version, found)
    return found


def must_be(version: int, found: Versioned) -> None:
    """Raise ChangedMeanwhileError when it is no longer the ``version`` that the writer saw."""
    if found.version != version:
        raise ChangedMeanwhileError(found)


def set_values(row: object, values: Mapping[str, Any]) -> list[str]:
    """Set the fields and return the names of those that changed, sorted."""
    changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, values[name])
    return changed


def change_episode(
    episode: Episode,
    values: Mapping[str, Any],
    *,
    version: int,
    step: Step,
    act: str,
    today: date,
    by: Actor,
) -> Episode:
    """Take a step with an episode by setting ``values``; the log names the fields only.

    Raises ValidationError when the stage does not allow the step or the record would not make
    sense, and ChangedMeanwhileError. What changes nothing leaves no trace.
    """
    with saving(by):
        row = locked(episode, version)
        require(step, row.stage(today))
        changed = set_values(row, values)
        if not changed:
            return row
        check_episode(row, changed, today=today, by=by)
        row.version += 1
        row.save()
        row.team.touch()
        log(
            by=by,
            act=act,
            subject=f"episode:{row.pk}",
            team_id=row.team_id,
            details={"fields": changed},
        )
    return row
