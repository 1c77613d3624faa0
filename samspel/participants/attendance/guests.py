"""Guests of a session: taken back when one was added by mistake, and the unknown ones counted."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.participants.attendance.attendance import Attendance
from samspel.participants.attendance.recording import locked, refused_because, tell
from samspel.participants.attendance.tap import CameOf, Tap
from samspel.participants.attendance.unknown_guests import UnknownGuests
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.groups.membership import GroupMember
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


def is_of_today(row: Attendance, today: date) -> bool:
    """Whether it was recorded, or last changed, on ``today`` in Swedish time."""
    return timezone.localdate(row.recorded_at) == today


def take_guest_back(*, session: Session, episode: Episode, today: date, by: Actor) -> None:
    """Take a guest off the sheet again, on the day on which it was recorded; once gone, nothing.

    Raises ValidationError for a member, who stays on the sheet, and for what was recorded on an
    earlier day: others have read it.
    """
    with saving(by):
        session = locked(session)
        row = Attendance.objects.filter(session=session, episode=episode).first()
        if row is None:
            return
        members = GroupMember.objects.on(session.on).filter(group=session.group_id)
        if members.filter(episode=episode).exists():
            raise ValidationError(_("The person is a member and stays on the sheet."))
        if not is_of_today(row, today):
            raise ValidationError(_("It was recorded on an earlier day and stays."))
        row.delete()
        waiting = Tap.objects.filter(session=session, episode=episode, came_of=CameOf.CONFLICT)
        waiting.update(came_of=CameOf.REPLACED)
        tell("session_guest_taken_back", row, {}, by)
