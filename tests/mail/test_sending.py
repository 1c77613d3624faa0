"""Each mail goes out once: whoever dies, however many send, and however the server behaves."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_string, policy
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends import locmem
from django.db import connection

from samspel.mail import sending
from samspel.mail.message import MAY_HAVE_BEEN_SENT_AFTER, Message, State
from samspel.mail.sending import PAUSES, send_due
from tests.mail.conftest import NOW
from tests.mail.smtp_server import MailServer, mail_server

Posting = Callable[..., Message]


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    """A real connection to a mail server, over the mail backend of production."""
    with mail_server() as listening:
        use_smtp(settings, listening.port)
        yield listening


def use_smtp(settings: Any, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False


def state(message: Message, at: Any = NOW) -> State:
    message.refresh_from_db()
    return message.state_at(at)


@pytest.mark.django_db
def test_what_is_due_goes_out_once(posted: Posting, settings: Any) -> None:
    settings.SAMSPEL_ADDRESS = "https://samspel.example.se"
    due, later = posted("a"), posted("b", send_after=NOW + timedelta(minutes=1))
    assert send_due(NOW) == 1
    assert send_due(NOW) == 0
    (sent,) = mail.outbox
    assert sent.to == ["remittent@example.org"]
    assert sent.subject == "Besök hos Team Väster"
    assert "https://samspel.example.se/participants/\n" in sent.body
    assert "2026-11-24" in sent.body
    assert state(due) == State.SENT
    assert state(later) == State.WAITING
    assert send_due(NOW + timedelta(minutes=1)) == 1


@pytest.mark.django_db
def test_it_comes_over_the_wire_in_whole(posted: Posting, server: MailServer) -> None:
    posted("a", language="en")
    assert send_due(NOW) == 1
    came = message_from_string(server.taken[0], policy=policy.default)
    assert came["Subject"] == "Besök hos Team Väster"
    assert came["Auto-Submitted"] == "auto-generated"
    assert "nobody reads answers" in came.get_content()


@pytest.mark.django_db
def test_a_mail_that_is_sent_again_is_known_by_its_number(posted: Posting) -> None:
    first = posted("a")
    posted("b")
    send_due(NOW)
    Message.objects.filter(pk=first.pk).update(sent_at=None, claimed_at=None)
    send_due(NOW)
    one, other, again = (each.extra_headers["Message-ID"] for each in mail.outbox)
    assert one == again != other


class Killed(BaseException):
    """What nothing catches, as when a process ends."""


@pytest.mark.django_db
@pytest.mark.parametrize("after_sending", [False, True])
def test_killed_between_claim_and_mark_it_is_never_sent_by_itself_again(
    posted: Posting, monkeypatch: pytest.MonkeyPatch, *, after_sending: bool
) -> None:
    message = posted("a")

    def killed(backend: Any, messages: Any) -> None:
        if after_sending:
            mail.outbox.extend(messages)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(locmem.EmailBackend, "send_messages", killed)
        with pytest.raises(Killed):
            send_due(NOW)
    assert state(message) == State.SENDING
    later = NOW + MAY_HAVE_BEEN_SENT_AFTER
    assert send_due(later) == 0
    assert state(message, later) == State.UNCERTAIN
    assert send_due(NOW + timedelta(days=30)) == 0
    assert len(mail.outbox) == after_sending


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_send_the_same(posted: Posting) -> None:
    for n in range(12):
        posted(str(n), to=f"r{n}@example.org")
    ready, counts = Barrier(2), []

    def work() -> None:
        ready.wait(10)
        counts.append(send_due(NOW))
        connection.close()

    both = [Thread(target=work) for _n in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join(60)
    assert sum(counts) == 12
    assert sorted(each.to[0] for each in mail.outbox) == sorted(
        f"r{n}@example.org" for n in range(12)
    )


@pytest.mark.django_db
def test_who_comes_second_to_a_mail_leaves_it(
    posted: Posting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another worker takes the mail after this one has found it and before it claims it."""
    posted("a")
    first = Message.objects.due

    class Late:
        def __init__(self) -> None:
            self.looked = 0

        def __call__(self, now: Any) -> Any:
            self.looked += 1
            if self.looked == 2:
                Message.objects.update(claimed_at=NOW)
            return first(now)

    monkeypatch.setattr(type(Message.objects), "due", lambda _self, now: late(now))
    late = Late()
    assert send_due(NOW) == 0
    assert late.looked > 2
    assert not mail.outbox


@pytest.mark.django_db
def test_a_server_that_is_down_gets_it_when_it_is_up(posted: Posting, settings: Any) -> None:
    message, other = posted("a"), posted("b")
    with mail_server() as gone:
        port = gone.port
    use_smtp(settings, port)
    assert send_due(NOW) == 0
    assert state(message) == State.WAITING
    assert message.trouble == "no_server"
    assert message.send_after == NOW + PAUSES[0]
    other.refresh_from_db()
    assert other.attempts == 0, "the rest is not tried when nobody answers"
    with mail_server(port) as server:
        assert send_due(NOW + PAUSES[0]) == 2
        assert len(server.taken) == 2
    assert state(message) == State.SENT
    assert message.trouble == ""


REFUSALS = [
    ({"MAIL": "451 later"}, "refused"),
    ({"RCPT": "550 who is that"}, "receiver"),
    ({"DATA": "554 no"}, "refused"),
    ({"END": "552 too much"}, "refused"),
    ({"EHLO": "502 no", "HELO": "421 too busy"}, "no_server"),
    ({"EHLO": "hang up"}, "no_server"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("refuse", "trouble"), REFUSALS)
def test_a_refused_mail_is_tried_again_with_growing_pauses_then_given_up(
    posted: Posting, server: MailServer, refuse: dict[str, str], trouble: str
) -> None:
    message, at = posted("a"), NOW
    server.refuse = refuse
    for pause in PAUSES:
        assert send_due(at) == 0
        assert state(message, at) == State.WAITING
        assert message.trouble == trouble
        assert message.send_after == at + pause
        assert send_due(at) == 0
        at += pause
    assert send_due(at) == 0
    assert state(message, at) == State.GIVEN_UP
    assert message.attempts == len(PAUSES) + 1
    server.refuse = {}
    assert send_due(at + timedelta(days=30)) == 0
    assert server.taken == []


@pytest.mark.django_db
@pytest.mark.parametrize("refuse", [{"END": "hello"}, {"END": "2"}, {"DATA": "hang up"}])
def test_when_nobody_knows_whether_it_arrived_it_is_not_sent_again(
    posted: Posting, server: MailServer, refuse: dict[str, str]
) -> None:
    message, other = posted("a"), posted("b", send_after=NOW + timedelta(minutes=1))
    server.refuse = refuse
    assert send_due(NOW) == 0
    assert state(message) == State.UNCERTAIN
    assert message.trouble == "broken_off"
    server.refuse = {}
    assert send_due(NOW + timedelta(days=1)) == 1
    assert state(message) == State.UNCERTAIN
    assert state(other) == State.SENT


@pytest.mark.django_db
def test_a_line_that_breaks_after_the_mail_leaves_it_uncertain(
    posted: Posting, server: MailServer
) -> None:
    message = posted("a")
    server.at_end = lambda: True
    assert send_due(NOW) == 0
    assert len(server.taken) == 1
    assert state(message) == State.UNCERTAIN


@pytest.mark.django_db
def test_a_mail_whose_text_is_gone_holds_up_no_other(posted: Posting) -> None:
    message = posted("a")
    Message.objects.update(template="of-an-older-release")
    posted("b")
    assert send_due(NOW) == 1
    assert state(message) == State.WAITING
    assert message.trouble == "no_mail"


@pytest.mark.django_db
def test_what_is_let_out_again_meanwhile_is_not_marked_by_the_first(
    posted: Posting, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = posted("a")
    monkeypatch.setattr(
        locmem.EmailBackend,
        "send_messages",
        lambda _backend, _messages: Message.objects.update(claimed_at=None, attempts=0),
    )
    assert send_due(NOW) == 0
    assert state(message) == State.WAITING


@pytest.mark.django_db
def test_it_stops_between_mails_and_after_some(
    posted: Posting, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(5):
        posted(str(n))
    monkeypatch.setattr(sending, "AT_ONCE", 3)
    assert send_due(NOW, goes_on=lambda: len(mail.outbox) < 1) == 1
    assert send_due(NOW) == 3
    assert send_due(NOW) == 1
