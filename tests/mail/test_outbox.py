"""Mails are handed over once, with nothing in them but what their text declares."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from samspel.mail.message import Message, State
from samspel.mail.outbox import cancel, post, send_again
from tests.mail.conftest import NOW, TEXT

Posting = Callable[..., Message]


@pytest.mark.django_db
def test_the_same_key_gives_the_same_mail(posted: Posting) -> None:
    first = posted("a")
    again = posted("a", to="annan@example.org", send_after=NOW + timedelta(days=1))
    assert again == first
    assert again.to == first.to
    assert again.send_after == NOW
    assert posted("b") != first
    assert Message.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_at_once_post_one(posted: Posting) -> None:
    ready, found = Barrier(2), []

    def one() -> None:
        ready.wait(10)
        found.append(posted("a").pk)
        connection.close()

    both = [Thread(target=one) for _n in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join(30)
    assert len(found) == 2
    assert len(set(found)) == 1
    assert Message.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_mail_belongs_to_a_transaction(text: Any) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        post(
            key="a",
            to="a@example.org",
            template=TEXT.code,
            parameters={"team": "x", "day": "2026-01-01"},
            send_after=NOW,
        )
    with pytest.raises(transaction.TransactionManagementError):
        cancel("a")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "odd",
    [
        {"template": "none"},
        {"language": "fi"},
        {"link": "https://example.org/"},
        {"link": "//example.org/"},
        {"link": "/a\n/b"},
        {"parameters": {"team": "Team Väster"}},
        {"parameters": {"team": "Team Väster", "day": "2026-11-24", "name": "Alva Exempel"}},
        {"parameters": {"team": "Team Väster", "day": "Alva Exempel"}},
        {"parameters": {"team": "Team\r\nBcc: a@example.org", "day": "2026-11-24"}},
    ],
)
def test_what_no_mail_may_hold_is_refused(posted: Posting, odd: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        posted("a", **odd)
    assert not Message.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["", "nobody", "a@example.org\nBcc: b@example.org"])
def test_a_receiver_is_an_address(posted: Posting, to: str) -> None:
    with pytest.raises(ValidationError):
        posted("a", to=to)


@pytest.mark.django_db
def test_a_waiting_mail_can_be_taken_back_and_posted_anew(posted: Posting) -> None:
    posted("a")
    assert cancel("a")
    assert not cancel("a")
    assert posted("a", send_after=NOW + timedelta(days=1)).send_after == NOW + timedelta(days=1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "far", [{"claimed_at": NOW}, {"claimed_at": NOW, "sent_at": NOW}, {"given_up_at": NOW}]
)
def test_one_that_is_on_its_way_cannot_be_taken_back(posted: Posting, far: dict[str, Any]) -> None:
    Message.objects.filter(pk=posted("a").pk).update(**far)
    assert not cancel("a")
    assert Message.objects.exists()


STATES = [
    ({}, State.WAITING),
    ({"send_after": NOW + timedelta(days=1)}, State.WAITING),
    ({"claimed_at": NOW - timedelta(minutes=9)}, State.SENDING),
    ({"claimed_at": NOW - timedelta(minutes=9), "trouble": "broken_off"}, State.UNCERTAIN),
    ({"claimed_at": NOW - timedelta(minutes=10)}, State.UNCERTAIN),
    ({"claimed_at": NOW - timedelta(hours=1), "sent_at": NOW}, State.SENT),
    ({"given_up_at": NOW, "trouble": "refused"}, State.GIVEN_UP),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("columns", "state"), STATES)
def test_the_state_is_the_same_for_one_and_for_many(
    posted: Posting, columns: dict[str, Any], state: State
) -> None:
    message = posted("a")
    Message.objects.filter(pk=message.pk).update(**columns)
    message.refresh_from_db()
    assert message.state_at(NOW) == state
    found = [each for each in State if Message.objects.in_state(each, NOW).exists()]
    assert found == [state]


@pytest.mark.django_db
@pytest.mark.parametrize(("columns", "state"), STATES)
def test_only_what_is_stuck_can_be_sent_again(
    posted: Posting, columns: dict[str, Any], state: State
) -> None:
    message = posted("a")
    Message.objects.filter(pk=message.pk).update(**columns)
    stuck = state in {State.UNCERTAIN, State.GIVEN_UP}
    assert send_again(message, now=NOW) is stuck
    assert not send_again(message, now=NOW)
    if stuck:
        assert list(Message.objects.due(NOW)) == [message]
