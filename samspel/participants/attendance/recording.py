"""Recording how it was with a person at a session, by a tap that may reach us late.

A tap says what the tapper saw before. Where somebody else has recorded something else since, it
changes nothing and waits for a choice; of two taps at once the second finds the first one's row.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.attendance.attendance import Attendance, Presence
from samspel.participants.attendance.tap import CameOf, Tap
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.groups.session import Session
from samspel.participants.when import Step, may


@dataclass(frozen=True, slots=True)
class Tapped:
    """What a browser says of one tap; ``seen`` is empty where nothing was recorded."""

    id: UUID
    presence: Presence
    seen: str
    phone_at: datetime | None = None
    clock_off: int | None = None


def refused_because(session: Session, episode: Episode | None, today: date) -> str:
    """Why nothing can be recorded, in one sentence; empty where it can.

    ``episode`` None asks of the session alone. The session's day counts, never the tapper's.
    """
    if session.is_cancelled:
        return _("The session is cancelled: nobody came to it.")
    if session.on > today:
        return _("The session has not been yet.")
    if episode is not None and not may(Step.ATTEND, episode.stage(session.on)):
        day = {"day": session.on.isoformat()}
        return _("The person was not enrolled on %(day)s.") % day
    return ""


def take_tap(
    *, session: Session, episode: Episode, tapped: Tapped, today: date, now: datetime, by: Actor
) -> Tap:
    """Take a tap once: the same id again tells what came of it the first time.

    Raises ValidationError for an id that stands for another tap already.
    """
    with saving(by):
        session = locked(session)
        tap, is_new = Tap.objects.get_or_create(
            pk=tapped.id,
            defaults={
                "session": session,
                "episode": episode,
                "presence": tapped.presence,
                "seen": tapped.seen,
                "phone_at": tapped.phone_at,
                "clock_off": tapped.clock_off,
                "reached_at": now,
                "by": by.user,
            },
        )
        if is_new:
            tap.came_of = _outcome(tap, session, episode, today=today, by=by)
            tap.save(update_fields=["came_of"])
        elif _about(tap) != (session.pk, episode.pk, by.user and by.user.pk, tapped.presence):
            raise ValidationError(_("That page was too old: tap again."), code="id")
    return tap


def locked(session: Session) -> Session:
    """The session as it now stands, until the transaction ends.

    Whoever records locks it first: nobody moves or cancels it meanwhile, and of two who record
    neither waits for the other's people. Raises ValidationError for one that was taken away.
    """
    row = Session.objects.select_for_update().filter(pk=session.pk).first()
    if row is None:
        raise ValidationError(_("The session is not there any longer."))
    return row


def _about(tap: Tap) -> tuple[UUID, UUID, int | None, str]:
    return tap.session_id, tap.episode_id, tap.by_id, tap.presence


def _outcome(tap: Tap, session: Session, episode: Episode, *, today: date, by: Actor) -> CameOf:
    if refused_because(session, episode, today):
        return CameOf.REFUSED
    row, is_new = Attendance.objects.select_for_update().get_or_create(
        episode=episode,
        session=session,
        defaults={
            "on": session.on,
            "presence": tap.presence,
            "recorded_by": by.user,
            "recorded_at": tap.reached_at,
        },
    )
    if is_new:
        tell("session_attendance_recorded", row, {"presence": row.presence}, by)
        return CameOf.SAVED
    if row.presence not in {tap.presence, tap.seen}:
        _replace_older(tap)
        return CameOf.CONFLICT
    outcome = CameOf.SAME if row.presence == tap.presence else CameOf.SAVED
    _set(row, Presence(tap.presence), tap.reached_at, by)
    _replace_older(tap)
    return outcome


def _set(row: Attendance, presence: Presence, now: datetime, by: Actor) -> None:
    """Change a locked row; the same again changes nothing and leaves no trace."""
    if row.presence == presence:
        return
    was, row.presence = row.presence, presence
    row.recorded_by, row.recorded_at = by.user, now
    row.save(update_fields=["presence", "recorded_by", "recorded_at"])
    tell("session_attendance_changed", row, {"presence": presence.value, "was": was}, by)


def _replace_older(tap: Tap) -> None:
    """What the same person tapped before and has not chosen on is replaced by the later tap."""
    older = Tap.objects.filter(
        session=tap.session_id, episode=tap.episode_id, by=tap.by_id, came_of=CameOf.CONFLICT
    )
    older.exclude(pk=tap.pk).update(came_of=CameOf.REPLACED)


def record_all_present(
    *, session: Session, episodes: Iterable[Episode], today: date, now: datetime, by: Actor
) -> None:
    """Record as present those of whom nothing is recorded; the others stay as they are.

    Raises ValidationError where nothing can be recorded of the session.
    """
    with saving(by):
        session = locked(session)
        if reason := refused_because(session, None, today):
            raise ValidationError(reason)
        for episode in episodes:
            if refused_because(session, episode, today):
                continue
            row, is_new = Attendance.objects.get_or_create(
                episode=episode,
                session=session,
                defaults={"on": session.on, "recorded_by": by.user, "recorded_at": now},
            )
            if is_new:
                tell("session_attendance_recorded", row, {"presence": row.presence}, by)


def settle(*, tap: Tap, takes_tap: bool, seen: str, now: datetime, by: Actor) -> Tap:
    """Choose between a tap and what stands; once chosen, choosing again changes nothing.

    ``seen`` is what stood when it was chosen. Raises ValidationError when that has changed since.
    """
    with saving(by):
        locked(tap.session)
        found = Tap.objects.select_for_update().get(pk=tap.pk)
        if found.came_of != CameOf.CONFLICT:
            return found
        row = Attendance.objects.select_for_update().get(
            episode=found.episode_id, session=found.session_id
        )
        if row.presence != seen:
            raise ValidationError(_("Somebody has changed it again meanwhile: choose anew."))
        if takes_tap:
            _set(row, Presence(found.presence), now, by)
        found.came_of = CameOf.MINE if takes_tap else CameOf.THEIRS
        found.settled_by, found.settled_at = by.user, now
        found.save(update_fields=["came_of", "settled_by", "settled_at"])
    return found


def tell(act: str, row: Attendance, details: dict[str, str], by: Actor) -> None:
    """Write in the log what was done with a row of a session; figures count who came."""
    team = row.episode.team
    team.touch()
    told = {"session": str(row.session_id), **details}
    log(by=by, act=act, subject=f"episode:{row.episode_id}", team_id=team.pk, details=told)
