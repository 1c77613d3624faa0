"""Starting a group, changing what it is, ending it and letting it go on."""

from datetime import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from samspel.organisation.models import Team
from samspel.participants.groups.models import Group, GroupTime, Session
from samspel.participants.models import Episode
from tests.participants.conftest import HOSTILE, sentences, told
from tests.participants.groups.conftest import TUESDAY
from tests.participants.groups.made import make_kind, make_member, make_session

FACTS = {
    "name": "Skaparverkstan",
    "purpose": "Vi prövar lera och vävning.",
    "place": "Ateljén",
    "starts_on": "2025-04-22",
    "is_open": "on",
    "capacity": "8",
    "sessions_planned": "",
}


def start(client: Client, team: Team, **changes: Any) -> Any:
    values = FACTS | {"kind": make_kind(team).pk} | changes
    return client.post(reverse("group_new"), values)


def test_a_group_is_started(as_coach: Client, team: Team) -> None:
    answer = start(as_coach, team)
    group = Group.objects.get()
    assert answer["Location"] == reverse("group", args=[group.pk])
    assert (group.name, group.capacity, group.is_open, group.sessions_planned) == (
        "Skaparverkstan",
        8,
        True,
        None,
    )
    page = as_coach.get(answer["Location"]).content.decode()
    for text in ("Vi prövar lera och vävning.", "Ateljén", "0 av 8 platser", "Lägg till en tid"):
        assert text in page
    assert told("group_started").subject == f"group:{group.pk}"


def test_without_kinds_one_is_led_to_them(as_coach: Client, team: Team) -> None:
    for name in ("group_new", "activity_new"):
        assert as_coach.get(reverse(name))["Location"] == "/groups/kinds/"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "Grupp\u202eppurG"}, "name"),
        ({"capacity": "0"}, "capacity"),
        ({"capacity": "många"}, "capacity"),
        ({"sessions_planned": "-1"}, "sessions_planned"),
        ({"starts_on": "2525-01-01"}, "starts_on"),
        ({"starts_on": "1925-01-01"}, "starts_on"),
        ({"kind": "9999"}, "kind"),
        ({"purpose": "x" * 2001}, "purpose"),
    ],
)
def test_groups_that_cannot_be(
    as_coach: Client, team: Team, changes: dict[str, str], field: str
) -> None:
    assert list(sentences(start(as_coach, team, **changes))) == [field]
    assert not Group.objects.exists()


@pytest.mark.parametrize("value", HOSTILE)
def test_bad_texts_break_nothing(as_coach: Client, team: Team, value: str) -> None:
    numbers = dict.fromkeys(("starts_on", "capacity", "sessions_planned", "kind"), value)
    assert start(as_coach, team, **numbers).status_code == 200


def test_the_same_name_from_the_same_day_is_refused(as_coach: Client, team: Team) -> None:
    start(as_coach, team)
    assert list(sentences(start(as_coach, team))) == ["__all__"]
    assert Group.objects.count() == 1


def test_two_who_change_at_once_overwrite_nothing(as_coach: Client, team: Team) -> None:
    start(as_coach, team)
    group = Group.objects.get()
    url = reverse("group_change", args=[group.pk])
    values = FACTS | {"kind": group.kind_id, "version": "1"}
    assert as_coach.post(url, values | {"place": "Torget"}).status_code == 302
    late = as_coach.post(url, values | {"place": "Hamnen"})
    assert "Någon annan sparade" in sentences(late)["__all__"][0]
    assert "Torget" in late.content.decode()
    group.refresh_from_db()
    assert (group.place, group.version) == ("Torget", 2)
    assert told("group_changed").details == {"fields": ["place"]}


def test_the_first_day_is_not_after_a_session(as_coach: Client, group: Group) -> None:
    make_session(group, TUESDAY)
    values = FACTS | {"kind": group.kind_id, "version": "1", "starts_on": "2025-05-01"}
    url = reverse("group_change", args=[group.pk])
    assert list(sentences(as_coach.post(url, values))) == ["starts_on"]


def test_a_group_ends_and_goes_on(as_coach: Client, group: Group, alva: Episode) -> None:
    GroupTime.objects.create(group=group, weekday=1, at=time(9), ends_at=time(11), first_on=TUESDAY)
    make_member(group, alva)
    url = reverse("group_end", args=[group.pk])
    assert list(sentences(as_coach.post(url, {"ends_on": "2025-02-28", "version": 1}))) == [
        "__all__"
    ]
    as_coach.post(url, {"ends_on": "2025-04-20", "version": 1})
    page = as_coach.get(reverse("group", args=[group.pk]))
    assert "Gruppen har avslutats." in page.content.decode()
    assert page.context["page"].members == []
    assert as_coach.get("/groups/").context["rows"] == []
    as_coach.post(url, {"ends_on": "", "version": 2})
    assert len(as_coach.get(reverse("group", args=[group.pk])).context["page"].members) == 1
    assert Session.objects.filter(group=group).count() == 8
