"""The list of groups, one group's page, and all its sessions."""

from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.groups.models import Group, GroupMember, GroupTime, Leader, Session
from samspel.participants.models import Episode, Participant
from tests import people
from tests.participants.conftest import sentences
from tests.participants.groups.conftest import TODAY, TUESDAY
from tests.participants.groups.made import make_group, make_kind, make_member, make_session

LIST = "/groups/"


def names(client: Client, **query: str) -> list[str]:
    return [row.name for row in client.get(LIST, query).context["rows"]]


@pytest.fixture
def several(team: Team, other_team: Team, coach: User, group: Group) -> dict[str, Group]:
    """The forest group, one of another kind, one that has ended, a foreign one."""
    open_meeting = make_kind(team, "Träffpunkt")
    found = {
        "forest": group,
        "open": make_group(team, name="Tisdagsfika", kind=open_meeting),
        "ended": make_group(team, name="Förra våren", ends_on=date(2025, 4, 20)),
        "foreign": make_group(other_team, name="Annan"),
    }
    Leader.objects.create(group=found["open"], user=coach)
    make_session(found["open"], TUESDAY)
    make_session(found["open"], date(2025, 4, 29))
    make_session(found["forest"], TODAY, cancelled_because="Sjuk")
    make_session(found["forest"], date(2025, 4, 24))
    return found


def test_the_next_session_stands_first(several: dict[str, Group], as_coach: Client) -> None:
    rows = as_coach.get(LIST).context["rows"]
    assert [(row.name, row.next_session, row.leaders) for row in rows] == [
        ("Tisdagsfika", "2025-04-22 09:00", "Kim Handledare"),
        ("Skogsgruppen", "2025-04-24 09:00", ""),
    ]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"state": "ended"}, ["Förra våren"]),
        ({"state": "all", "sort": "name"}, ["Förra våren", "Skogsgruppen", "Tisdagsfika"]),
        ({"state": "all", "sort": "-name"}, ["Tisdagsfika", "Skogsgruppen", "Förra våren"]),
        ({"kind": "träffpunkt"}, ["Tisdagsfika"]),
        ({"sort": "kind"}, ["Skogsgruppen", "Tisdagsfika"]),
        ({"shared": "shared"}, []),
        ({"shared": "alone", "sort": "name"}, ["Skogsgruppen", "Tisdagsfika"]),
        ({"sort": "x", "page": "7", "kind": "nothing"}, ["Tisdagsfika", "Skogsgruppen"]),
    ],
)
def test_filters_and_orders(
    several: dict[str, Group], as_coach: Client, query: dict[str, str], shown: list[str]
) -> None:
    assert names(as_coach, **query) == shown


def test_shared_groups_stand_in_both_lists(
    several: dict[str, Group], shared: Group, as_coach: Client, as_stranger: Client
) -> None:
    assert names(as_coach, shared="shared") == ["Skogsgruppen"]
    assert sorted(names(as_stranger)) == ["Annan", "Skogsgruppen"]
    assert names(as_stranger, kind="skogsgrupp", sort="-name") == ["Skogsgruppen", "Annan"]


def test_of_several_teams_one_is_chosen(
    several: dict[str, Group], as_coach: Client, coach: User, other_team: Team
) -> None:
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    assert names(as_coach, team=other_team.slug) == ["Annan"]
    assert len(names(as_coach)) == 3


def test_the_part_is_what_a_reload_gives(several: dict[str, Group], as_coach: Client) -> None:
    query = {"state": "all", "sort": "-name"}
    whole = as_coach.get(LIST, query).content.decode()
    part = as_coach.get(LIST, query, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in whole
    assert "<html" not in part


def test_an_empty_list_teaches(as_coach: Client, team: Team) -> None:
    assert "Här kommer teamets grupper att stå" in as_coach.get(LIST).content.decode()
    assert "Ingen grupp passar" in as_coach.get(LIST, {"state": "ended"}).content.decode()


def test_many_groups_cost_few_queries(
    as_coach: Client,
    team: Team,
    coach: User,
    alva: Episode,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    kind = make_kind(team)
    groups = Group.objects.bulk_create(
        Group(team=team, kind=kind, name=f"Grupp {n:03}", starts_on=date(2025, 1, 1))
        for n in range(120)
    )
    Leader.objects.bulk_create(Leader(group=each, user=coach) for each in groups)
    GroupMember.objects.bulk_create(
        GroupMember(group=each, episode=alva, from_on=date(2025, 2, 1)) for each in groups
    )
    Session.objects.bulk_create(
        Session(team=team, kind=kind, group=each, on=TUESDAY, at=time(9), ends_at=time(10))
        for each in groups
    )
    with django_assert_max_num_queries(12):
        page = as_coach.get(LIST, {"page": "2"})
    assert len(page.context["rows"]) == 50
    assert {row.own for row in page.context["rows"]} == {1}


def test_the_page_tells_of_the_holidays_left_out(as_coach: Client, group: Group) -> None:
    url = reverse("group_time_new", args=[group.pk])
    values = {
        "weekday": "3",
        "at": "09:00",
        "ends_at": "11:00",
        "every_weeks": "1",
        "first_on": "2025-04-24",
    }
    page = as_coach.post(url, values, follow=True).content.decode()
    assert "Tiden är tillagd och 6 tillfällen är utlagda." in page
    assert "2025-05-01 (Första maj), 2025-05-29 (Kristi himmelsfärdsdag)" in page
    found = GroupTime.objects.get()
    change = reverse("group_time", args=[found.pk])
    changed = as_coach.post(change, values | {"at": "10:00", "version": 1}, follow=True)
    assert "Tiden är sparad." in changed.content.decode()
    assert set(Session.objects.values_list("at", flat=True)) == {time(10)}
    for bad, field in (({"ends_at": "09:00"}, "ends_at"), ({"last_on": "2025-04-01"}, "last_on")):
        answer = as_coach.post(change, values | {"version": 2} | bad)
        assert list(sentences(answer)) == [field]


def test_a_page_of_many_members_costs_few_queries(
    as_coach: Client,
    team: Team,
    group: Group,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    persons = Participant.objects.bulk_create(
        Participant(team=team, reference=f"p{n}", sort_key=f"{n:03}") for n in range(60)
    )
    episodes = Episode.objects.bulk_create(
        Episode(participant=p, team=team, case_number=p.reference, enrolled_on=date(2025, 2, 1))
        for p in persons
    )
    for episode in episodes:
        make_member(group, episode)
    for day in range(1, 30):
        make_session(group, date(2025, 5, day))
    with django_assert_max_num_queries(22):
        page = as_coach.get(reverse("group", args=[group.pk]))
    assert len(page.context["page"].members) == 60


def test_all_sessions_of_a_group(as_coach: Client, group: Group) -> None:
    make_session(group, date(2025, 4, 1), note="Vi eldade.")
    make_session(group, date(2025, 4, 8), cancelled_because="Sjuk")
    make_session(group, TUESDAY)
    url = reverse("group_sessions", args=[group.pk])

    def days(**query: str) -> list[int]:
        return [each.on.day for each in as_coach.get(url, query).context["rows"]]

    assert days() == [8, 1]
    assert days(state="held") == [1]
    assert days(state="cancelled") == [8]
    assert days(when="ahead") == [22]
    assert days(when="all", sort="when") == [1, 8, 22]
    part = as_coach.get(url, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in as_coach.get(url).content.decode()


def test_a_stranger_finds_no_group(as_stranger: Client, group: Group, other_team: Team) -> None:
    make_group(other_team)
    assert people.client_of(None).get(reverse("group", args=[group.pk])).status_code == 302
    assert as_stranger.get(reverse("group", args=[group.pk])).status_code == 404
