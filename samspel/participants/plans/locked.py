"""Every act on a plan waits its turn: two taps, or two writers, come one after the other."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
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


def tell(*, act: str, episode: Episode, fields: Sequence[str], by: Actor) -> None:
    """Write the act into the access log; names of fields only."""
    log(
        by=by,
        act=act,
        subject=f"episode:{episode.pk}",
        team_id=episode.team_id,
        details={"fields": list(fields)},
    )
