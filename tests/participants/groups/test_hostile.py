"""Texts and addresses that nobody should be able to break a page of groups with."""

from datetime import time
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from samspel.accounts.models import User
from samspel.participants.groups.models import Group, GroupTime, Leader
from samspel.participants.models import Episode
from tests.participants.conftest import HOSTILE
from tests.participants.groups.conftest import TUESDAY
from tests.participants.groups.made import make_member, make_session

_REFUSED = {200, 302, 404}


@pytest.fixture
def addresses(group: Group, alva: Episode, coach: User) -> list[str]:
    """Every page of groups that takes something in."""
    times = {"weekday": 1, "at": time(9), "ends_at": time(11), "first_on": TUESDAY}
    group_time = GroupTime.objects.create(group=group, **times)
    session = make_session(group, TUESDAY)
    member = make_member(group, alva)
    leader = Leader.objects.create(group=group, user=coach)
    of_group = ("change", "end", "share", "members", "leaders", "time_new")
    return [
        reverse("group_new"),
        reverse("group_recesses"),
        reverse("activity_new"),
        *(reverse(f"group_{name}", args=[group.pk]) for name in of_group),
        reverse("session_new", args=[group.pk]),
        reverse("group_time", args=[group_time.pk]),
        *(
            reverse(f"session_{name}", args=[session.pk])
            for name in ("change", "cancel", "restore", "note")
        ),
        reverse("group_member_leave", args=[member.pk]),
        reverse("group_leader_remove", args=[leader.pk]),
        reverse("group_kind_new", args=[group.team.slug]),
        reverse("group_kind", args=[group.kind_id]),
        reverse("episode_groups", args=[alva.pk]),
    ]


NAMES = [
    "name",
    "purpose",
    "place",
    "starts_on",
    "capacity",
    "sessions_planned",
    "kind",
    "version",
    "title",
    "on",
    "at",
    "ends_at",
    "led_by",
    "because",
    "note",
    "weekday",
    "every_weeks",
    "first_on",
    "last_on",
    "ends_on",
    "episodes",
    "from_on",
    "until_on",
    "user",
    "episode",
    "team",
    "group",
    "act",
    "scope",
    "no_name",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_breaks(as_leader: Client, addresses: list[str], group: Group, value: str) -> None:
    for url in addresses:
        sent = dict.fromkeys(NAMES, value) | {"version": "1"}
        assert as_leader.post(url, sent).status_code in _REFUSED, url
    restore = next(url for url in addresses if url.endswith("/restore/"))
    assert as_leader.post(restore, {"version": value}).status_code == 302
    names = ("state", "kind", "shared", "team", "sort", "page", "week", "who", "when")
    for page in ("/groups/", "/groups/week/", reverse("group_sessions", args=[group.pk])):
        assert as_leader.get(page, dict.fromkeys(names, value)).status_code == 200


def test_ids_of_nothing_are_not_there(as_leader: Client, group: Group) -> None:
    for name in ("group", "group_change", "group_members", "session_new", "group_sessions"):
        assert as_leader.get(reverse(name, args=[uuid4()])).status_code == 404
    for name in ("session_change", "session_note", "session_cancel", "group_time"):
        assert as_leader.get(reverse(name, args=[uuid4()])).status_code == 404
    for name in ("group_leader_remove", "session_restore"):
        assert as_leader.post(reverse(name, args=[uuid4()])).status_code == 404
    assert as_leader.get(reverse("group_member_leave", args=[uuid4()])).status_code == 404
    assert as_leader.post(reverse("group_unshare", args=[10**18])).status_code == 404
    assert as_leader.get(reverse("group_kind", args=[10**18])).status_code == 404
