"""The overview, its numbers, and the rows that the figures are counted from."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samspel.accounts.models import User
from samspel.figures.period import parse_period
from samspel.figures.resources import Row
from samspel.organisation.models import Team
from samspel.pages.behind import Behind
from samspel.personnel.methods import behind, rows
from samspel.personnel.methods.numbers import printed_methods
from tests.personnel.methods.conftest import TODAY
from tests.personnel.methods.made import make_area, make_meeting, make_series, make_session

Clients = Callable[[User | None], Client]
Told = Callable[[Team, Sequence[str], User], list[Behind]]


def fill(team: Team) -> None:
    """Two meetings of the year and one of the year before; two sessions; one area."""
    first = make_meeting(team)
    first.expected.update(came=True)
    second = make_meeting(team, date(2025, 4, 3))
    fk = team.agencies.get(short_name="FK")
    second.expected.filter(agency=fk).update(came=False)
    make_meeting(team, date(2024, 4, 4))
    session = make_session(team, cost=450_000, hours=Decimal("1.5"))
    session.attendees.create(name="Alva")
    make_session(team, kind="training", title="Kurs")
    make_area(team)


def test_the_figures_come_out_of_the_records(team: Team) -> None:
    fill(team)
    fk = team.agencies.get(short_name="FK")
    printed = printed_methods(team, parse_period("2025"))
    addresses = {
        "team_meetings_held": 2,
        "team_meetings_held@previous": 1,
        "team_meeting_places": 3,
        "team_meeting_places_attended": 2,
        f"team_meeting_places_attended.agency.{fk.pk}": 1,
        "staff_sessions": 2,
        "staff_session_costs": 4500,
        "staff_days": 1,
        "development_areas_open": 1,
    }
    assert {each: printed.amount(each) for each in addresses} == addresses
    assert printed.number(f"team_meeting_attendance.agency.{fk.pk}").value == Decimal("0.5")


def test_every_row_leads_back_to_its_record(team: Team, coach: User) -> None:
    fill(team)
    read: list[tuple[Told, Sequence[Row]]] = [
        (behind.meetings_behind, rows.team_meeting_rows(team)),
        (behind.places_behind, rows.team_meeting_place_rows(team)),
        (behind.sessions_behind, rows.staff_session_rows(team)),
        (behind.areas_behind, rows.development_area_rows(team)),
    ]
    for told, found in read:
        records = [row.key.partition(":")[2] for row in found]
        shown = told(team, records, coach)
        assert len(shown) == len(found)
        assert all(each.url.startswith(f"/teams/{team.slug}/methods/") for each in shown)


def test_another_teams_records_are_not_behind_this_teams_numbers(
    team: Team, other_team: Team, coach: User
) -> None:
    meeting = make_meeting(other_team)
    assert behind.meetings_behind(team, [str(meeting.pk)], coach) == []


def test_the_overview_shows_meetings_areas_and_numbers_with_their_records(
    team: Team, coach: User, client_of: Clients
) -> None:
    fill(team)
    make_series(team)
    client, url = client_of(coach), reverse("working_methods", args=[team.slug])
    page = client.get(url, {"year": "2025"}).content.decode()
    assert "Kortare väntan" in page
    assert "<svg" in page
    assert f"/reports/figures/{team.slug}/2025-01-01..2025-06-12/team_meetings_held/" in page
    assert reverse("meeting_series_new", args=[team.slug]) in page


def test_a_year_is_swapped_in_as_the_page_shows_it(
    team: Team, coach: User, client_of: Clients
) -> None:
    fill(team)
    client, url = client_of(coach), reverse("working_methods", args=[team.slug])
    part = client.get(url, {"year": "2024"}, headers={"HX-Request": "true"}).content.decode()
    page = client.get(url, {"year": "2024"}).content.decode()
    assert part.strip() in page


def test_the_steering_group_reads_it_all_and_changes_nothing(
    team: Team, steering_member: User, client_of: Clients
) -> None:
    fill(team)
    make_series(team)
    url = reverse("working_methods", args=[team.slug])
    page = client_of(steering_member).get(url).content.decode()
    assert "Kortare väntan" in page
    for name in ("meeting_series_new", "staff_session_new", "development_area_new"):
        assert reverse(name, args=[team.slug]) not in page
    numbers = page.partition('id="listing"')[2].partition("</main>")[0]
    links = set(re.findall(r'href="(/reports/figures/[^"]+)"', numbers))
    assert any("/team_meetings_held/" in link for link in links)
    client = client_of(steering_member)
    assert {client.get(link).status_code for link in links} == {200}


def test_of_a_year_that_goes_on_only_what_has_been_is_counted(
    team: Team, coach: User, client_of: Clients
) -> None:
    make_meeting(team, TODAY)
    make_meeting(team, TODAY + timedelta(days=7))
    make_meeting(team, date(2024, 3, 7))
    make_meeting(team, date(2024, 9, 5))
    url = reverse("working_methods", args=[team.slug])
    page = client_of(coach).get(url).content.decode()
    row = page.partition("Hållna teammöten")[2].partition("</tr>")[0]
    assert re.findall(r">(\d+)<", row) == ["1", "1"]
    assert "2025 hittills" in page
    assert "Samma dagar 2024" in page


def test_an_empty_team_is_told_what_will_stand_here(
    team: Team, coach: User, client_of: Clients
) -> None:
    page = client_of(coach).get(reverse("working_methods", args=[team.slug])).content.decode()
    assert "Inget möte än" in page


def test_the_overview_asks_as_many_questions_for_many_records(
    team: Team,
    coach: User,
    client_of: Clients,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    fill(team)
    for day in range(1, 25):
        make_meeting(team, date(2025, 5, day))
        make_session(team)
    make_series(team)
    client, url = client_of(coach), reverse("working_methods", args=[team.slug])
    with django_assert_max_num_queries(30):
        assert client.get(url).status_code == 200
