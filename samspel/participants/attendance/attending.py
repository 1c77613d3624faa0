"""Recording that somebody came on a day, by one tap; and taking it back by another."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.attendance.attendance import Attendance
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.when import Step, may


def tapped(
    *, episode: Episode, on: date, came: bool, today: date, now: datetime, by: Actor
) -> None:
    """Do what a tap says: record that the person came, or take it back. Raises as they do."""
    if came:
        record(episode=episode, on=on, today=today, now=now, by=by)
    else:
        take_back(episode=episode, on=on, today=today, by=by)


def record(*, episode: Episode, on: date, today: date, now: datetime, by: Actor) -> Attendance:
    """Record that the person came on a day; the same day again is the same record.

    Raises ValidationError when the day has not come, or the person was not enrolled on it.
    """
    if on > today:
        raise ValidationError(_("That day has not come yet."), code="ahead")
    if not may(Step.ATTEND, episode.stage(on)):
        raise ValidationError(
            _("The person was not enrolled on %(day)s.") % {"day": on.isoformat()},
            code="not_enrolled",
        )
    with saving(by):
        # Of two taps at once the second waits for the first one's end, and then finds its row.
        row, is_new = Attendance.objects.get_or_create(
            episode=episode,
            on=on,
            session=None,
            defaults={"recorded_by": by.user, "recorded_at": now},
        )
        if is_new:
            _changed("attendance_recorded", episode, by)
    return row


def take_back(*, episode: Episode, on: date, today: date, by: Actor) -> None:
    """Take a record back on the day on which it was made; without one nothing happens.

    Raises ValidationError for one that was made on an earlier day: it stands, as does what
    others have read from it.
    """
    with saving(by):
        row = (
            Attendance.objects.select_for_update()
            .filter(episode=episode, on=on, session=None)
            .first()
        )
        if row is None:
            return
        if not may_take_back(row, today):
            raise ValidationError(
                _("It was recorded on an earlier day and stays. Write a note on what is right."),
                code="stays",
            )
        row.delete()
        _changed("attendance_taken_back", episode, by)


def may_take_back(row: Attendance, today: date) -> bool:
    """Whether the record was made on ``today``, in Swedish time, and is of no session.

    What was recorded of a session is changed on the session's own sheet.
    """
    return row.session_id is None and timezone.localdate(row.recorded_at) == today


def _changed(act: str, episode: Episode, by: Actor) -> None:
    episode.team.touch()  # figures count who came
    log(by=by, act=act, subject=f"episode:{episode.pk}", team_id=episode.team_id)
