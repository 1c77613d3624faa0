"""What the page of one group shows: its own team's people by name, of the others a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.groups.group import Group
from samspel.participants.groups.laying_out import left_out
from samspel.participants.groups.leaders import LeaderLine, leaders_of
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.places import Places, places_of
from samspel.participants.groups.schedule import GroupTime
from samspel.participants.groups.session import Session, SessionQuerySet
from samspel.participants.participant import visible

PAST_SHOWN = 5
"""Sessions that have been, on the group's page; all of them have a page of their own."""
COMING_SHOWN = 24


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One member whom the reader may see."""

    pk: UUID
    name: str
    participant_id: UUID
    from_on: date
    until_on: date | None
    begins_later: bool


@dataclass(frozen=True, slots=True)
class TeamNumber:
    """How many members a team has in the group."""

    name: str
    number: int
    is_own: bool


@dataclass(frozen=True, slots=True)
class GroupPage:
    """Everything on a group's page."""

    group: Group
    teams: list[Team]
    places: Places
    leaders: list[LeaderLine]
    times: list[GroupTime]
    left_out: list[tuple[date, str]]
    members: list[MemberLine]
    numbers: list[TeamNumber]
    coming: list[Session]
    past: list[Session]

    @property
    def is_shared(self) -> bool:
        """Whether other teams take part."""
        return len(self.teams) > 1


def group_page(group: Group, *, user: User, teams: Sequence[Team], today: date) -> GroupPage:
    """The page of a group for a reader who does casework in ``teams``."""
    times = list(group.times.all())
    sharing = group.teams()
    places = places_of([group], today)[group.pk]
    sessions = sessions_of(group, teams)
    own = {each.pk for each in teams}
    return GroupPage(
        group=group,
        teams=sharing,
        places=places,
        leaders=leaders_of([group], user=user, teams=teams, today=today).get(group.pk, []),
        times=times,
        left_out=list(left_out(group, times, today)),
        members=list(members_of(group, user=user, teams=teams, today=today)),
        numbers=[
            TeamNumber(each.name, places.by_team.get(each.pk, 0), each.pk in own)
            for each in sharing
        ],
        coming=list(sessions.filter(on__gte=today).order_by("on", "at", "pk")[:COMING_SHOWN]),
        past=list(sessions.filter(on__lt=today).order_by("-on", "-at", "pk")[:PAST_SHOWN]),
    )


def sessions_of(group: Group, teams: Sequence[Team]) -> SessionQuerySet:
    """The group's sessions that the reader's teams may see."""
    found = Session.objects.of_teams(teams).filter(group=group)
    return found.select_related("group", "led_by")


def members_of(
    group: Group, *, user: User, teams: Sequence[Team], today: date
) -> Iterator[MemberLine]:
    """The members whom the reader may see, by name; protected ones last, by case number."""
    seen = visible(user, teams, "episode__participant__")
    found = GroupMember.objects.from_day(today).filter(seen, group=group)
    for each in sorted(found.select_related("episode__participant"), key=_place):
        person = each.episode.participant
        name = person.listed_name
        yield MemberLine(
            pk=each.pk,
            name=f"{name} {each.episode.case_number}" if person.is_protected else name,
            participant_id=person.pk,
            from_on=each.from_on,
            until_on=each.until_on,
            begins_later=each.from_on > today,
        )


def _place(member: GroupMember) -> tuple[bool, str]:
    """By name; a protected person's place among the names would tell something of the name."""
    person = member.episode.participant
    number = member.episode.case_number
    return person.is_protected, number if person.is_protected else person.sort_key
