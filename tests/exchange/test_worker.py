"""The worker as a process: it sends mail beside its other work, and dies without doubling any."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.utils import timezone

from samspel.mail.message import MAY_HAVE_BEEN_SENT_AFTER, Message, State
from tests.mail.smtp_server import MailServer, mail_server
from tests.mail.worker_app import KEY

pytestmark = pytest.mark.django_db(transaction=True)

PAST = datetime(2020, 1, 1, tzinfo=UTC)
PATIENCE = 60
WORKER = [sys.executable, "-m", "samspel", "worker"]


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as listening:
        yield listening


@pytest.fixture
def settings_of_worker(server: MailServer, tmp_path: Path) -> dict[str, str]:
    """The environment of a worker on the tests' database and mail server."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMSPEL_")}
    return {
        **kept,
        "SAMSPEL_HOME": str(tmp_path),
        "SAMSPEL_DATABASE": address(),
        "SAMSPEL_SMTP_HOST": "127.0.0.1",
        "SAMSPEL_SMTP_PORT": str(server.port),
        "SAMSPEL_SMTP_TLS": "no",
        "DJANGO_SETTINGS_MODULE": "tests.mail.worker_settings",
    }


def address() -> str:
    """The tests' database, as a setting."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["SAMSPEL_DATABASE"])._replace(path=f"/{name}").geturl()


def put_in(key: str) -> Message:
    """A mail that is due."""
    return Message.objects.create(
        key=key, to="a@example.org", template="trial", language="sv", send_after=PAST
    )


def number_of(server: MailServer, count: int) -> threading.Event:
    """Set when so many mails have come whole; the server has not answered the last one yet."""
    came = threading.Event()

    def at_end() -> bool:
        if len(server.taken) >= count:
            came.set()
        return False

    server.at_end = at_end
    return came


def test_it_makes_rounds_and_sends_at_once_and_ends_after_the_mail_it_is_at(
    server: MailServer, settings_of_worker: dict[str, str]
) -> None:
    put_in("a")
    came = number_of(server, 2)
    with subprocess.Popen(WORKER, env=settings_of_worker) as process:
        try:
            assert came.wait(PATIENCE)
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
    assert {"a", KEY} == set(Message.objects.exclude(sent_at=None).values_list("key", flat=True))
    assert len(server.taken) == 2


def test_killed_while_sending_it_sends_nothing_twice_when_it_is_back(
    server: MailServer, settings_of_worker: dict[str, str]
) -> None:
    first = put_in("first")
    came = threading.Event()
    with subprocess.Popen(WORKER, env=settings_of_worker) as process:

        def kill() -> bool:
            process.kill()
            process.wait()
            came.set()
            return True

        server.at_end = kill
        assert came.wait(PATIENCE)
    put_in("second")
    # The first mail once, the round's and the second one.
    came = number_of(server, 3)
    with subprocess.Popen(WORKER, env=settings_of_worker) as process:
        try:
            assert came.wait(PATIENCE)
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
    assert len(server.taken) == 3
    first.refresh_from_db()
    assert first.sent_at is None
    assert first.state_at(timezone.now() + MAY_HAVE_BEEN_SENT_AFTER) == State.UNCERTAIN
    assert Message.objects.filter(sent_at=None).count() == 1


def test_it_ends_with_its_parent(server: MailServer, settings_of_worker: dict[str, str]) -> None:
    came = number_of(server, 1)
    parent = ["/bin/sh", "-c", '"$@" --with-parent & read -r line', "sh", *WORKER]
    with subprocess.Popen(
        parent, env=settings_of_worker, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert came.wait(PATIENCE)
        process.kill()
        # Its end is reached when the worker, too, has let go of it.
        assert process.stdout.read() == b""
