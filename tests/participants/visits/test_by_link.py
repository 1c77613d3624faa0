"""Caseworkers book, move and cancel by a link: without account, and seeing nothing of anybody."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.participants.links.link import Link, Purpose
from samspel.participants.visits import booking
from samspel.participants.visits.models import StandingTime, Visit
from samspel.participants.visits.occasions import ChosenTime
from tests.participants.conftest import HOSTILE, send, sentences
from tests.participants.visits.conftest import FILLED, WEDNESDAY, at
from tests.people import client_of

Book = Callable[..., Visit]
NUMBER = "5b1c2f6e-0f5d-4a52-9f0a-0c6f6a1d7e11"


@pytest.fixture(autouse=True)
def _on_monday(on_monday: None) -> None:
    """Every page of these tests is shown on that day."""


@pytest.fixture
def page(link: tuple[Link, str]) -> str:
    return f"/book-visit/{link[1]}/"


@pytest.fixture
def filled(standing: StandingTime) -> dict[str, Any]:
    return FILLED | {"time": f"{standing.pk}.2025-06-18", "booking": NUMBER}


@pytest.fixture
def own(page: str, filled: dict[str, Any]) -> str:
    """The page of a visit that was booked by a link."""
    return str(Client().post(page, filled)["Location"])


def test_the_page_shows_times_and_no_menu(page: str, standing: StandingTime, team: Team) -> None:
    text = Client().get(page).content.decode()
    assert "Onsdag 2025-06-18 kl. 10:00, Storgatan 1" in text
    assert "Write nothing" not in text
    assert "Deltagare" not in text


def test_a_caseworker_books(page: str, filled: dict[str, Any]) -> None:
    response = Client().post(page, filled, follow=True)
    text = response.content.decode()
    assert "Besöket är bokat" in text
    assert "2025-06-18</time>, 10:00" in text
    assert "Alva" not in text, "the page says nothing of anybody"
    visit = Visit.objects.get()
    assert (visit.on, visit.booked_by, str(visit.pk)) == (WEDNESDAY, None, NUMBER)
    entry = LogEntry.objects.get(act="visit_booked")
    assert entry.actor is None
    assert entry.address == "127.0.0.1"


def test_names_may_be_left_out(page: str, filled: dict[str, Any]) -> None:
    values = filled | {"given_name": "", "family_name": ""}
    assert Client().post(page, values).status_code == 302
    assert Visit.objects.get().listed_name == "Inget namn"


@pytest.mark.parametrize("field", ["time", "referred_by", "caseworker_name", "caseworker_email"])
def test_what_must_be_said(page: str, filled: dict[str, Any], field: str) -> None:
    assert set(sentences(Client().post(page, filled | {field: ""}))) == {field}


def test_sent_twice_it_is_one_visit(page: str, filled: dict[str, Any]) -> None:
    first, second = (Client().post(page, filled) for _twice in range(2))
    assert first.status_code == second.status_code == 302
    assert Client().get(second["Location"]).status_code == 200
    assert Visit.objects.count() == 1


def test_the_loser_keeps_what_was_typed_and_sees_the_times_that_are_left(
    page: str, filled: dict[str, Any], book: Book, on_wednesday: ChosenTime
) -> None:
    book(on_wednesday)
    response = Client().post(page, filled | {"given_name": "Beata"})
    text = response.content.decode()
    assert "inte längre ledig" in " ".join(sentences(response)["time"])
    assert 'value="Beata"' in text
    assert "2025-06-25" in text
    assert "2025-06-18 kl." not in text


def test_a_leaked_link_does_not_fill_the_team(
    page: str, filled: dict[str, Any], book: Book, link: tuple[Link, str]
) -> None:
    for nth in range(10):
        visit = book(at(20 + nth))
        Visit.objects.filter(pk=visit.pk).update(booked_through=link[0])
    says = sentences(Client().post(page, filled))
    assert "Många besök" in " ".join(says["__all__"])


@pytest.mark.parametrize(
    ("change", "status", "says"),
    [
        ({"withdrawn_at": at(-1).starts_at}, 410, "dragit tillbaka"),
        ({"used_at": at(-1).starts_at}, 410, "redan använd"),
        ({"expires_at": at(0, 0).starts_at}, 410, "gått ut"),
        ({"purpose": Purpose.FOLLOW_UP}, 404, "ingen sida"),
    ],
)
def test_a_link_that_does_not_open_says_why(
    page: str, filled: dict[str, Any], change: dict[str, Any], status: int, says: str
) -> None:
    Link.objects.update(made_at=at(-9).starts_at, **change)
    for response in (Client().get(page), Client().post(page, filled)):
        assert response.status_code == status
        assert says in response.content.decode()
    assert not Visit.objects.exists()


def test_a_visit_is_moved_by_its_own_page(own: str, standing: StandingTime) -> None:
    values = {"time": f"{standing.pk}.2025-06-25", "version": "1"}
    response = Client().post(own, values, follow=True)
    assert "2025-06-25</time>, 10:00" in response.content.decode()
    assert Visit.objects.get().on == WEDNESDAY + timedelta(weeks=1)


def test_a_visit_is_cancelled_by_its_own_page(own: str) -> None:
    for _twice in range(2):
        response = Client().post(f"{own}cancel/", follow=True)
        assert "Besöket är avbokat" in response.content.decode()
    assert Visit.objects.get().came == "cancelled"
    assert LogEntry.objects.filter(act="visit_cancelled").count() == 1
    text = Client().get(own).content.decode()
    assert "Byt tid" not in text


def test_a_visit_that_was_made_is_changed_no_more(own: str) -> None:
    Visit.objects.update(came="absent")
    for response in (Client().get(own), Client().post(f"{own}cancel/")):
        assert response.status_code == 410
    assert Visit.objects.get().came == "absent"


def test_the_team_learns_who_booked_nothing_else(own: str, coach: User) -> None:
    text = client_of(coach).get(f"/visits/{NUMBER}/").content.decode()
    assert "Hanna Handläggare" in text
    assert "remittenten, med en länk" in text


def test_somebody_signed_in_books_as_a_guest(
    page: str, filled: dict[str, Any], stranger: User
) -> None:
    client_of(stranger).post(page, filled)
    assert Visit.objects.get().booked_by is None


def test_a_coach_makes_a_link_and_takes_it_back(coach: User, team: Team, stranger: User) -> None:
    response = send(coach, "/visits/links/", days="30", email="")
    address = response.context["address"]
    token = address.rstrip("/").rpartition("/")[2]
    assert Client().get(f"/book-visit/{token}/").status_code == 200
    link = Link.objects.get()
    assert token not in client_of(coach).get("/visits/links/").content.decode()
    assert token not in str(vars(link))
    assert client_of(stranger).post(f"/visits/links/{link.pk}/").status_code == 404
    client_of(coach).post(f"/visits/links/{link.pk}/")
    assert Client().get(f"/book-visit/{token}/").status_code == 410


@pytest.mark.parametrize(("field", "value"), [("days", "31"), ("days", ""), ("email", "x")])
def test_a_link_that_cannot_be_made(coach: User, team: Team, field: str, value: str) -> None:
    values = {"days": "30", "email": "", field: value}
    assert set(sentences(send(coach, "/visits/links/", **values))) == {field}
    assert not Link.objects.exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_breaks_the_page(page: str, filled: dict[str, Any], text: str) -> None:
    for fields in (filled, {"caseworker_name", "given_name"}):
        values = filled | dict.fromkeys(fields, text)
        assert Client().post(page, values).status_code in (200, 302)
    assert Client().get("/book-visit/x/").status_code == 404


def test_no_time_is_left(page: str) -> None:
    assert "ingen ledig tid" in Client().get(page).content.decode()


def test_a_time_that_goes_while_one_writes_is_not_offered_again(
    page: str,
    filled: dict[str, Any],
    book: Book,
    on_wednesday: ChosenTime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The form was shown and found right before somebody else got there first."""
    really_book = booking.book

    def too_late(**values: Any) -> Visit:
        monkeypatch.setattr(booking, "book", really_book)
        book(on_wednesday)
        return really_book(**values)

    monkeypatch.setattr(booking, "book", too_late)
    response = Client().post(page, filled)
    text = response.content.decode()
    assert "Någon annan har just bokat den tiden" in text
    assert filled["time"] not in text
    assert "Alva" in text
    assert Visit.objects.count() == 1
