"""The demo's attendance at sessions: most come, some send word, some stay away."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from samspel.accounts.models import User
from samspel.exchange.demo.casework.chance import Chance, at
from samspel.organisation.models import Team
from samspel.participants.attendance.attendance import Presence
from samspel.participants.attendance.models import Attendance, Tap, UnknownGuests
from samspel.participants.attendance.tap import CameOf
from samspel.participants.groups.models import GroupMember, Session
from samspel.participants.models import Episode
from samspel.participants.stage import ENROLLED_STAGES

_LOOKED_BACK = timedelta(days=540)
_SHARES = (
    (0.76, Presence.PRESENT),
    (0.82, Presence.DIGITAL),
    (0.93, Presence.EXCUSED),
    (1.0, Presence.ABSENT),
)


def fill_attendance(
    team: Team, episodes: Sequence[Episode], *, coaches: Sequence[User], today: date
) -> None:
    """Attendance of the team's own at all sessions up to today, and a conflict to choose in.

    Called when groups, members and sessions stand; today's sessions are left to the reader.
    """
    sessions = list(
        Session.objects.of_teams([team])
        .held()
        .filter(on__gte=today - _LOOKED_BACK, on__lt=today)
        .order_by("on", "at", "pk")
    )
    members: dict[object, list[GroupMember]] = {}
    for each in GroupMember.objects.filter(episode__team=team).select_related("episode"):
        members.setdefault(each.group_id, []).append(each)
    rows = [
        row
        for session in sessions
        for row in _of_session(session, members.get(session.group_id, []), episodes, coaches)
    ]
    Attendance.objects.bulk_create(rows)
    UnknownGuests.objects.bulk_create(
        guests for session in sessions for guests in _unknown(session, team)
    )
    Tap.objects.bulk_create(_conflict(rows[-40:], coaches))


def _of_session(
    session: Session,
    members: Sequence[GroupMember],
    episodes: Sequence[Episode],
    coaches: Sequence[User],
) -> Iterator[Attendance]:
    chance = Chance(f"session {session.on} {session.at} {len(members)}")
    belong = {
        each.episode
        for each in members
        if each.from_on <= session.on and (each.until_on is None or session.on <= each.until_on)
    }
    coming = sorted(belong, key=lambda each: each.case_number)
    if not session.group_id or chance.happens(0.15):
        others = [each for each in episodes if each not in belong]
        coming += chance.some_of(others, min(len(others), 1 if session.group_id else 6))
    by = chance.one_of(coaches)
    for episode in coming:
        drawn = chance.random.random()
        if episode.stage(session.on) in ENROLLED_STAGES:
            presence = next(each for share, each in _SHARES if drawn <= share)
            yield Attendance(
                episode=episode,
                session=session,
                on=session.on,
                presence=presence if episode in belong else Presence.PRESENT,
                recorded_by=by,
                recorded_at=at(session.on, session.at.hour, 20),
            )


def _unknown(session: Session, team: Team) -> Iterator[UnknownGuests]:
    chance = Chance(f"guests {session.on} {session.at} {team.slug}")
    if session.team_id == team.pk and chance.happens(0.12):
        yield UnknownGuests(session=session, team=team, number=chance.number(1, 3))


def _conflict(rows: Sequence[Attendance], coaches: Sequence[User]) -> Iterator[Tap]:
    """Of the last session one tap came late, and says otherwise."""
    late = next((row for row in reversed(rows) if row.presence == Presence.ABSENT), None)
    if late is None or len(coaches) < 2:
        return
    other = next(each for each in coaches if each != late.recorded_by)
    yield Tap(
        session=late.session,
        episode=late.episode,
        presence=Presence.PRESENT,
        phone_at=late.recorded_at,
        reached_at=late.recorded_at + timedelta(hours=3),
        by=other,
        came_of=CameOf.CONFLICT,
    )
