"""Importing while others write: they are not kept waiting, and nothing of theirs is lost."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from samspel.accounts.actor import SYSTEM
from samspel.exchange.importing import turn
from samspel.exchange.importing.episodes import import_episodes
from samspel.exchange.importing.faults import FileRefused
from samspel.organisation.models import Team
from samspel.participants.models import Episode
from tests.exchange.files import AGAIN, binary_of, row

pytestmark = pytest.mark.django_db(transaction=True)


def elsewhere(work: Callable[[], object]) -> None:
    """Do something on a connection of its own, and be done before going on."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]


@contextmanager
def turn_taken_until(released: threading.Event) -> Iterator[None]:
    """Somebody else has the turn to write to the team."""
    taken = threading.Event()

    def hold() -> None:
        with transaction.atomic():
            Team.objects.get().touch()
            taken.set()
            released.wait(30)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    taken.wait(30)
    try:
        yield
    finally:
        released.set()
        thread.join()


def test_others_write_while_a_file_is_read_and_compared_and_that_is_noticed() -> None:
    import_episodes(binary_of(row()), by=SYSTEM)

    def close_otherwise() -> None:
        with transaction.atomic():
            Episode.objects.update(outcome="studies")
            Team.objects.get().touch()

    once = [close_otherwise]

    def progress(_share: float) -> None:
        if once:
            elsewhere(once.pop())

    rows = [row(), row(episode_id="E2", **AGAIN)]
    outcome = import_episodes(binary_of(*rows), by=SYSTEM, progress=progress)
    assert not once
    assert (outcome.new, outcome.changed, outcome.unchanged) == (1, 1, 0)
    assert set(Episode.objects.values_list("outcome", flat=True)) == {"work", ""}


def test_whoever_writes_all_the_time_is_made_to_wait_in_the_end() -> None:
    import_episodes(binary_of(row()), by=SYSTEM)
    times = []

    def progress(share: float) -> None:
        # Within the import's own turn nobody else gets in between.
        if not connection.in_atomic_block and share < 1:
            times.append(share)
            elsewhere(lambda: Team.objects.get().touch())

    assert import_episodes(binary_of(row(outcome="moved")), by=SYSTEM, progress=progress).saved
    assert len(times) >= 3
    assert Episode.objects.get().outcome == "moved"


def test_a_team_made_meanwhile_is_found() -> None:
    def make() -> None:
        import_episodes(binary_of(row(participant_id="P9", episode_id="E9")), by=SYSTEM)

    once = [make]

    def progress(_share: float) -> None:
        if once:
            elsewhere(once.pop())

    assert import_episodes(binary_of(row()), by=SYSTEM, progress=progress).saved
    assert Team.objects.count() == 1
    assert Episode.objects.count() == 2


def test_an_import_waits_longer_than_others_for_its_turn() -> None:
    import_episodes(binary_of(row()), by=SYSTEM)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout = 1")
        else:
            cursor.execute("SET lock_timeout = 1")
    released = threading.Event()
    try:
        with turn_taken_until(released):
            threading.Timer(0.3, released.set).start()
            assert import_episodes(binary_of(row(outcome="moved")), by=SYSTEM).saved
    finally:
        connection.close()


def test_a_turn_that_does_not_come_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import_episodes(binary_of(row()), by=SYSTEM)
    monkeypatch.setattr(turn, "LONGEST_WAIT", 0.05)
    with (
        turn_taken_until(threading.Event()),
        pytest.raises(FileRefused, match="försök igen senare"),
    ):
        import_episodes(binary_of(row(outcome="moved")), by=SYSTEM)
    assert Episode.objects.get().outcome == "work"
