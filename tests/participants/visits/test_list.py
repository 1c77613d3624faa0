"""The team's visits: two weeks, a list that is narrowed and turned, and nobody who is protected."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samspel.accounts.models import LogEntry, User
from samspel.accounts.roles import Role
from samspel.organisation.models import Membership, Team
from samspel.participants.visits.calendar import moment
from samspel.participants.visits.models import CancelledTime, StandingTime, Visit
from tests.participants.conftest import send, sentences
from tests.participants.visits.conftest import FILLED, NOW, TODAY, WEDNESDAY, at
from tests.people import client_of, make_episode, make_participant

Book = Callable[..., Visit]
NUMBER = "5b1c2f6e-0f5d-4a52-9f0a-0c6f6a1d7e11"


@pytest.fixture(autouse=True)
def _on_monday(on_monday: None) -> None:
    """Every page of these tests is shown on that day."""


def page(client: Client, address: str = "/visits/") -> str:
    return client.get(address).content.decode()


def test_who_may(coach: User, stranger: User, officer: User, visit: Visit) -> None:
    assert "Alva Åkesson" in page(client_of(coach))
    assert "Alva Åkesson" not in page(client_of(stranger))
    assert client_of(officer).get("/visits/").status_code == 404


def test_an_empty_list_offers_the_first_act(coach: User, team: Team) -> None:
    assert "/visits/times/new/" in page(client_of(coach))


def test_two_weeks_with_what_is_booked_free_and_cancelled(
    coach: User, visit: Visit, standing: StandingTime
) -> None:
    CancelledTime.objects.create(standing_time=standing, on=WEDNESDAY + timedelta(weeks=1))
    StandingTime.objects.create(
        team=standing.team, weekday=3, at=time(13), first_on=TODAY, places=2
    )
    weeks = client_of(coach).get("/visits/").context["weeks"]
    lines = [line for week in weeks for day in week.days for line in day.lines]
    assert [(line.on.day, line.clock, line.text) for line in lines] == [
        (18, "10:00", "Alva Åkesson"),
        (19, "13:00", "2 lediga platser"),
        (25, "10:00", "inställt"),
        (26, "13:00", "2 lediga platser"),
    ]


def test_a_free_time_leads_to_its_booking(coach: User, standing: StandingTime) -> None:
    client = client_of(coach)
    [week, _next] = client.get("/visits/").context["weeks"]
    form = client.get(week.days[0].lines[0].url).context["form"]
    assert form["time"].value() == f"{standing.pk}.2025-06-18"


def test_a_protected_person_shows_nowhere_and_keeps_the_place(
    coach: User, team: Team, visit: Visit
) -> None:
    hidden = make_participant(team, given_name="Hemlig", protection="registered")
    case = make_episode(hidden, study_visit_on=WEDNESDAY, referred_on=None, enrolled_on=None)
    Visit.objects.filter(pk=visit.pk).update(came="came", episode=case, given_name="")
    text = page(client_of(coach), "/visits/?when=all")
    assert "Hemlig" not in text
    assert str(visit.pk) not in text
    assert client_of(coach).get(f"/visits/{visit.pk}/").status_code == 404
    assert client_of(coach).post(f"/visits/{visit.pk}/undo/").status_code == 404
    hidden.named_staff.add(coach)
    named = page(client_of(coach), "/visits/?when=all")
    assert "Hemlig" not in named
    assert "Skyddad identitet" in named
    assert "1 ledig plats" not in named.split("Nästa vecka")[0]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("?when=past", 1),
        ("?when=all", 3),
        ("?when=all&state=cancelled", 1),
        ("?when=all&state=awaited", 2),
        ("?when=x&state=y&sort=z&page=-1", 2),
    ],
)
def test_the_list_is_narrowed(coach: User, book: Book, query: str, count: int) -> None:
    book(at(-3), now=NOW - timedelta(days=4))
    book(at(1))
    Visit.objects.filter(pk=book(at(2)).pk).update(came="cancelled")
    assert client_of(coach).get(f"/visits/{query}").context["listing"].count == count


def test_past_visits_stand_latest_first(coach: User, book: Book) -> None:
    for days in (-3, -1, -2):
        book(at(days), now=NOW - timedelta(days=5))
    rows = client_of(coach).get("/visits/?when=past").context["rows"]
    assert [row.day for row in rows] == ["2025-06-15", "2025-06-14", "2025-06-13"]


def test_the_part_is_what_a_reload_gives(coach: User, visit: Visit) -> None:
    client = client_of(coach)
    part = client.get("/visits/?when=all", headers={"HX-Request": "true"}).content.decode()
    whole = page(client, "/visits/?when=all")
    assert part.strip() in whole


def test_500_visits_cost_ten_queries(coach: User, team: Team, standing: StandingTime) -> None:
    starts = [moment(TODAY + timedelta(days=nth % 300), time(10 + nth % 5)) for nth in range(500)]
    people = [make_episode(make_participant(team)) for _nth in range(5)]
    Visit.objects.bulk_create(
        Visit(
            team=team,
            starts_at=each,
            booked_at=NOW,
            given_name="Alva",
            came="came" if nth < 5 else "",
            episode=people[nth] if nth < 5 else None,
        )
        for nth, each in enumerate(starts)
    )
    client = client_of(coach)
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/visits/?when=all")
    assert response.context["listing"].count == 500
    assert len(queries) <= 10


def test_staff_book_and_change(coach: User, team: Team, standing: StandingTime) -> None:
    client = client_of(coach)
    form = client.get("/visits/book/").context["form"]
    number = str(form["booking"].value())
    values = FILLED | {"time": f"{standing.pk}.2025-06-18", "booking": number}
    for _twice in range(2):
        assert client.post("/visits/book/", values)["Location"] == f"/visits/{number}/"
    visit = Visit.objects.get()
    assert (visit.on, visit.booked_by) == (WEDNESDAY, coach)
    another = FILLED | {"time": "another", "on": "2025-06-20", "at": "13:30", "place": "Torget"}
    response = client.post(f"/visits/{number}/change/", another | {"version": "1"})
    assert response.status_code == 302
    visit.refresh_from_db()
    assert (visit.on, visit.clock, visit.standing_time) == (date(2025, 6, 20), "13:30", None)


def test_what_was_typed_stays_when_the_time_is_taken(
    coach: User, visit: Visit, standing: StandingTime
) -> None:
    values = FILLED | {"time": f"{standing.pk}.2025-06-18", "booking": NUMBER}
    response = send(coach, "/visits/book/", **values | {"given_name": "Beata"})
    assert "inte längre ledig" in " ".join(sentences(response)["time"])
    assert 'value="Beata"' in response.content.decode()
    assert Visit.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("on", ""),
        ("on", "0001-01-01"),
        ("on", "2025-02-30"),
        ("at", ""),
        ("at", "25:00"),
        ("caseworker_email", "x"),
        ("referred_by", "x"),
        ("given_name", "\u202e"),
    ],
)
def test_what_cannot_be_booked(coach: User, team: Team, field: str, value: str) -> None:
    when = {"time": "another", "on": "2025-06-20", "at": "13:30", "booking": NUMBER}
    says = sentences(send(coach, "/visits/book/", **FILLED | when | {field: value}))
    assert set(says) == {field}
    assert not Visit.objects.exists()


def test_who_has_two_teams_chooses(
    coach: User, other_team: Team, team: Team, standing: StandingTime
) -> None:
    Membership.objects.create(user=coach, role=Role.COACH, team=other_team)
    client = client_of(coach)
    for address in ("/visits/book/", "/visits/times/new/", "/visits/links/"):
        assert "?team=team-oster" in page(client, address)
        assert client.get(f"{address}?team=team-oster").context["form"]
        assert client.get(f"{address}?team=team-norr").status_code == 404
    assert "Team Väster" in page(client)
    assert client.get("/visits/?team=team-oster").context["listing"].count == 0


def test_opening_a_visit_is_told_of(coach: User, visit: Visit) -> None:
    page(client_of(coach), f"/visits/{visit.pk}/")
    assert LogEntry.objects.get(act="visit_opened").subject == f"visit:{visit.pk}"
