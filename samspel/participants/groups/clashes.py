"""Who is in two sessions at the same time: worth a word, and refused nowhere."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.participants.groups.group import Leader
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.overlapping import overlap
from samspel.participants.groups.session import Session
from samspel.participants.participant import visible

MOST_TOLD = 5
"""Sentences at most: whoever reads five looks at the week."""
Person = int | UUID
"""A user's or an episode's id."""


@dataclass(frozen=True, slots=True)
class People:
    """Who leads and who belongs to some groups, by name, as far as the reader may see them."""

    leaders: dict[UUID, dict[Person, str]]
    members: dict[UUID, dict[Person, str]]

    def of(self, session: Session) -> dict[Person, str]:
        """Everybody of a session: who leads it this once, or the leaders; and the members."""
        found: dict[Person, str] = {}
        if session.led_by_id is not None and session.led_by is not None:
            found[session.led_by_id] = session.led_by.name
        elif session.group_id is not None:
            found |= self.leaders.get(session.group_id, {})
        if session.group_id is not None:
            found |= self.members.get(session.group_id, {})
        return found


def clashes(
    sessions: Sequence[Session],
    *,
    user: User,
    teams: Sequence[Team],
    only: Collection[Person] | None = None,
) -> list[str]:
    """Sentences about people of ``sessions`` who are elsewhere at the same time; three queries.

    Sessions of the user's ``teams`` and of groups that they take part in are asked, and members
    whom the user may see. ``only`` narrows it to some people.
    """
    pairs = list(_pairs(sessions, teams))
    if not pairs:
        return []
    people = _people({each.group_id for pair in pairs for each in pair}, user, teams)
    told: dict[tuple[Person, str], str] = {}
    for one, other in pairs:
        here, there = people.of(one), people.of(other)
        for pk in here.keys() & there.keys():
            if only is None or pk in only:
                told.setdefault((pk, other.name), _sentence(here[pk], other))
    return sorted(told.values())[:MOST_TOLD]


def _pairs(sessions: Sequence[Session], teams: Sequence[Team]) -> Iterator[tuple[Session, Session]]:
    held = [each for each in sessions if not each.is_cancelled]
    if not held:
        return
    found = Session.objects.of_teams(teams).held().filter(on__in={each.on for each in held})
    for other in found.select_related("group", "led_by"):
        for one in held:
            is_other = one.pk != other.pk and (
                one.group_id is None or one.group_id != other.group_id
            )
            if is_other and one.on == other.on and overlap(one, other):
                yield one, other


def _people(groups: Collection[UUID | None], user: User, teams: Sequence[Team]) -> People:
    leaders: dict[UUID, dict[Person, str]] = {}
    known: Any = [each for each in groups if each is not None]
    found = Leader.objects.filter(group__in=known, user__isnull=False).select_related("user")
    for leader in found:
        if leader.user is not None:
            leaders.setdefault(leader.group_id, {})[leader.user.pk] = leader.user.name
    members: dict[UUID, dict[Person, str]] = {}
    seen = GroupMember.objects.filter(
        visible(user, teams, "episode__participant__"), group__in=known, until_on=None
    )
    for member in seen.select_related("episode__participant"):
        name = member.episode.participant.listed_name
        members.setdefault(member.group_id, {})[member.episode_id] = name
    return People(leaders, members)


def _sentence(name: str, other: Session) -> str:
    return _("%(who)s has %(what)s at the same time, %(day)s %(time)s.") % {
        "who": name,
        "what": other.name,
        "day": other.on.isoformat(),
        "time": other.clock,
    }
