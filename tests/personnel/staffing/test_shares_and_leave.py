"""Another working share from a day on, and leave: written, changed, taken back, refused."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from samspel.accounts.models import User
from samspel.organisation.models import Team
from samspel.personnel.staffing.models import Leave, Position, PositionShare
from tests.people import client_of
from tests.personnel.staffing.conftest import page_of, send, sentences, told
from tests.personnel.staffing.made import add_share, make_leave, make_position

SLUG = "team-vaster"


def share_values(position: Position, **more: Any) -> dict[str, Any]:
    values = {"first_on": "2024-03-01", "amount": "80", "unit": "percent"}
    return values | {"version": position.version} | more


def share_url(position: Position) -> str:
    return reverse("position_share", args=[SLUG, position.pk])


def test_a_share_changes_from_a_day_on(leader: User, position: Position) -> None:
    assert send(leader, share_url(position), share_values(position)).status_code == 302
    page = page_of(leader, reverse("position", args=[SLUG, position.pk]))
    assert "80\u00a0% från 2024-03-01, innan dess 100\u00a0%" in page
    assert told("position_share_changed").subject == f"position:{position.pk}"


@pytest.mark.parametrize("day", ["2024-01-01", "2023-12-31", "2025-01-01"])
def test_a_share_changes_within_the_positions_days(team: Team, leader: User, day: str) -> None:
    position = make_position(team, last_on=date(2024, 12, 31))
    found = sentences(send(leader, share_url(position), share_values(position, first_on=day)))
    assert "Välj en dag" in found["first_on"][0]
    assert position.shares.count() == 1


def test_a_share_changes_once_a_day(leader: User, position: Position) -> None:
    add_share(position, date(2024, 3, 1), 50)
    found = sentences(send(leader, share_url(position), share_values(position)))
    assert "ändras redan den dagen" in found["first_on"][0]


def test_of_two_changes_at_the_same_time_the_second_is_shown_again(
    leader: User, position: Position
) -> None:
    values = share_values(position)
    assert send(leader, share_url(position), values).status_code == 302
    again = send(leader, share_url(position), values | {"first_on": "2024-04-01"})
    assert "__all__" in sentences(again)
    assert position.shares.count() == 2


def take_back_url(share: PositionShare) -> str:
    return reverse("position_share_take_back", args=[SLUG, share.position_id, share.pk])


def test_a_mistyped_change_of_the_share_is_taken_back(leader: User, position: Position) -> None:
    share = add_share(position, date(2024, 3, 1), 50)
    send(leader, take_back_url(share), {"version": position.version})
    assert position.shares.get().percent == 100
    assert told("position_share_taken_back").team_id == position.team_id


def test_the_share_that_a_position_begins_with_stays(leader: User, position: Position) -> None:
    response = send(leader, take_back_url(position.shares.get()), {"version": position.version})
    page = client_of(leader).get(response["Location"])
    assert position.shares.count() == 1
    assert page.status_code == 200


@pytest.mark.parametrize("version", ["99", "", "x", "²"])
def test_a_change_is_not_taken_back_by_who_saw_something_else(
    leader: User, position: Position, version: str
) -> None:
    share = add_share(position, date(2024, 3, 1), 50)
    send(leader, take_back_url(share), {"version": version})
    assert position.shares.count() == 2


def leave_values(**more: Any) -> dict[str, Any]:
    return {"kind": "sick", "percent": "50", "first_on": "2024-03-01"} | more


def leave_url(position: Position) -> str:
    return reverse("leave_new", args=[SLUG, position.pk])


def test_leave_is_written_down_and_its_reason_is_the_leaders(
    leader: User, coach: User, position: Position
) -> None:
    assert send(leader, leave_url(position), leave_values()).status_code == 302
    page = reverse("position", args=[SLUG, position.pk])
    assert "sjukfrånvaro" in page_of(leader, page)
    assert "sjukfrånvaro" not in page_of(coach, page)
    assert "50\u00a0% av befattningens tid" in page_of(coach, page)
    details = told("leave_added").details
    assert "sick" not in str(details)


@pytest.mark.parametrize("who", ["coach", "colleague", "steering_member", "officer"])
def test_nobody_else_reads_why(who: str, leave: Leave, request: pytest.FixtureRequest) -> None:
    user = request.getfixturevalue(who)
    for name in ("personnel", "position"):
        args = [SLUG] if name == "personnel" else [SLUG, leave.position_id]
        page = page_of(user, reverse(name, args=args))
        assert "öräldraledig" not in page
        assert "edig" in page


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"first_on": "2023-12-31"}, "first_on", "inom befattningens dagar"),
        ({"last_on": "2025-01-01"}, "first_on", "inom befattningens dagar"),
        ({"last_on": "2024-02-29"}, "last_on", "kan inte vara före första dagen"),
        ({"percent": "0"}, "percent", "mer än 0 och högst 100"),
        ({"percent": "101"}, "percent", "mer än 0 och högst 100"),
        ({"percent": "50,01"}, "percent", "mer än hela befattningens tid"),
        ({"kind": ""}, "kind", ""),
    ],
)
def test_leave_that_does_not_fit_is_refused(
    team: Team, leader: User, values: dict[str, str], field: str, sentence: str
) -> None:
    position = make_position(team, last_on=date(2024, 12, 31))
    make_leave(position, first_on=date(2024, 6, 1))
    found = sentences(send(leader, leave_url(position), leave_values(**values)))
    assert sentence in " ".join(found[field])
    assert Leave.objects.count() == 1


def test_nobody_is_on_leave_from_a_vacant_position(team: Team, leader: User) -> None:
    vacancy = make_position(team, name="")
    found = sentences(send(leader, leave_url(vacancy), leave_values()))
    assert "Ingen har befattningen" in found["__all__"][0]


def test_the_last_day_of_leave_is_entered_later(leader: User, leave: Leave) -> None:
    url = reverse("leave_change", args=[SLUG, leave.position_id, leave.pk])
    values = leave_values(kind="parental", last_on="2024-08-31", version=leave.version)
    assert send(leader, url, values).status_code == 302
    leave.refresh_from_db()
    assert leave.last_on == date(2024, 8, 31)
    assert told("leave_changed").details["fields"] == ["last_on"]
    assert "__all__" in sentences(send(leader, url, values | {"percent": "20"}))


def test_mistyped_leave_is_taken_back(leader: User, leave: Leave) -> None:
    url = reverse("leave_take_back", args=[SLUG, leave.position_id, leave.pk])
    assert "räknas inte längre" in page_of(leader, url)
    assert send(leader, url, {"version": leave.version}).status_code == 302
    assert not Leave.objects.exists()
    assert told("leave_taken_back").details["row"] == leave.pk


@pytest.mark.parametrize(
    "fields",
    [
        {"percent": 0},
        {"percent": 101},
        {"kind": "holiday"},
        {"first_on": date(2024, 3, 1), "last_on": date(2024, 2, 1)},
    ],
)
def test_the_database_refuses_too(position: Position, fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_leave(position, **fields)
