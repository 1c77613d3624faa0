"""Opening a page about a person is an act of its own, told of in the access log."""

from django.db import transaction

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.participant import Participant


@transaction.atomic
def open_participant(*, participant: Participant, by: Actor) -> None:
    """Write down who opened the page, when and from where."""
    log(
        by=by,
        act="opened",
        subject=f"participant:{participant.pk}",
        team_id=participant.team_id,
    )
