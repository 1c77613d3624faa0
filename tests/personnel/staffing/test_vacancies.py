"""Positions end, stand vacant, are filled; the vacancy keeps up with the position before it."""

from datetime import date
from decimal import Decimal

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Position
from tests.people import client_of
from tests.personnel.staffing.conftest import page_of, send, sentences, told
from tests.personnel.staffing.filled_in import NEW, correction, filled, url_of
from tests.personnel.staffing.made import add_share, make_position


def test_positions_that_stand_vacant_may_overlap(team: Team, leader: User) -> None:
    make_position(team, name="")
    assert send(leader, NEW, filled(team, name="")).status_code == 302
    assert Position.objects.filter(name="").count() == 2


def test_a_vacancy_is_filled_and_ends_the_day_before(team: Team, leader: User) -> None:
    vacancy = make_position(team, name="", percent=75)
    page = client_of(leader).get(NEW, {"fills": vacancy.pk})
    assert page.context["form"].initial["amount"] == 75
    assert page.context["form"].initial["role"] == "handledare"
    response = client_of(leader).post(
        f"{NEW}?fills={vacancy.pk}", filled(team, first_on="2024-05-01")
    )
    assert response.status_code == 302
    vacancy.refresh_from_db()
    assert vacancy.last_on == date(2024, 4, 30)


def test_a_vacancy_cannot_be_filled_before_it_begins(team: Team, leader: User) -> None:
    vacancy = make_position(team, name="")
    values = filled(team, first_on="2023-12-31")
    response = client_of(leader).post(f"{NEW}?fills={vacancy.pk}", values)
    assert "är inte vakant den dagen" in sentences(response)["first_on"][0]
    vacancy.refresh_from_db()
    assert vacancy.last_on is None
    assert Position.objects.count() == 1


def test_a_vacancy_that_was_filled_from_its_first_day_was_none(team: Team, leader: User) -> None:
    vacancy = make_position(team, name="")
    response = client_of(leader).post(f"{NEW}?fills={vacancy.pk}", filled(team))
    assert response.status_code == 302
    assert [each.name for each in Position.objects.all()] == ["Vera Vind"]
    assert told("position_taken_back").subject == f"position:{vacancy.pk}"


def test_a_vacancy_is_filled_once(team: Team, leader: User) -> None:
    vacancy = make_position(team, name="")
    url, values = f"{NEW}?fills={vacancy.pk}", filled(team, first_on="2024-05-01")
    assert client_of(leader).post(url, values).status_code == 302
    again = client_of(leader).post(url, values | {"name": "Bo Berg"})
    assert "är inte vakant den dagen" in sentences(again)["first_on"][0]
    assert Position.objects.count() == 2


def test_the_last_day_is_entered_and_the_position_stands_vacant(
    team: Team, leader: User, position: Position
) -> None:
    add_share(position, date(2024, 6, 1), 60)
    values = {"last_on": "2025-05-31", "stands_vacant": "on", "version": position.version}
    assert send(leader, url_of("position_end", position), values).status_code == 302
    position.refresh_from_db()
    vacancy = Position.objects.get(name="")
    assert (position.last_on, vacancy.first_on) == (date(2025, 5, 31), date(2025, 6, 1))
    assert (vacancy.role, vacancy.agency, vacancy.shares.get().percent) == (
        "handledare",
        position.agency,
        Decimal(60),
    )


def ended(leader: User, position: Position) -> Position:
    """The position with a last day at the end of May 2025, and the vacancy after it."""
    values = {"last_on": "2025-05-31", "stands_vacant": "on", "version": position.version}
    send(leader, url_of("position_end", position), values)
    position.refresh_from_db()
    return Position.objects.get(name="")


def test_the_vacancy_follows_a_last_day_that_was_wrong(leader: User, position: Position) -> None:
    vacancy = ended(leader, position)
    url = url_of("position_end", position)
    assert "stands_vacant" not in page_of(leader, url)
    values = {"last_on": "2025-06-30", "stands_vacant": "on", "version": position.version}
    assert send(leader, url, values).status_code == 302
    vacancy = Position.objects.get(name="")
    assert vacancy.first_on == vacancy.shares.get().first_on == date(2025, 7, 1)


def test_who_goes_on_after_all_leaves_no_vacancy_behind(
    team: Team, leader: User, position: Position
) -> None:
    ended(leader, position)
    found = sentences(send(leader, url_of("position_change", position), correction(team, position)))
    assert "är vakant från 2025-06-01" in found["last_on"][0]
    position.refresh_from_db()
    assert position.last_on == date(2025, 5, 31)


def test_a_last_day_after_the_vacancy_is_refused(leader: User, position: Position) -> None:
    vacancy = ended(leader, position)
    vacancy.last_on = date(2025, 8, 31)
    vacancy.save()
    values = {"last_on": "2025-08-31", "version": position.version}
    found = sentences(send(leader, url_of("position_end", position), values))
    assert "slutar 2025-08-31" in found["last_on"][0]


def test_a_vacancy_that_nobody_will_fill_is_ended(leader: User, position: Position) -> None:
    vacancy = ended(leader, position)
    url = url_of("position_end", vacancy)
    assert url in page_of(leader, url_of("position", vacancy))
    values = {"last_on": "2025-12-31", "stands_vacant": "on", "version": vacancy.version}
    send(leader, url, values)
    assert Position.objects.get(name="").last_on == date(2025, 12, 31)
