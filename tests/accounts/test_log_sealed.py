"""What somebody with the database but without the key can do to the log: it always shows."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from pytest_django import Settings

from samspel.accounts import append_only
from samspel.accounts.log import (
    LogEntry,
    LogHead,
    chain_state,
    first_broken_link,
    seal,
    was_in_chain,
)
from tests.accounts.test_log import write
from tests.people import make_user

pytestmark = pytest.mark.django_db


def by_hand(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def cut_off_after(number: int) -> None:
    """Remove the entries after ``number`` and point the head at it, with the seal it has."""
    last = LogEntry.objects.get(number=number).hash
    by_hand(
        f"DELETE FROM accounts_logentry WHERE number > {number}",
        f"UPDATE accounts_loghead SET count = {number}, hash = '{last}'",
    )


def test_a_log_emptied_with_its_head_shows() -> None:
    make_user("Ada")
    write(3)
    by_hand("DELETE FROM accounts_logentry", "DELETE FROM accounts_loghead")
    assert first_broken_link() == 1
    write(2)
    assert first_broken_link() == 1


def test_a_head_that_was_taken_away_shows() -> None:
    write(3)
    by_hand("DELETE FROM accounts_loghead")
    assert first_broken_link() == 4
    write()
    assert first_broken_link() == 4


def test_a_log_emptied_with_the_head_set_to_nothing_shows() -> None:
    write(3)
    by_hand(
        "DELETE FROM accounts_logentry",
        f"UPDATE accounts_loghead SET count = 0, hash = '{'0' * 64}'",
    )
    assert first_broken_link() == 1
    write()
    assert first_broken_link() == 1


def test_an_end_that_was_cut_off_shows_also_when_the_log_went_on() -> None:
    write(3)
    cut_off_after(2)
    assert first_broken_link() == 3
    write(2)
    assert first_broken_link() == 3


def test_a_head_set_forward_shows_and_the_log_goes_on() -> None:
    write(2)
    by_hand("UPDATE accounts_loghead SET count = 7")
    append_only.add_triggers(connection)
    append_only.add_head_triggers(connection)
    assert first_broken_link() == 3
    write()
    assert first_broken_link() == 3


def test_a_chain_written_anew_without_the_key_shows(settings: Settings) -> None:
    ours = settings.SECRET_KEY
    settings.SECRET_KEY = "another key, which somebody made up"
    LogHead.objects.update(seal=seal(0, LogHead().hash))
    write(2)
    assert first_broken_link() is None
    settings.SECRET_KEY = ours
    assert first_broken_link() == 1


def test_a_seal_is_of_one_state() -> None:
    assert len({seal(1, "a" * 64), seal(2, "a" * 64), seal(1, "b" * 64)}) == 3
    entry = LogEntry(number=1, at=datetime(2026, 1, 1, tzinfo=UTC), act="x", subject="y:1")
    assert seal(1, entry.link("0" * 64)) != entry.link("0" * 64)


def test_a_whole_older_copy_shows_by_what_was_noted() -> None:
    write(2)
    older = LogHead.objects.get()
    write()
    noted = chain_state()
    assert was_in_chain(noted.count, noted.hash)
    cut_off_after(2)
    LogHead.objects.update(seal=older.seal)
    assert first_broken_link() is None
    assert not was_in_chain(noted.count, noted.hash)
    write()
    assert first_broken_link() is None
    assert not was_in_chain(noted.count, noted.hash)
    assert was_in_chain(older.count, older.hash)


def test_the_beginning_is_part_of_every_chain() -> None:
    noted = chain_state()
    write()
    assert was_in_chain(noted.count, noted.hash)
    assert not was_in_chain(0, "f" * 64)


def test_what_is_written_while_it_is_checked_is_left_out() -> None:
    write(2)
    state = chain_state()
    write()
    assert first_broken_link(state) is None
    assert first_broken_link() is None
