"""Every act on a placement waits its turn: the case locked, the row compared with what was seen."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from django.core.exceptions import ValidationError

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import broken_constraints, saving
from samspel.participants.episode import Episode
from samspel.participants.placements.placement import Placement
from samspel.participants.stage import Stage
from samspel.participants.when import Step, require
from samspel.records.versions import must_be

Faults = dict[str, list[str]]


@contextmanager
def locked_case(episode: Episode, *, today: date, by: Actor) -> Iterator[Episode]:
    """A transaction in which the case is locked; refused unless it can have a placement."""
    with saving(by):
        row = Episode.objects.select_for_update().get(pk=episode.pk)
        require(Step.PLACE, row.stage(today))
        yield row


@contextmanager
def locked_placement(
    placement: Placement, *, version: int | None, today: date, by: Actor, of_the_past: bool = False
) -> Iterator[Placement]:
    """A transaction in which the case and the placement are locked.

    What has been is still written down when the case is closed: ``of_the_past``. ``version`` is
    None where nothing that a writer has seen is overwritten. Raises ValidationError where the
    stage does not allow it, and ChangedMeanwhileError.
    """
    with saving(by):
        episode = Episode.objects.select_for_update().get(pk=placement.episode_id)
        stage = episode.stage(today)
        if not (of_the_past and stage == Stage.CLOSED):
            require(Step.PLACE, stage)
        row = Placement.objects.select_for_update().get(pk=placement.pk)
        row.episode = episode
        if version is not None:
            must_be(version, row)
        yield row


def save_checked(row: Placement, faults: Mapping[str, list[str]]) -> None:
    """Save the placement as its next version, or raise ValidationError with every fault."""
    found = dict(faults) or broken_constraints(row)
    if found:
        raise ValidationError(found)
    row.version += 1
    row.save()


def tell(placement: Placement, *, act: str, fields: Iterable[str], by: Actor) -> None:
    """Write the act into the access log, names of fields only, and let figures be made anew."""
    team = placement.episode.team
    team.touch()
    log(
        by=by,
        act=act,
        subject=f"placement:{placement.pk}",
        team_id=team.pk,
        details={"fields": list(fields)},
    )
