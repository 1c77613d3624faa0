"""What goes out by mail: once, with a link, and without a name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from django.db import transaction

from samspel.accounts.actor import Actor
from samspel.accounts.models import User
from samspel.mail.models import Message
from samspel.mail.rounds import make_rounds
from samspel.mail.texts import text_of
from samspel.participants.links.link import Link
from samspel.participants.visits import booking, invitation, marking
from samspel.participants.visits.calendar import moment
from samspel.participants.visits.models import Visit
from samspel.participants.visits.occasions import ChosenTime
from samspel.participants.visits.reminders import remind_of_visits
from tests.participants.conftest import send
from tests.participants.visits.conftest import ASKED, EMAIL, NOW, TODAY, WEDNESDAY, at

Book = Callable[..., Visit]
GUEST = Actor(None, "192.0.2.9")


def mail(template: str) -> Message:
    return Message.objects.get(template=template)


def said(message: Message) -> str:
    text = text_of(message.template)
    subject = text.subject_in(message.language, message.parameters)
    return f"{subject}\n{text.body_in(message.language, message.parameters, message.link)}"


def remind(day: Any) -> None:
    with transaction.atomic():
        remind_of_visits(day, moment(day, time(0, 5)))


def test_a_booking_is_confirmed_with_a_link_that_opens(
    visit: Visit, client: Any, on_monday: None
) -> None:
    message = mail("visit_booked")
    assert (message.to, message.team_id) == (EMAIL, visit.team_id)
    assert "2025-06-18 kl. 10:00" in said(message)
    assert client.get(message.link).status_code == 200


def test_no_mail_names_anybody(visit: Visit, by: Actor, book: Book, link: tuple[Link, str]) -> None:
    guests = book(at(4), through=link[0], by=GUEST)
    booking.change(visit=visit, version=1, time=at(3), asked=None, now=NOW, by=by)
    booking.change(visit=guests, version=1, time=at(5), asked=None, now=NOW, by=GUEST)
    booking.cancel(visit=visit, now=NOW, by=by)
    booking.cancel(visit=guests, now=NOW, by=GUEST)
    templates = {each.template for each in Message.objects.all()}
    assert templates == {
        "visit_booked",
        "visit_moved",
        "visit_cancelled",
        "visit_booked_through_link",
        "visit_moved_through_link",
        "visit_cancelled_through_link",
    }
    for message in Message.objects.all():
        for name in ("Alva", "Åkesson", "Hanna", "region"):
            assert name not in said(message)


def test_who_made_the_link_is_told(book: Book, coach: User, link: tuple[Link, str]) -> None:
    visit = book(at(4), through=link[0], by=GUEST)
    message = mail("visit_booked_through_link")
    assert (message.to, message.link) == (coach.email, f"/visits/{visit.pk}/")


def test_without_an_address_nothing_is_sent(book: Book) -> None:
    book(at(1), asked=replace(ASKED, caseworker_email=""))
    assert not Message.objects.exists()


def test_the_day_before_the_caseworker_is_reminded_once(visit: Visit) -> None:
    remind(WEDNESDAY - timedelta(days=2))
    assert not Message.objects.filter(template="visit_reminder").exists()
    for _twice in range(2):
        remind(WEDNESDAY - timedelta(days=1))
    message = mail("visit_reminder")
    assert message.to == EMAIL
    assert message.send_after == moment(WEDNESDAY - timedelta(days=1), time(7, 30))


def test_the_round_is_registered(visit: Visit) -> None:
    day = WEDNESDAY - timedelta(days=1)
    assert "visit-reminders" in make_rounds(day, moment(day, time(9)))
    assert mail("visit_reminder").send_after == moment(day, time(9))
    assert "visit-reminders" not in make_rounds(day, moment(day, time(10)))


@pytest.mark.parametrize("became", ["cancelled", "absent", "came"])
def test_nobody_is_reminded_of_what_is_not_awaited(visit: Visit, became: str) -> None:
    Visit.objects.update(came=became)
    remind(WEDNESDAY - timedelta(days=1))
    assert not Message.objects.filter(template="visit_reminder").exists()


@pytest.mark.parametrize("act", ["cancel", "move"])
def test_a_reminder_that_waits_is_taken_back(visit: Visit, by: Actor, act: str) -> None:
    remind(WEDNESDAY - timedelta(days=1))
    if act == "cancel":
        booking.cancel(visit=visit, now=NOW, by=by)
    else:
        booking.change(visit=visit, version=1, time=at(9), asked=None, now=NOW, by=by)
    assert not Message.objects.filter(template="visit_reminder").exists()


def reminders() -> list[tuple[str, Any]]:
    return list(Message.objects.filter(template="visit_reminder").values_list("to", "send_after"))


@pytest.mark.parametrize(("hour", "count"), [(8, 1), (12, 1), (13, 0), (18, 0)])
def test_who_books_on_the_day_before_is_reminded_after_lunch(
    book: Book, hour: int, count: int
) -> None:
    """The round of the day has been made; who books in the afternoon has just been told."""
    remind(TODAY)
    book(at(1), now=moment(TODAY, time(hour)))
    assert reminders() == [(EMAIL, moment(TODAY, time(13)))] * count
    assert Message.objects.filter(template="visit_booked").count() == 1


def test_a_booking_further_ahead_is_reminded_of_by_the_round_alone(book: Book) -> None:
    book(at(2))
    assert reminders() == []


def test_who_moves_to_tomorrow_is_reminded(visit: Visit, by: Actor) -> None:
    booking.change(visit=visit, version=1, time=at(1, 14), asked=None, now=NOW, by=by)
    assert reminders() == [(EMAIL, moment(TODAY, time(13)))]
    booking.change(visit=visit, version=2, time=at(1, 15), asked=None, now=NOW, by=by)
    assert mail("visit_reminder").parameters["time"] == "15:00"
    booking.change(visit=visit, version=3, time=at(9), asked=None, now=NOW, by=by)
    assert reminders() == []


def test_a_new_caseworker_is_reminded_in_the_place_of_the_old_one(book: Book, by: Actor) -> None:
    visit = book(at(1))
    other = replace(ASKED, caseworker_email="ny@example.org")
    booking.change(visit=visit, version=1, time=None, asked=other, now=NOW, by=by)
    assert reminders() == [("ny@example.org", moment(TODAY, time(13)))]


def test_a_cancelled_visit_that_is_put_back_is_told_of_again(visit: Visit, by: Actor) -> None:
    booking.cancel(visit=visit, now=NOW, by=by)
    marking.undo(visit=visit, now=NOW, by=by)
    templates = Message.objects.order_by("pk").values_list("template", flat=True)
    assert list(templates) == ["visit_booked", "visit_cancelled", "visit_booked"]


def test_staff_are_told_in_their_own_language(
    book: Book, coach: User, link: tuple[Link, str]
) -> None:
    coach.keep_language("en")
    book(at(4), through=link[0], by=GUEST)
    assert mail("visit_booked_through_link").language == "en"
    assert mail("visit_booked").language == "sv"


def test_an_invitation_goes_out_with_its_link(coach: User, team: Any, on_monday: None) -> None:
    send(coach, "/visits/links/", days="14", email=EMAIL)
    message = mail("visit_invitation")
    assert message.parameters == {"team": "Team Väster", "until": "2025-06-30"}
    assert message.link.startswith("/book-visit/")


def test_links_for_booking_are_listed_while_they_open(by: Actor, team: Any) -> None:
    invitation.invite(team=team, days=team.link_days, email="", now=NOW, by=by)
    assert invitation.booking_links(team, NOW).count() == 1
    assert not invitation.booking_links(team, NOW + timedelta(days=15)).exists()


def test_a_visit_today_that_has_begun_is_confirmed_to_nobody(
    book: Book, on_wednesday: ChosenTime
) -> None:
    book(at(0, 7))
    assert not Message.objects.exists()
