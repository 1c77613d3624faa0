"""Taking back what was recorded of a person at a session, after a tap on the wrong button."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.attendance.attendance import Attendance
from samspel.participants.attendance.recording import locked, tell
from samspel.participants.attendance.tap import CameOf, Tap
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.session import Session


def is_of_today(row: Attendance, today: date) -> bool:
    """Whether it was recorded, or last changed, on ``today`` in Swedish time."""
    return timezone.localdate(row.recorded_at) == today


def take_back(*, session: Session, episode: Episode, seen: str, today: date, by: Actor) -> None:
    """Let nothing be recorded any longer, on the day on which it was; once gone, nothing happens.

    A member stays on the sheet with nothing recorded, a guest is no longer on it. ``seen`` is
    what stood on the writer's page. Raises ValidationError where somebody else has recorded
    something else since, and for what was recorded on an earlier day: others have read it.
    """
    with saving(by):
        session = locked(session)
        row = Attendance.objects.filter(session=session, episode=episode).first()
        if row is None:
            return
        if row.presence != seen:
            raise ValidationError(_("Somebody else has changed it meanwhile: look, and try again."))
        if not is_of_today(row, today):
            raise ValidationError(_("It was recorded on an earlier day and stays."))
        was = row.presence
        row.delete()
        waiting = Tap.objects.filter(session=session, episode=episode, came_of=CameOf.CONFLICT)
        waiting.update(came_of=CameOf.REPLACED)
        members = GroupMember.objects.on(session.on).filter(group=session.group_id)
        if members.filter(episode=episode).exists():
            tell("session_attendance_taken_back", row, {"was": was}, by)
        else:
            tell("session_guest_taken_back", row, {}, by)
