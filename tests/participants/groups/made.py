"""Makes groups with what belongs to them; every name is invented."""

from datetime import date, time
from itertools import count
from typing import Any

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.groups.models import (
    Group,
    GroupKind,
    GroupMember,
    GroupTime,
    Leader,
    Recess,
    Session,
    Sharing,
)
from samspel.participants.models import Episode
from tests import people

_numbers = count(1)


def make_kind(team: Team, title: str = "Skogsgrupp") -> GroupKind:
    """A kind of the team's, made once."""
    code = title.lower()
    return GroupKind.objects.get_or_create(team=team, code=code, defaults={"title": title})[0]


def make_group(team: Team, **fields: Any) -> Group:
    """A group of the team that goes on since the spring."""
    fields.setdefault("kind", make_kind(team))
    fields.setdefault("name", f"Grupp {next(_numbers)}")
    fields.setdefault("starts_on", date(2025, 3, 1))
    return Group.objects.create(team=team, **fields)


def make_session(group: Group, on: date, at: int = 9, hours: int = 2, **fields: Any) -> Session:
    """A session of the group from ``at`` o'clock."""
    fields = {"team": group.team, "kind": group.kind, "group": group} | fields
    return Session.objects.create(on=on, at=time(at), ends_at=time(at + hours), **fields)


def make_member(group: Group, episode: Episode, **fields: Any) -> GroupMember:
    """Somebody in the group, from its beginning."""
    fields.setdefault("from_on", group.starts_on)
    return GroupMember.objects.create(group=group, episode=episode, **fields)


def make_things(team: Team, coach: User, episode: Episode) -> dict[str, Any]:
    """A shared group with a time, a session, a leader and a member, by the names of addresses."""
    group = make_group(team, name="Skogsgruppen")
    other = people.make_team("Team Norr", team.association)
    times = {"weekday": 1, "at": time(9), "ends_at": time(11)}
    return {
        "group": group.pk,
        "group_kind": group.kind_id,
        "group_time": GroupTime.objects.create(group=group, first_on=group.starts_on, **times).pk,
        "session": make_session(group, date(2025, 3, 4)).pk,
        "group_member": make_member(group, episode).pk,
        "group_leader": Leader.objects.create(group=group, user=coach).pk,
        "recess": Recess.objects.create(
            team=team, from_on=date(2025, 6, 30), until_on=date(2025, 8, 8), because="Sommar"
        ).pk,
        "sharing": Sharing.objects.create(group=group, team=other).pk,
    }
