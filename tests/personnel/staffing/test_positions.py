"""Positions are added, corrected, ended, filled and taken back by the leader."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Position, PositionShare
from tests.people import client_of
from tests.personnel.staffing.conftest import page_of, send, sentences, told
from tests.personnel.staffing.made import FIRST, add_share, agency_of, make_leave, make_position

NEW = "/teams/team-vaster/personnel/new/"


def filled(team: Team, **more: Any) -> dict[str, Any]:
    return {
        "name": "Vera Vind",
        "role": "handledare",
        "employed_by": "agency",
        "agency": agency_of(team).pk,
        "first_on": "2024-01-01",
        "amount": "80",
        "unit": "percent",
        "full_time_hours": "165",
        "paid_from_budget": "on",
    } | more


def url_of(name: str, position: Position) -> str:
    return reverse(name, args=["team-vaster", position.pk])


def test_a_position_is_added_with_its_share(team: Team, leader: User) -> None:
    revision = team.revision
    response = send(leader, NEW, filled(team))
    made = Position.objects.get()
    assert response["Location"] == url_of("position", made)
    assert (made.name, str(made.agency), made.last_on) == ("Vera Vind", "FK", None)
    assert [(each.first_on, each.percent) for each in made.shares.all()] == [(FIRST, Decimal(80))]
    team.refresh_from_db()
    assert team.revision > revision
    assert "Vera" not in str(told("position_added").details)
    assert told("position_added").subject == f"position:{made.pk}"


@pytest.mark.parametrize(
    ("typed", "percent"), [("62,5", "62.50"), ("62.5 %", "62.50"), (" 80\u00a0% ", "80.00")]
)
def test_percent_is_understood_as_people_write_it(
    team: Team, leader: User, typed: str, percent: str
) -> None:
    send(leader, NEW, filled(team, amount=typed))
    assert PositionShare.objects.get().percent == Decimal(percent)


def test_hours_a_month_are_kept_and_told_in_percent(team: Team, leader: User) -> None:
    send(leader, NEW, filled(team, amount="82,5", unit="hours", full_time_hours="165"))
    share = PositionShare.objects.get()
    assert (share.percent, share.hours, share.full_time_hours) == (
        Decimal(50),
        Decimal("82.5"),
        Decimal(165),
    )
    assert "82,50 av 165 timmar i månaden" in page_of(leader, url_of("position", share.position))


def test_what_full_time_is_is_asked_once(team: Team, leader: User) -> None:
    client = client_of(leader)
    assert client.get(NEW).context["form"].initial["full_time_hours"] == 165
    send(leader, NEW, filled(team, amount="80", unit="hours", full_time_hours="160"))
    assert client.get(NEW).context["form"].initial["full_time_hours"] == 160


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"amount": "0"}, "amount", "mer än 0 och högst 200"),
        ({"amount": "201"}, "amount", "mer än 0 och högst 200"),
        ({"amount": "-5"}, "amount", "mer än 0 och högst 200"),
        ({"amount": "åttio"}, "amount", "Skriv ett tal"),
        ({"amount": "NaN"}, "amount", "Skriv ett tal"),
        ({"amount": "1e2"}, "amount", "Skriv ett tal"),
        ({"amount": "1_0"}, "amount", "Skriv ett tal"),
        ({"amount": "80,555"}, "amount", "högst tre siffror och två decimaler"),
        ({"amount": ""}, "amount", ""),
        ({"unit": "hours", "full_time_hours": ""}, "full_time_hours", "hur många timmar"),
        ({"unit": "hours", "full_time_hours": "0"}, "full_time_hours", "hur många timmar"),
        ({"unit": "hours", "full_time_hours": "0,01"}, "amount", "högst 200"),
        ({"role": " "}, "role", ""),
        ({"name": "Vera\u200bVind"}, "name", "osynligt tecken"),
        ({"employed_by": "borrowed", "agency": ""}, "comes_from", "Skriv vilket team"),
        ({"agency": ""}, "agency", "Välj vilken myndighet"),
        ({"employed_by": "nobody"}, "employed_by", ""),
        ({"first_on": "1 mars"}, "first_on", "2026-03-14"),
        ({"first_on": "0001-01-01"}, "first_on", "mellan åren 1990 och 2100"),
        ({"last_on": "9999-12-31"}, "last_on", "mellan åren 1990 och 2100"),
        ({"last_on": "2023-12-31"}, "last_on", "Sista dagen kan inte vara före"),
    ],
)
def test_what_does_not_fit_is_said_at_the_field_and_nothing_is_saved(
    team: Team, leader: User, values: dict[str, str], field: str, sentence: str
) -> None:
    found = sentences(send(leader, NEW, filled(team, **values)))
    assert sentence in " ".join(found[field])
    assert not Position.objects.exists()


def test_an_overlap_is_asked_about_and_allowed_when_confirmed(
    team: Team, leader: User, position: Position
) -> None:
    values = filled(team, name="VERA  vind", first_on="2024-03-01", amount="50")
    response = send(leader, NEW, values)
    assert "en annan befattning" in sentences(response)["is_confirmed"][0]
    assert 'name="is_confirmed"' in response.content.decode()
    assert Position.objects.count() == 1
    response = send(leader, NEW, values | {"is_confirmed": "on"})
    assert response.status_code == 302
    page = client_of(leader).get(response["Location"]).content.decode()
    assert "arbetar mer än heltid: 150" in page


def test_who_begins_the_day_after_is_no_overlap(team: Team, leader: User) -> None:
    make_position(team, last_on=date(2024, 2, 29))
    assert send(leader, NEW, filled(team, first_on="2024-03-01")).status_code == 302


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


def correction(team: Team, position: Position, **more: Any) -> dict[str, Any]:
    return filled(team, amount="100", version=position.version) | more


def test_a_position_is_corrected_with_its_first_share(
    team: Team, leader: User, position: Position
) -> None:
    values = correction(team, position, role="teamledare", first_on="2024-02-01", amount="90")
    assert send(leader, url_of("position_change", position), values).status_code == 302
    position.refresh_from_db()
    share = position.shares.get()
    assert (position.role, position.first_on) == ("teamledare", date(2024, 2, 1))
    assert (share.first_on, share.percent) == (date(2024, 2, 1), Decimal(90))
    assert told("position_changed").details["fields"] == ["first_on", "role", "share"]


def test_a_correction_that_leaves_leave_outside_is_refused(
    team: Team, leader: User, position: Position
) -> None:
    make_leave(position)
    values = correction(team, position, first_on="2024-03-02")
    found = sentences(send(leader, url_of("position_change", position), values))
    assert "ändra ledigheten först" in found["last_on"][0]


def test_of_two_who_write_the_second_reads_what_stands(
    team: Team, leader: User, position: Position
) -> None:
    first = correction(team, position, role="teamledare")
    second = correction(team, position, role="samordnare")
    url = url_of("position_change", position)
    assert send(leader, url, first).status_code == 302
    response = send(leader, url, second)
    assert "teamledare" in response.content.decode()
    assert "__all__" in sentences(response)
    position.refresh_from_db()
    assert position.role == "teamledare"


def test_two_cannot_stand_in_for_each_other(team: Team, leader: User, position: Position) -> None:
    other = make_position(team, "Bo Berg", stands_in_for=position)
    values = correction(team, position, stands_in_for=other.pk)
    found = sentences(send(leader, url_of("position_change", position), values))
    assert "Välj en annan befattning" in found["stands_in_for"][0]


def test_a_stand_in_outside_the_leave_is_allowed_with_a_word(team: Team, leader: User) -> None:
    absent = make_position(team, "Bo Berg")
    make_leave(absent, first_on=date(2024, 3, 1), last_on=date(2024, 5, 31))
    values = filled(team, first_on="2024-03-01", last_on="2024-06-15", stands_in_for=absent.pk)
    response = send(leader, NEW, values)
    page = client_of(leader).get(response["Location"]).content.decode()
    assert "Bo Berg är inte ledig den 2024-06-01" in page


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


@pytest.mark.parametrize(
    ("last_on", "sentence"),
    [
        ("2023-12-31", "Sista dagen kan inte vara före"),
        ("2024-05-31", "ta tillbaka den ändringen först"),
    ],
)
def test_a_last_day_that_does_not_fit_is_refused(
    leader: User, position: Position, last_on: str, sentence: str
) -> None:
    add_share(position, date(2024, 6, 1), 60)
    values = {"last_on": last_on, "version": position.version}
    found = sentences(send(leader, url_of("position_end", position), values))
    assert sentence in found["last_on"][0]
    position.refresh_from_db()
    assert position.last_on is None


def test_a_mistyped_position_is_taken_back_with_an_entry_in_the_log(
    leader: User, position: Position
) -> None:
    make_leave(position)
    url = url_of("position_take_back", position)
    assert "räknas inte längre" in page_of(leader, url)
    assert send(leader, url, {"version": position.version}).status_code == 302
    assert not Position.objects.exists()
    assert told("position_taken_back").subject == f"position:{position.pk}"


def test_a_position_that_somebody_stands_in_for_is_not_taken_back(
    team: Team, leader: User, position: Position
) -> None:
    make_position(team, "Bo Berg", stands_in_for=position)
    url = url_of("position_take_back", position)
    found = sentences(send(leader, url, {"version": position.version}))
    assert "Någon vikarierar" in found["__all__"][0]
    assert Position.objects.count() == 2


def test_another_teams_agency_position_and_page_are_not_there(
    other_team: Team, leader: User, team: Team
) -> None:
    theirs = make_position(other_team)
    client = client_of(leader)
    assert client.get(url_of("position", theirs)).status_code == 404
    assert client.get(url_of("position_change", theirs)).status_code == 404
    found = sentences(send(leader, NEW, filled(team, stands_in_for=theirs.pk)))
    assert "stands_in_for" in found
