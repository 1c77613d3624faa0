"""How a record is changed: locked, compared with what the writer saw, checked, saved, logged."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import QuerySet

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.checking import check_episode
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant
from samspel.participants.when import Step, require
from samspel.records.versions import must_be, set_values

Row = TypeVar("Row", Episode, Participant)


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
