"""The access log: chained, append-only, and whole also when many write at once."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import DatabaseError, connection, transaction

from samspel.accounts import append_only
from samspel.accounts.actor import SYSTEM, Actor
from samspel.accounts.log import LogEntry, LogHead, LogIsAppendOnly, first_broken_link, log


def write(number: int = 1) -> list[LogEntry]:
    with transaction.atomic():
        return [
            log(by=SYSTEM, act="tried", subject=f"thing:{n}", details={"fields": ["å"], "n": n})
            for n in range(number)
        ]


@pytest.mark.django_db
def test_an_untouched_log_is_whole() -> None:
    assert first_broken_link() is None
    write(3)
    assert first_broken_link() is None


@pytest.mark.django_db(transaction=True)
def test_an_entry_stands_and_falls_with_its_act() -> None:
    with pytest.raises(RuntimeError, match="same transaction"):
        log(by=SYSTEM, act="tried", subject="thing:1")
    with transaction.atomic():
        log(by=SYSTEM, act="tried", subject="thing:1")
        transaction.set_rollback(True)
    assert not LogEntry.objects.exists()
    assert first_broken_link() is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("act", "'lied'"),
        ("subject", "'thing:9'"),
        ("team_id", "7"),
        ("at", "'2020-01-01 00:00:00'"),
        ("address", "'192.0.2.7'"),
        ("details", "'{}'"),
        ("number", "22"),
    ],
)
def test_an_altered_entry_shows(column: str, value: str) -> None:
    write(3)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE accounts_logentry SET {column} = {value} WHERE number = 2")
    assert first_broken_link() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("removed", "found"), [(1, 1), (2, 2), (3, 3)])
def test_a_removed_entry_shows_the_last_one_too(removed: int, found: int) -> None:
    write(3)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_logentry WHERE number = %s", [removed])
    assert first_broken_link() == found


@pytest.mark.django_db
def test_an_entry_added_by_hand_shows() -> None:
    write(2)
    forged = LogEntry(number=3, at=datetime(2026, 1, 1, tzinfo=UTC), act="x", subject="y:1")
    forged.hash = forged.link(LogHead.objects.get().hash)
    forged.save()
    assert first_broken_link() == 3


@pytest.mark.django_db
def test_the_model_refuses_to_change_or_remove_entries() -> None:
    (entry,) = write()
    stored = LogEntry.objects.get()
    for attempt in (
        entry.save,
        stored.save,
        stored.delete,
        lambda: LogEntry.objects.update(act="x"),
        lambda: LogEntry.objects.all().delete(),
        lambda: LogEntry.objects.bulk_update([stored], ["act"]),
        lambda: LogEntry.objects.bulk_create([LogEntry()]),
    ):
        with pytest.raises(LogIsAppendOnly):
            attempt()
    assert LogEntry.objects.get().act == "tried"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts_logentry SET act = 'x'",
        "DELETE FROM accounts_logentry",
        "UPDATE accounts_loghead SET count = 0",
        "UPDATE accounts_loghead SET seal = 'x'",
        "DELETE FROM accounts_loghead",
    ],
)
def test_the_database_refuses_too(statement: str) -> None:
    write()
    append_only.add_triggers(connection)
    append_only.add_head_triggers(connection)
    with (
        pytest.raises(DatabaseError, match=append_only.REFUSAL),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    write()
    assert LogEntry.objects.count() == 2
    append_only.remove_head_triggers(connection)
    append_only.remove_triggers(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_times_and_addresses_of_any_spelling_come_back_the_same() -> None:
    swedish = timezone(timedelta(hours=2))
    with transaction.atomic():
        log(
            by=Actor(address="2001:db8::1"),
            act="tried",
            subject="thing:1",
            at=datetime(2026, 7, 1, 12, tzinfo=swedish),
        )
    assert first_broken_link() is None


@pytest.mark.django_db(transaction=True)
def test_many_may_write_at_once() -> None:
    def work(_n: int) -> None:
        try:
            write(5)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(8)))
    assert LogEntry.objects.count() == 40
    assert first_broken_link() is None


def _wait_until_somebody_waits_for_us() -> None:
    """On PostgreSQL, which tells who waits; on SQLite a transaction lets nobody else begin."""
    if connection.vendor != "postgresql":
        return
    asked = "SELECT 1 FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))"
    end = time.monotonic() + 20
    with connection.cursor() as cursor:
        while time.monotonic() < end:
            cursor.execute(asked)
            if cursor.fetchone():
                return
    raise AssertionError("nobody waits")


@pytest.mark.django_db(transaction=True)
def test_who_writes_second_waits_for_the_first_and_follows_it() -> None:
    def work() -> None:
        try:
            write()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            write()
            second = pool.submit(work)
            _wait_until_somebody_waits_for_us()
        second.result()
    assert list(LogEntry.objects.values_list("number", flat=True)) == [2, 1]
    assert first_broken_link() is None
