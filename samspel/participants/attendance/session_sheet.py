"""The sheet of a session: the own people one by one, the other teams' as numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samspel.accounts.user import User
from samspel.figures.attendance_weeks import Tally, numbers, tallies, tally
from samspel.organisation.team import Team
from samspel.participants.attendance.attendance import Attendance, Presence
from samspel.participants.attendance.session_people import name_of, people_of
from samspel.participants.attendance.taking_back import is_of_today
from samspel.participants.attendance.tap import CameOf, Tap
from samspel.participants.attendance.unknown_guests import UnknownGuests
from samspel.participants.episode import Episode
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.session import Session

BUTTONS: Sequence[tuple[Presence, Promise]] = (
    (Presence.PRESENT, _("Present")),
    (Presence.DIGITAL, _("Digitally")),
    (Presence.EXCUSED, _("Excused")),
    (Presence.ABSENT, _("Absent")),
)
"""The four buttons of each person, in so few letters that they fit beside each other."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of the own people. ``presence`` is empty where nothing is recorded."""

    episode_id: UUID
    participant_id: UUID
    name: str
    presence: str
    is_guest: bool
    recorded: Attendance | None
    may_take_back: bool
    """True as well where nothing is recorded yet: the next tap may be on the wrong button."""
    conflicts: tuple[Tap, ...]
    """Taps that somebody has to choose on: they came after somebody else's."""

    @property
    def state(self) -> str:
        """What the row shows, in short: two rows with the same state look the same."""
        return " ".join([self.presence or "none", *(str(tap.pk) for tap in self.conflicts)])


@dataclass(frozen=True, slots=True)
class OtherTeam:
    """A team that takes part with people of its own, of whom there is only a number."""

    name: str
    came: int
    members: int
    unknown: int


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """What `attendance/session_sheet.html` shows, as ``sheet``."""

    session: Session
    teams: list[Team]
    people: list[Person]
    tally: Tally
    unknown: Mapping[int, int]
    """The own teams' unknown guests, by team."""
    others: list[OtherTeam]

    @property
    def unrecorded(self) -> int:
        """Of how many nothing is recorded yet."""
        return len(self.people) - self.tally.recorded


def sheet_of(session: Session, user: User, teams: Sequence[Team], today: date) -> SessionSheet:
    """The sheet for somebody of ``teams``, which take part; six queries however many come."""
    people = persons(session, people_of(session, user, teams), today)
    guests = UnknownGuests.objects.filter(session=session).select_related("team")
    unknown = {each.team: each.number for each in guests}
    return SessionSheet(
        session=session,
        teams=list(teams),
        people=people,
        tally=tally(each.presence for each in people),
        unknown={team.pk: unknown.get(team, 0) for team in teams},
        others=_others(session, teams, unknown),
    )


def persons(session: Session, episodes: Sequence[Episode], today: date) -> list[Person]:
    """The rows of some episodes, in their order, by three queries."""
    pks = [each.pk for each in episodes]
    recorded = Attendance.objects.filter(session=session, episode__in=pks)
    rows = {each.episode_id: each for each in recorded.select_related("recorded_by")}
    members = GroupMember.objects.on(session.on).filter(group=session.group_id, episode__in=pks)
    belong = set(members.values_list("episode_id", flat=True))
    waiting: dict[UUID, list[Tap]] = {}
    taps = Tap.objects.filter(session=session, episode__in=pks, came_of=CameOf.CONFLICT)
    for tap in taps.select_related("by"):
        waiting.setdefault(tap.episode_id, []).append(tap)
    return [
        _person(
            each,
            rows.get(each.pk),
            waiting.get(each.pk, ()),
            is_member=each.pk in belong,
            today=today,
        )
        for each in episodes
    ]


def _person(
    episode: Episode, row: Attendance | None, taps: Iterable[Tap], *, is_member: bool, today: date
) -> Person:
    presence = row.presence if row else ""
    return Person(
        episode_id=episode.pk,
        participant_id=episode.participant_id,
        name=name_of(episode),
        presence=presence,
        is_guest=not is_member,
        recorded=row,
        may_take_back=row is None or is_of_today(row, today),
        # Where both have come to say the same since, there is nothing to choose.
        conflicts=tuple(tap for tap in taps if tap.presence != presence),
    )


def _others(session: Session, own: Sequence[Team], unknown: Mapping[Team, int]) -> list[OtherTeam]:
    if session.group is None:
        return []
    teams = [team for team in session.group.teams() if team not in own]
    if not teams:
        return []
    rows = Attendance.objects.filter(session=session, episode__team__in=teams)
    came = tallies(rows.values_list("episode__team_id", "presence"))
    belong = GroupMember.objects.on(session.on).filter(group=session.group_id)
    of_teams = belong.filter(episode__team__in=teams).order_by()
    cases = of_teams.values_list("episode__team_id", "episode_id").distinct()
    members = numbers(team for team, _case in cases)
    return [
        OtherTeam(
            team.name,
            came.get(team.pk, Tally()).came,
            members.get(team.pk, 0),
            unknown.get(team, 0),
        )
        for team in teams
    ]
