"""The list of employers: search, filters, order, pages, files, and how many queries it takes."""

import csv
import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import LogEntry, User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.employers.models import ContactNote, Employer, Task
from tests.employer_things import make_employer, make_task
from tests.participants.conftest import told as told_of
from tests.participants.employers.conftest import TODAY, Told
from tests.people import client_of

LIST = "/employers/"


@pytest.fixture
def known(team: Team, task: Task, coach: User, told: Told) -> dict[str, Employer]:
    """One with two places in the garden, one that is full, one that is left, one without tasks."""
    full = make_employer(
        team, name="Ärtans kök", kind="cooperative", organisation_number="2120000142"
    )
    kitchen = make_task(full, title="Diska", accessibility=["quiet"])
    told.takes_place(kitchen.pk, date(2025, 6, 1), date(2025, 7, 31))
    left = make_employer(team, name="Hyvel", is_used=False)
    empty = make_employer(team, name="Zetas", kind="municipal")
    ContactNote.objects.create(employer=empty, on=date(2025, 6, 2), text="Ja.", by=coach)
    ContactNote.objects.create(employer=empty, on=date(2025, 3, 2), text="Nej.", by=coach)
    return {"garden": task.employer, "full": full, "left": left, "empty": empty}


def names(client: Client, **query: str) -> list[str]:
    return [row.name for row in client.get(LIST, query).context["rows"]]


def search(client: Client, text: str) -> list[str]:
    page = client.post(LIST, {"search": text}, follow=True)
    return [row.name for row in page.context["rows"]]


def test_the_employers_by_name_as_swedish_sorts(
    known: dict[str, Employer], as_coach: Client
) -> None:
    assert names(as_coach) == ["Zetas", "Åby Plantskola", "Ärtans kök"]
    assert names(as_coach, sort="-name") == ["Ärtans kök", "Åby Plantskola", "Zetas"]
    rows = as_coach.get(LIST).context["rows"]
    assert [(row.places, row.talk) for row in rows] == [
        ("ingen uppgift ännu", "2025-06-02"),
        ("2 av 2 lediga", ""),
        ("ledigt från 2025-08-01", ""),
    ]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"kind": "cooperative"}, ["Ärtans kök"]),
        ({"kind": "church"}, ["Zetas", "Åby Plantskola", "Ärtans kök"]),
        ({"work": "garden"}, ["Åby Plantskola"]),
        ({"place": "free"}, ["Åby Plantskola"]),
        ({"access": "quiet"}, ["Ärtans kök"]),
        ({"access": "quiet", "place": "free"}, []),
        ({"access": "bus", "work": "garden", "place": "free"}, ["Åby Plantskola"]),
        ({"used": "left"}, ["Hyvel"]),
        ({"used": "all"}, ["Hyvel", "Zetas", "Åby Plantskola", "Ärtans kök"]),
        ({"sort": "talk"}, ["Zetas", "Åby Plantskola", "Ärtans kök"]),
    ],
)
def test_filters(
    known: dict[str, Employer], as_coach: Client, query: dict[str, str], shown: list[str]
) -> None:
    assert sorted(names(as_coach, **query)) == sorted(shown)


def test_what_fits_must_fit_one_task(
    known: dict[str, Employer], task: Task, as_coach: Client
) -> None:
    make_task(task.employer, title="Kontor", accessibility=["quiet"])
    assert names(as_coach, access="quiet", work="garden") == []
    assert "Åby Plantskola" in names(as_coach, access="quiet", place="free")


def test_a_task_that_is_not_offered_is_not_found(
    known: dict[str, Employer], task: Task, as_coach: Client
) -> None:
    Task.objects.filter(pk=task.pk).update(is_offered=False)
    assert names(as_coach, work="garden") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("aby", ["Åby Plantskola"]),
        ("PLANT å", ["Åby Plantskola"]),
        ("212000-0142", ["Ärtans kök"]),
        ("2120000142", ["Ärtans kök"]),
        ("finns inte", []),
        ("- ", []),
        ("\0", ["Zetas", "Åby Plantskola", "Ärtans kök"]),
    ],
)
def test_search_is_never_in_the_address(
    known: dict[str, Employer], as_coach: Client, text: str, shown: list[str]
) -> None:
    assert as_coach.post(LIST, {"search": text})["Location"] == LIST
    assert search(as_coach, text) == shown


def test_an_empty_list_teaches(as_coach: Client, team: Team, told: Told) -> None:
    text = as_coach.get(LIST).content.decode()
    assert "Här kommer arbetsgivarna att stå" in text
    make_employer(team)
    assert "Ingen arbetsgivare passar" in as_coach.get(LIST, {"kind": "municipal"}).content.decode()


def test_the_part_equals_its_reload(known: dict[str, Employer], as_coach: Client) -> None:
    query = {"kind": "cooperative", "sort": "-name"}
    whole = as_coach.get(LIST, query).content.decode()
    part = as_coach.get(LIST, query, headers={"HX-Request": "true"}).content.decode()
    assert part.partition('<form class="list-tools" method="get"')[2] in whole


def test_a_list_of_many_takes_no_more_queries(
    team: Team,
    as_coach: Client,
    known: dict[str, Employer],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(30):
        make_task(make_employer(team, name=f"Nr {number}"))
    as_coach.get(LIST)
    with django_assert_max_num_queries(12):
        assert len(names(as_coach)) == 33
    with django_assert_max_num_queries(13):
        as_coach.get(LIST, {"place": "free"})


def test_somebody_in_two_teams_chooses_one(
    coach: User, other_team: Team, known: dict[str, Employer], elsewhere: Employer
) -> None:
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    client = client_of(coach)
    assert "Deras Bageri" in names(client)
    assert names(client, team=other_team.slug) == ["Deras Bageri"]
    page = client.get("/employers/new/")
    assert "Vilket team gäller det?" in page.content.decode()
    made = client.post(f"/employers/new/?team={other_team.slug}", {"name": "Ny", "kind": "private"})
    assert made.status_code == 302
    assert Employer.objects.get(name="Ny").team == other_team
    assert client.get("/employers/new/?team=nobodys").status_code == 404


def test_the_list_as_a_file(as_coach: Client, team: Team, known: dict[str, Employer]) -> None:
    make_employer(team, name="=1+1")
    response = as_coach.get(LIST, {"format": "csv"})
    assert response["Content-Disposition"] == f'attachment; filename="employers-{TODAY}.csv"'
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows] == [
        "Arbetsgivare",
        "Zetas",
        "Åby Plantskola",
        "Ärtans kök",
        "'=1+1",
    ]
    assert rows[3][2] == "212000-0142"
    assert rows[2][-2:] == ["2", "2"]
    entry = told_of("exported")
    assert (entry.subject, entry.team_id, entry.details) == ("employers", team.pk, {"rows": 4})


def test_the_list_as_a_spreadsheet(as_coach: Client, known: dict[str, Employer]) -> None:
    response = as_coach.get(LIST, {"format": "xlsx", "kind": "cooperative"})
    assert response.content[:2] == b"PK"
    assert LogEntry.objects.get(act="exported").details == {"rows": 1}


def test_only_the_leader_is_led_to_what_is_the_leaders(
    leader: User, as_coach: Client, known: dict[str, Employer]
) -> None:
    assert reverse("employers_helped") not in as_coach.get(LIST).content.decode()
    assert reverse("employers_helped") in client_of(leader).get(LIST).content.decode()
