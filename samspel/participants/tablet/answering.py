"""What the participant answered, entered as if the coach had; the code is used up by it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from samspel.accounts.actor import Actor
from samspel.participants.constraints import saving
from samspel.participants.links.link import LinkState
from samspel.participants.plans.scale import AnsweredBy
from samspel.participants.plans.scaling import answer_scales
from samspel.participants.tablet.code import ANSWERS_FOR, TabletCode


class CodeRefused(Exception):
    """The code opens nothing; ``state`` is why."""

    def __init__(self, state: LinkState) -> None:
        super().__init__(f"the code is refused: {state}")
        self.state = state


def answer_by_code(
    *, code: TabletCode, sending: UUID, values: Mapping[str, int], now: datetime, by: Actor
) -> TabletCode:
    """Enter the answers on the day of ``now``. The same ``sending`` again changes nothing.

    Raises CodeRefused where the code was used or withdrawn meanwhile or its time has run out, and
    ValidationError as `answer_scales` does.
    """
    with saving(by):
        row = TabletCode.objects.select_for_update().get(pk=code.pk)
        if row.used_at is not None and row.sending == sending:
            return row
        state = row.state(now, longer=ANSWERS_FOR)
        if state != LinkState.OPENS:
            raise CodeRefused(state)
        today = timezone.localdate(now)
        answer_scales(
            episode=row.episode,
            on=today,
            values=values,
            today=today,
            by=by,
            answered_by=AnsweredBy.PARTICIPANT,
        )
        row.used_at, row.sending = now, sending
        row.save()
    return row
