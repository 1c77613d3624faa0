"""A round is made once a day, whoever comes, and again where it failed."""

from datetime import date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from samspel.mail import background, rounds
from samspel.mail.message import Message
from samspel.mail.rounds import Round, RoundDone, every_day, make_rounds, register
from tests.mail.conftest import NOW
from tests.mail.test_outbox import Posting

DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the rounds of the test."""
    monkeypatch.setattr(rounds, "_registered", {})


@pytest.mark.django_db
def test_once_a_day() -> None:
    made = []

    @every_day("overdue")
    def run(on: date, now: datetime) -> None:
        made.append((on, now))

    assert make_rounds(DAY, NOW) == ["overdue"]
    assert make_rounds(DAY, NOW) == []
    assert made == [(DAY, NOW)]
    assert make_rounds(DAY + timedelta(days=1), NOW + timedelta(days=1)) == ["overdue"]


@pytest.mark.django_db
def test_one_that_failed_leaves_nothing_and_is_tried_again(
    posted: Posting, caplog: pytest.LogCaptureFixture
) -> None:
    fails = [True]

    @every_day("first")
    def run(on: date, now: datetime) -> None:
        posted("first")
        if fails:
            raise RuntimeError("Alva Exempel")

    @every_day("second")
    def other(on: date, now: datetime) -> None:
        posted("second")

    assert make_rounds(DAY, NOW) == ["second"]
    assert list(Message.objects.values_list("key", flat=True)) == ["second"]
    assert "first" in caplog.text
    assert "RuntimeError" in caplog.text
    assert "Alva" not in caplog.text
    fails.clear()
    assert make_rounds(DAY, NOW) == ["first"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_make_it_once() -> None:
    ready, made = Barrier(2), []
    register(Round("overdue", lambda on, now: made.append(on)))

    def work() -> None:
        ready.wait(10)
        make_rounds(DAY, NOW)
        connection.close()

    both = [Thread(target=work) for _n in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join(60)
    assert made == [DAY]


@pytest.mark.django_db
def test_one_made_by_another_since_we_looked_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    register(
        Round("first", lambda on, now: RoundDone.objects.create(name="second", on=on) and None)
    )
    register(Round("second", lambda on, now: made.append(on)))
    assert make_rounds(DAY, NOW) == ["first"]
    assert made == []


def test_a_name_is_one_rounds() -> None:
    each = register(Round("overdue", lambda on, now: None))
    assert register(each) is each
    with pytest.raises(ValueError, match="overdue"):
        register(Round("overdue", lambda on, now: None))


class TestThread:
    """What the worker's thread does in a turn."""

    @pytest.fixture(autouse=True)
    def recorded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.clock, self.made, self.sent = 0.0, 0, 0
        monkeypatch.setattr(background.time, "monotonic", lambda: self.clock)
        monkeypatch.setattr(background, "make_rounds", self.make)
        monkeypatch.setattr(background, "send_due", self.send)
        monkeypatch.setattr(background.connections, "close_all", lambda: None)

    def make(self, on: date, now: datetime) -> None:
        self.made += 1

    def send(self, now: datetime, goes_on: object) -> int:
        self.sent += 1
        return 0

    def test_it_makes_rounds_at_the_start_and_every_hour(self) -> None:
        thread = background.MailThread()
        for self.clock in (0.0, 30.0, 3590.0, 3601.0, 3630.0):
            thread.turn()
        assert (self.made, self.sent) == (2, 5)

    def test_it_survives_what_goes_wrong(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def broken(now: datetime, goes_on: object) -> int:
            raise RuntimeError("someone@example.org")

        monkeypatch.setattr(background, "send_due", broken)
        background.MailThread().turn()
        assert "RuntimeError" in caplog.text
        assert "example.org" not in caplog.text

    def test_it_ends_when_told(self) -> None:
        thread = background.MailThread()
        thread.start()
        thread.end()
        assert not thread.is_alive()
