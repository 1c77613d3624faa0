"""Groups, sessions and members that tests of attendance are about."""

from datetime import date, time
from typing import Any
from uuid import uuid4

from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.participants.groups.models import Group, GroupKind, GroupMember, Session, Sharing
from samspel.participants.models import Episode
from tests.people import client_of


def make_group(team: Team, *shared_with: Team, **fields: Any) -> Group:
    """A group of the team, the forest group if nothing is said, shared with others."""
    kind, _is_new = GroupKind.objects.get_or_create(
        team=team, code="skogsgrupp", defaults={"title": "Skogsgrupp"}
    )
    fields.setdefault("name", "Skogsgruppen")
    fields.setdefault("starts_on", date(2025, 2, 1))
    group = Group.objects.create(team=team, kind=kind, **fields)
    for other in shared_with:
        Sharing.objects.create(group=group, team=other)
    return group


def make_session(group: Group, on: date, **fields: Any) -> Session:
    """A session of the group in the morning."""
    fields.setdefault("at", time(9))
    fields.setdefault("ends_at", time(11, 30))
    return Session.objects.create(group=group, team=group.team, kind=group.kind, on=on, **fields)


def join(group: Group, *episodes: Episode, from_on: date = date(2025, 2, 3)) -> None:
    """Let them belong to the group from a day on."""
    for episode in episodes:
        GroupMember.objects.create(group=group, episode=episode, from_on=from_on)


def url_of(session: Session) -> str:
    """The address of the session's sheet."""
    return reverse("session_sheet", args=[session.pk])


def tap(user: User, session: Session, episode: Episode, presence: str, **more: Any) -> Any:
    """The page after a tap without scripts."""
    values = {"id": uuid4(), "presence": presence, "seen": ""} | more
    url = reverse("session_attend", args=[session.pk, episode.pk])
    return client_of(user).post(url, values, follow=True)
