"""The page of the staff: who is here on a day, vacancies, agencies with nobody, the chart."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Position
from tests.people import client_of
from tests.personnel.staffing.conftest import page_of
from tests.personnel.staffing.made import add_share, agency_of, make_leave, make_position

PAGE = "/teams/team-vaster/personnel/"


@pytest.fixture
def staff(team: Team) -> dict[str, Position]:
    """Somebody from each agency, one who left, one who comes, and a vacancy."""
    kim = make_position(team, "Kim Ek", agency=agency_of(team, "Kommunen"), role="teamledare")
    left = make_position(team, "Åsa Alm", last_on=date(2025, 5, 31), percent=60)
    comes = make_position(team, "Love Hed", first_on=date(2025, 9, 1))
    vacant = make_position(team, "", first_on=date(2025, 6, 1), role="arbetsterapeut")
    make_leave(kim, percent=25, first_on=date(2025, 6, 1))
    return {"kim": kim, "left": left, "comes": comes, "vacant": vacant}


def names(user: User, **query: str) -> list[str]:
    return [row.name for row in client_of(user).get(PAGE, query).context["rows"]]


def test_the_page_teaches_while_there_is_nobody(team: Team, leader: User, coach: User) -> None:
    assert "Här kommer de att stå" in page_of(leader, PAGE)
    assert reverse("position_new", args=[team.slug]) in page_of(leader, PAGE)
    assert reverse("position_new", args=[team.slug]) not in page_of(coach, PAGE)


def test_who_is_here_now(coach: User, staff: dict[str, Position]) -> None:
    assert names(coach) == ["Kim Ek"]
    page = page_of(coach, PAGE)
    assert "ledig 25\u00a0%" in page
    assert "arbetsterapeut" in page


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2023-12-31", []),
        ("2024-01-01", ["Kim Ek", "Åsa Alm"]),
        ("2025-05-31", ["Kim Ek", "Åsa Alm"]),
        ("2025-06-01", ["Kim Ek"]),
        ("2025-09-01", ["Kim Ek", "Love Hed"]),
        ("igår", ["Kim Ek"]),
        ("2025-13-01", ["Kim Ek"]),
        ("0001-01-01", ["Kim Ek"]),
        ("9999-12-31", ["Kim Ek"]),
        ("1990-01-01", []),
    ],
)
def test_who_was_here_on_a_day(
    coach: User, staff: dict[str, Position], day: str, found: list[str]
) -> None:
    assert names(coach, on=day) == found


def test_former_later_and_all(coach: User, staff: dict[str, Position], team: Team) -> None:
    assert names(coach, who="former") == ["Åsa Alm"]
    assert names(coach, who="later") == ["Love Hed"]
    assert names(coach, who="all") == ["Kim Ek", "Love Hed", "Vakant", "Åsa Alm"]
    fk = str(agency_of(team).pk)
    assert names(coach, who="all", agency=fk) == ["Love Hed", "Vakant", "Åsa Alm"]


def test_the_list_sorts(coach: User, staff: dict[str, Position]) -> None:
    add_share(staff["kim"], date(2024, 6, 1), 80)
    found = names(coach, who="all", sort="share")
    assert found[0] == "Åsa Alm"
    assert found[1] == "Kim Ek"
    assert names(coach, who="all", sort="-first")[0] == "Love Hed"
    assert names(coach, on="2024-02-01", sort="-name") == ["Åsa Alm", "Kim Ek"]


def test_the_day_is_kept_by_the_links_of_the_list(coach: User, staff: dict[str, Position]) -> None:
    page = client_of(coach).get(PAGE, {"on": "2024-02-01"}).content.decode()
    assert "?sort=role&amp;on=2024-02-01" in page or "on=2024-02-01" in page.partition("<thead>")[2]


def test_an_agency_with_nobody_is_due_with_its_day(coach: User, staff: dict[str, Position]) -> None:
    page = page_of(coach, PAGE)
    assert '<span class="mark is-due">Försäkringskassan</span>' in page
    assert "sedan 2025-06-01" in page
    assert page.count("is-due") == 1
    before = client_of(coach).get(PAGE, {"on": "2025-05-31"}).content.decode()
    assert "is-due" not in before


def test_the_numbers_lead_to_their_figures(coach: User, staff: dict[str, Position]) -> None:
    page = page_of(coach, PAGE)
    assert "/full_time_equivalents_at_end/" in page
    assert ">0,75</a>" in page
    assert "samspel-chart" in page


def test_the_changes_of_a_year_are_told(coach: User, staff: dict[str, Position]) -> None:
    found = client_of(coach).get(PAGE).context["changes"]
    assert [(each.on.isoformat(), each.what) for each in found] == [
        ("2025-06-01", "är vakant"),
        ("2025-06-01", "ledig 25\u00a0%"),
        ("2025-05-31", "lämnade teamet"),
    ]


def test_the_part_equals_its_reload(coach: User, staff: dict[str, Position]) -> None:
    query = {"who": "all", "sort": "-name", "on": "2025-01-01"}
    whole = client_of(coach).get(PAGE, query).content.decode()
    part = client_of(coach).get(PAGE, query, headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in whole


def test_many_positions_take_no_more_queries(
    team: Team,
    coach: User,
    staff: dict[str, Position],
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(20):
        make_leave(make_position(team, f"Nr {number}"))
    client = client_of(coach)
    client.get(PAGE)
    with django_assert_max_num_queries(20):
        assert len(client.get(PAGE).context["rows"]) == 21
    with django_assert_max_num_queries(14):
        client.get(reverse("position", args=[team.slug, staff["kim"].pk]))
