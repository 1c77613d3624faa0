"""The guests of a session whom nobody registers: a number that each team writes."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.participants.attendance.recording import locked, refused_because
from samspel.participants.attendance.unknown_guests import UnknownGuests
from samspel.participants.constraints import saving
from samspel.participants.groups.session import Session


def count_unknown(
    *, session: Session, team: Team, number: int, seen: int, today: date, by: Actor
) -> None:
    """Write the number of a team's unknown guests; ``seen`` is what stood before, 0 for none.

    Raises ValidationError where nothing can be recorded, or somebody has written another number.
    """
    with saving(by):
        session = locked(session)
        if reason := refused_because(session, None, today):
            raise ValidationError(reason)
        row, _is_new = UnknownGuests.objects.select_for_update().get_or_create(
            session=session, team=team, defaults={"number": 0}
        )
        if row.number not in {seen, number}:
            said = _("Somebody else has written %(number)s meanwhile: look, and write it again.")
            raise ValidationError(said % {"number": row.number})
        row.number = number
        row.save(update_fields=["number"])
