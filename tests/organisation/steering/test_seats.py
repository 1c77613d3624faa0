"""Seats and their holders: held once at a time, vacant between, kept by the leader."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry, User
from samspel.organisation.models import Team
from samspel.organisation.steering import keeping_seats
from samspel.organisation.steering.group import group_on
from samspel.organisation.steering.keeping_seats import (
    add_seat,
    change_holder,
    change_seat,
    remove_holder,
    remove_seat,
    take_seat,
)
from samspel.organisation.steering.models import Seat, SeatHolder
from samspel.records.versions import ChangedMeanwhileError
from tests.organisation.steering.made import HELD_ON, START, make_held, make_holder, make_seat

Clients = Callable[[User | None], Client]
MARCH, APRIL = date(2025, 3, 31), date(2025, 4, 1)


@pytest.fixture
def by(leader: User) -> Actor:
    return Actor(user=leader)


def test_a_seat_stands_vacant_from_the_day_after_its_holder_left(team: Team) -> None:
    seat = make_seat(team)
    assert group_on(team, MARCH).seats[0].vacant_since == START
    make_holder(seat, last_on=MARCH)
    assert group_on(team, MARCH).vacant == []
    assert group_on(team, APRIL).seats[0].vacant_since == APRIL
    assert [each.holder.name for each in group_on(team, APRIL).former] == ["Eva Chef"]


def test_a_seat_is_held_once_at_a_time(team: Team, by: Actor) -> None:
    seat = make_seat(team)
    make_holder(seat)
    with pytest.raises(ValidationError, match="Eva Chef har platsen sedan 2025-01-01"):
        take_seat(seat=seat, values={"name": "Bo Ny", "first_on": APRIL}, by=by)
    assert SeatHolder.objects.count() == 1


def test_the_days_may_meet_but_not_overlap(team: Team, by: Actor) -> None:
    seat = make_seat(team)
    make_holder(seat, last_on=MARCH)
    with pytest.raises(ValidationError, match="från 2025-01-01 till 2025-03-31: välj andra dagar"):
        take_seat(seat=seat, values={"name": "Bo Ny", "first_on": MARCH}, by=by)
    assert take_seat(seat=seat, values={"name": "Bo Ny", "first_on": APRIL}, by=by).pk


def test_of_two_who_take_a_seat_at_once_one_is_told_that_it_is_taken(
    team: Team, by: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one got in after the days had been asked: then the database says no."""
    seat = make_seat(team)
    monkeypatch.setattr(keeping_seats, "_check_holder", lambda _row: make_holder(seat))
    with pytest.raises(ValidationError) as refused:
        take_seat(seat=seat, values={"name": "Bo Ny", "first_on": APRIL}, by=by)
    assert refused.value.message_dict == {
        "first_on": ["Någon har redan platsen: ange den personens sista dag först."]
    }


def test_nobody_holds_a_seat_before_it_begins_or_after_it_ends(team: Team, by: Actor) -> None:
    seat = make_seat(team, last_on=MARCH)
    with pytest.raises(ValidationError, match="Platsen finns inte före 2025-01-01"):
        take_seat(seat=seat, values={"name": "Bo", "first_on": date(2024, 12, 31)}, by=by)
    with pytest.raises(ValidationError, match="Platsen upphör 2025-03-31"):
        take_seat(seat=seat, values={"name": "Bo", "first_on": START}, by=by)


def test_a_last_day_before_the_first_is_refused_at_its_field(team: Team, by: Actor) -> None:
    values: dict[str, Any] = {"name": "Bo", "first_on": APRIL, "last_on": MARCH}
    with pytest.raises(ValidationError) as refused:
        take_seat(seat=make_seat(team), values=values, by=by)
    assert set(refused.value.message_dict) == {"last_on"}


def test_there_is_one_chair_at_a_time(team: Team, by: Actor) -> None:
    make_holder(make_seat(team), is_chair=True, last_on=MARCH)
    other = make_seat(team, "Kommunen")
    values: dict[str, Any] = {"name": "Bo", "is_chair": True, "first_on": MARCH}
    with pytest.raises(ValidationError, match="det kan bara finnas en ordförande"):
        take_seat(seat=other, values=values, by=by)
    assert take_seat(seat=other, values=values | {"first_on": APRIL}, by=by).is_chair


def test_a_seat_is_an_agencys_or_another_bodys(team: Team, by: Actor) -> None:
    values: dict[str, Any] = {"kind": "adjunct", "first_on": START}
    agency = team.agencies.all()[0]
    for wrong in ({}, {"agency": agency, "body": "Folkhögskolan"}):
        with pytest.raises(ValidationError, match="Välj en myndighet, eller skriv"):
            add_seat(team=team, values=values | wrong, by=by)
    assert add_seat(team=team, values=values | {"body": "Folkhögskolan"}, by=by).whose


def test_what_was_counted_stays(team: Team, by: Actor) -> None:
    seat = make_seat(team)
    holder = make_holder(seat)
    make_held(team, seat, holder)
    with pytest.raises(ValidationError, match="Det finns närvaro noterad för platsen"):
        change_seat(seat=seat, version=1, values={"kind": "adjunct"}, by=by)
    with pytest.raises(ValidationError, match="ange platsens sista dag i stället"):
        remove_seat(seat=seat, version=1, by=by)
    with pytest.raises(ValidationError, match="Det finns närvaro noterad för personen"):
        remove_holder(holder=holder, version=1, by=by)
    with pytest.raises(ValidationError, match=f"{HELD_ON}: den dagen måste ingå"):
        change_holder(holder=holder, version=1, values={"last_on": date(2025, 3, 9)}, by=by)
    assert Seat.objects.get().kind == "member"


def test_a_seat_cannot_end_while_somebody_holds_it(team: Team, by: Actor) -> None:
    seat = make_seat(team)
    make_holder(seat)
    with pytest.raises(ValidationError, match="Eva Chef har platsen efter den dagen"):
        change_seat(seat=seat, version=1, values={"last_on": MARCH}, by=by)


def test_what_was_typed_by_mistake_is_removed_with_an_entry(team: Team, by: Actor) -> None:
    seat = make_seat(team)
    holder = make_holder(seat)
    remove_holder(holder=holder, version=1, by=by)
    remove_seat(seat=seat, version=1, by=by)
    acts = list(LogEntry.objects.order_by("pk").values_list("act", flat=True))[-2:]
    assert (acts, Seat.objects.exists()) == (["seat_holder_removed", "seat_removed"], False)


def test_two_writers_never_overwrite_each_other(team: Team, by: Actor) -> None:
    holder = make_holder(make_seat(team))
    change_holder(holder=holder, version=1, values={"title": "chef"}, by=by)
    with pytest.raises(ChangedMeanwhileError):
        change_holder(holder=holder, version=1, values={"title": "annat"}, by=by)


def test_every_change_marks_that_figures_may_be_others(team: Team, by: Actor) -> None:
    before = Team.objects.get(pk=team.pk).revision
    seat = add_seat(
        team=team, values={"body": "Skolan", "kind": "adjunct", "first_on": START}, by=by
    )
    take_seat(seat=seat, values={"name": "Bo", "first_on": START}, by=by)
    assert Team.objects.get(pk=team.pk).revision == before + 2


def test_the_leader_adds_a_seat_and_somebody_on_it(
    team: Team, leader: User, client_of: Clients
) -> None:
    client, url = client_of(leader), f"/teams/{team.slug}/steering/"
    agency = team.agencies.get(short_name="FK").pk
    sent = {"version": "0", "agency": agency, "kind": "member", "first_on": "2025-01-01"}
    answer = client.post(f"{url}seats/new/", sent)
    seat = Seat.objects.get()
    assert answer.headers["Location"] == f"{url}seats/{seat.pk}/"
    sent = {"version": "0", "name": "Eva Chef", "first_on": "2025-02-01", "is_chair": "on"}
    client.post(f"{url}seats/{seat.pk}/take/", sent)
    page = client.get(url).content.decode()
    assert "Eva Chef" in page
    assert "ordförande" in page
    again = client.post(f"{url}seats/{seat.pk}/take/", sent | {"name": "Bo"})
    assert "Eva Chef har platsen sedan 2025-02-01" in again.content.decode()


@pytest.mark.parametrize("who", ["coach", "steering_member", "officer"])
def test_everybody_else_reads_and_is_offered_no_button(
    who: str, team: Team, request: pytest.FixtureRequest, client_of: Clients
) -> None:
    seat = make_seat(team)
    client = client_of(request.getfixturevalue(who))
    page = client.get(f"/teams/{team.slug}/steering/").content.decode()
    assert "vakant sedan 2025-01-01" in page
    assert f"/steering/seats/{seat.pk}/take/" not in page
    assert "seats/new" not in page


def test_numbers_of_attendance_open_what_stands_behind_for_who_may_read_any_period(
    team: Team, leader: User, steering_member: User, client_of: Clients
) -> None:
    seat = make_seat(team)
    make_held(team, seat, make_holder(seat))
    address = f"/reports/figures/{team.slug}/2025/steering_attendance.agency.{seat.agency_id}/"
    client, url = client_of(leader), f"/teams/{team.slug}/steering/"
    assert f'href="{address}"' in client.get(url).content.decode()
    assert client.get(address).status_code == 200
    page = client_of(steering_member).get(url).content.decode()
    assert "Närvaro per myndighet" in page
    assert address not in page


def test_the_page_costs_as_many_queries_however_many_seats(
    team: Team,
    leader: User,
    client_of: Clients,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    for _number in range(5):
        make_holder(make_seat(team))
    client = client_of(leader)
    client.get(f"/teams/{team.slug}/steering/")
    with django_assert_max_num_queries(22):
        client.get(f"/teams/{team.slug}/steering/")
