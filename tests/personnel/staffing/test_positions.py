"""Positions are added, corrected, ended, filled and taken back by the leader."""

from datetime import date
from decimal import Decimal

import pytest

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Position, PositionShare
from tests.people import client_of
from tests.personnel.staffing.conftest import page_of, send, sentences, told
from tests.personnel.staffing.filled_in import NEW, correction, filled, url_of
from tests.personnel.staffing.made import FIRST, add_share, make_leave, make_position


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
