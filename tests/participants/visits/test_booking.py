"""Booking, moving and cancelling: one place for one visit, and nothing doubled."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from samspel.accounts.actor import Actor
from samspel.accounts.models import LogEntry
from samspel.organisation.models import Team
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.tokens import LinkRefused, links_of
from samspel.participants.visits import booking, places
from samspel.participants.visits.booking import MOST_A_DAY, Asked
from samspel.participants.visits.calendar import moment
from samspel.participants.visits.models import CancelledTime, StandingTime, Visit
from samspel.participants.visits.occasions import ChosenTime, free_occasions, occasions_of
from tests.participants.conftest import told
from tests.participants.visits.conftest import ASKED, EMAIL, NOW, TODAY, WEDNESDAY, at

GUEST = Actor(None, "192.0.2.9")
Book = Callable[..., Visit]


def refused(error: pytest.ExceptionInfo[ValidationError]) -> str:
    return " ".join(error.value.messages)


def test_a_booked_visit_says_what_was_asked(visit: Visit, standing: StandingTime) -> None:
    assert (visit.given_name, visit.referred_by, visit.seat) == ("Alva", "region", 1)
    assert (visit.on, visit.clock, visit.place) == (WEDNESDAY, "10:00", "Storgatan 1")
    assert told("visit_booked").subject == f"visit:{visit.pk}"


def test_the_place_is_then_taken(team: Team, visit: Visit) -> None:
    days = [each.day for each in free_occasions(team, TODAY, NOW)]
    assert WEDNESDAY not in days
    assert days[0] == WEDNESDAY + timedelta(weeks=1)


def test_the_loser_of_the_last_place_hears_it_in_a_sentence(
    book: Book, visit: Visit, on_wednesday: ChosenTime
) -> None:
    with pytest.raises(ValidationError) as error:
        book(on_wednesday)
    assert set(error.value.message_dict) == {"time"}
    assert "Någon annan har just bokat" in refused(error)
    assert Visit.objects.count() == 1


def test_where_two_get_as_far_at_once_the_constraint_decides(
    book: Book, visit: Visit, on_wednesday: ChosenTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "free_seat", lambda _standing, _visit: 1)
    with pytest.raises(ValidationError) as error:
        book(on_wednesday)
    assert "Någon annan har just bokat" in refused(error)
    assert Visit.objects.count() == LogEntry.objects.filter(act="visit_booked").count() == 1


def test_the_database_holds_a_place_for_one(visit: Visit) -> None:
    same = {"standing_time": visit.standing_time, "starts_at": visit.starts_at, "seat": visit.seat}
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.create(team=visit.team, booked_at=NOW, **same)
    Visit.objects.create(team=visit.team, booked_at=NOW, came="cancelled", **same)


def test_every_place_is_given_once(
    book: Book, standing: StandingTime, on_wednesday: ChosenTime
) -> None:
    StandingTime.objects.filter(pk=standing.pk).update(places=3)
    first, *_more = [book(on_wednesday) for _nth in range(3)]
    booking.cancel(visit=first, now=NOW, by=GUEST)
    assert book(on_wednesday).seat == 1
    seats = Visit.objects.held().values_list("seat", flat=True)
    assert sorted(seat for seat in seats if seat) == [1, 2, 3]


def test_the_same_form_sent_twice_is_one_visit(book: Book, on_wednesday: ChosenTime) -> None:
    number = uuid4()
    assert book(on_wednesday, booking_id=number) == book(on_wednesday, booking_id=number)
    assert Visit.objects.count() == LogEntry.objects.filter(act="visit_booked").count() == 1


def test_anothers_booking_is_not_given_out(
    book: Book, other_team: Team, visit: Visit, on_wednesday: ChosenTime
) -> None:
    with pytest.raises(ValidationError, match="öppna sidan på nytt"):
        book(at(3), booking_id=visit.pk, by=GUEST)
    with pytest.raises(ValidationError, match="öppna sidan på nytt"):
        book(at(3), booking_id=visit.pk, team=other_team)


@pytest.mark.parametrize(
    ("days", "hour", "by_guest", "says"),
    [
        (-1, 10, False, "passerat"),
        (0, 7, True, "passerat"),
        (400, 10, False, "Kontrollera året"),
    ],
)
def test_a_time_that_makes_no_sense(
    book: Book, by: Actor, days: int, hour: int, by_guest: bool, says: str, link: tuple[Link, str]
) -> None:
    guest = {"by": GUEST, "through": link[0]} if by_guest else {}
    with pytest.raises(ValidationError, match=says):
        book(at(days, hour), **guest)


def test_staff_book_for_who_came_unannounced_this_morning(book: Book) -> None:
    assert book(at(0, 7)).on == TODAY


def test_a_team_that_is_closed_then(book: Book, team: Team) -> None:
    team.closed_on = TODAY + timedelta(days=2)
    with pytest.raises(ValidationError, match="Teamet är stängt"):
        book(at(2))
    assert book(at(1))


def test_a_cancelled_day_another_time_and_anothers_time(
    book: Book, standing: StandingTime, on_wednesday: ChosenTime, other_team: Team
) -> None:
    off = replace(on_wednesday, starts_at=on_wednesday.starts_at + timedelta(hours=1))
    with pytest.raises(ValidationError, match="tar inte emot"):
        book(off)
    with pytest.raises(ValidationError, match="tar inte emot"):
        book(on_wednesday, team=other_team)
    CancelledTime.objects.create(standing_time=standing, on=WEDNESDAY)
    with pytest.raises(ValidationError, match="tar inte emot"):
        book(on_wednesday)


def test_a_link_fills_only_so_many_times_a_day(book: Book, link: tuple[Link, str]) -> None:
    through = {"through": link[0], "by": GUEST}
    number = uuid4()
    book(at(1, 8), booking_id=number, **through)
    for nth in range(1, MOST_A_DAY):
        book(at(1 + nth), **through)
    with pytest.raises(ValidationError, match="Många besök"):
        book(at(20), **through)
    assert book(at(1, 8), booking_id=number, **through), "sent twice, it is the same visit"
    assert book(at(20), **through | {"now": NOW + timedelta(days=1)})
    assert Visit.objects.count() == MOST_A_DAY + 1


def test_a_link_that_was_taken_back_meanwhile(book: Book, link: tuple[Link, str]) -> None:
    Link.objects.update(withdrawn_at=NOW)
    with pytest.raises(LinkRefused):
        book(at(1), through=link[0], by=GUEST)
    assert not Visit.objects.exists()


def test_a_visit_is_moved_and_its_place_let_go(
    visit: Visit, book: Book, on_wednesday: ChosenTime, by: Actor
) -> None:
    later = replace(on_wednesday, starts_at=moment(date(2025, 6, 25), time(10)))
    moved = booking.change(visit=visit, version=1, time=later, asked=None, now=NOW, by=by)
    assert (moved.on, moved.version) == (date(2025, 6, 25), 2)
    assert told("visit_changed").details == {"fields": ["starts_at"]}
    assert book(on_wednesday)
    [opens] = {each.expires_at for each in links_of(Purpose.CHANGE_VISIT, visit.pk)}
    assert opens == moved.starts_at


def test_links_to_another_caseworker_are_withdrawn(visit: Visit, by: Actor) -> None:
    other = replace(ASKED, caseworker_email="annan@example.org")
    booking.change(visit=visit, version=1, time=None, asked=other, now=NOW, by=by)
    assert {each.email for each in links_of(Purpose.CHANGE_VISIT, visit.pk)} == {
        "annan@example.org"
    }
    assert Link.objects.exclude(withdrawn_at=None).get().email == EMAIL


def test_two_who_change_a_visit_never_overwrite_each_other(visit: Visit, by: Actor) -> None:
    name = Asked(given_name="Bo")
    booking.change(visit=visit, version=1, time=None, asked=name, now=NOW, by=by)
    with pytest.raises(ValidationError, match="Någon annan har ändrat"):
        booking.change(visit=visit, version=1, time=None, asked=ASKED, now=NOW, by=by)
    assert Visit.objects.get().given_name == "Bo"


def test_what_changes_nothing_leaves_no_trace(visit: Visit, by: Actor) -> None:
    same = booking.change(
        visit=visit,
        version=1,
        time=ChosenTime(visit.starts_at, visit.place, visit.standing_time_id),
        asked=ASKED,
        now=NOW,
        by=by,
    )
    assert same.version == 1
    assert not LogEntry.objects.filter(act="visit_changed").exists()


def test_cancelled_once_and_twice(visit: Visit, by: Actor, team: Team) -> None:
    booking.cancel(visit=visit, now=NOW, by=by)
    booking.cancel(visit=visit, now=NOW, by=by)
    assert told("visit_cancelled")
    assert free_occasions(team, TODAY, NOW)[0].day == WEDNESDAY
    with pytest.raises(ValidationError, match="redan infört"):
        booking.change(visit=visit, version=2, time=at(3), asked=None, now=NOW, by=by)


def test_occasions_cost_three_queries(
    team: Team, visit: Visit, django_assert_num_queries: Callable[[int], object]
) -> None:
    with django_assert_num_queries(3):
        found = occasions_of(team, TODAY, TODAY + timedelta(weeks=4))
    assert [each.free for each in found] == [0, 1, 1, 1]
