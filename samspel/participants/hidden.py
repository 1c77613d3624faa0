"""A number that belongs to a person whom the writer may not see.

To answer that the team has it already would make every form a register of the protected: the
refusal says nothing of why, and who tried is told of in the access log (`access.md`, "Protected
identity").
"""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.accounts.user import User
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant

NEUTRAL = _("This cannot be saved here. Ask your team leader.")
NUMBER_OF: Mapping[type, str] = {Participant: "identity_number", Episode: "case_number"}
"""The number by which somebody could be looked up, of each kind of record."""


class HiddenPersonError(ValidationError):
    """Refused: the number in ``field`` is that of ``owner``, whom the writer may not see."""

    def __init__(self, faults: Mapping[str, list[str]], *, owner: Participant, field: str) -> None:
        super().__init__(dict(faults))
        self.owner = owner
        self.field = field


def hidden_owner(row: Episode | Participant, seen_by: User | None) -> Participant | None:
    """Who in the team has the number of ``row`` and may not be seen by the writer, if anybody.

    ``seen_by`` None is the system, which sees all.
    """
    if seen_by is None:
        return None
    if isinstance(row, Participant):
        owners = Participant.objects.filter(team=row.team, identity_number=row.identity_number)
    else:
        same = Episode.objects.filter(team=row.team, case_number=row.case_number)
        owners = Participant.objects.filter(pk__in=same.values("participant"))
    seen = Participant.objects.visible_to(seen_by)
    return owners.exclude(pk__in=seen.values("pk")).order_by("pk").first()


@transaction.atomic
def tell_of_attempt(refused: HiddenPersonError, *, by: Actor) -> None:
    """Write down whose number was tried, by which field; in a transaction of its own.

    To be called when the act's own transaction has been taken back, since nothing was saved.
    """
    log(
        by=by,
        act="number_refused",
        subject=f"participant:{refused.owner.pk}",
        team_id=refused.owner.team_id,
        details={"fields": [refused.field]},
    )
