"""Every act on a plan waits its turn: two taps, or two writers, come one after the other."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.changing import ChangedMeanwhileError, Versioned
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.when import Step, require


@contextmanager
def planning(episode: Episode, *, today: date, by: Actor) -> Iterator[Episode]:
    """A transaction in which the episode is locked.

    Raises ValidationError when its stage has no plan.
    """
    with saving(by):
        row = Episode.objects.select_for_update().get(pk=episode.pk)
        require(Step.PLAN, row.stage(today))
        yield row


def must_be(version: int, found: Versioned) -> None:
    """Raise ChangedMeanwhileError when it is no longer the ``version`` that the writer saw."""
    if found.version != version:
        raise ChangedMeanwhileError(found)


def set_changed(row: object, values: Mapping[str, Any]) -> list[str]:
    """Set the fields and return the names of those that changed, sorted."""
    changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, values[name])
    return changed


def tell(*, act: str, episode: Episode, fields: Sequence[str], by: Actor) -> None:
    """Write the act into the access log; names of fields only."""
    log(
        by=by,
        act=act,
        subject=f"episode:{episode.pk}",
        team_id=episode.team_id,
        details={"fields": list(fields)},
    )
