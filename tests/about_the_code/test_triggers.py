"""What is written for good stays so after every migration, on both databases.

SQLite drops a table's triggers without a word when a migration builds the table anew, as it does
for most changes of a field: such a migration has to make them again.
"""

import pytest

from samspel.accounts.log import LogEntry, LogHead
from samspel.participants.notes.models import Note, NoteCorrection, Objection
from tests.triggers import AFTER_MIGRATIONS, triggers

LOG, HEAD = LogEntry._meta.db_table, LogHead._meta.db_table
LOCKED = {model._meta.db_table for model in (Note, NoteCorrection, Objection)}
WANTED = {
    (LOG, "log_is_not_changed"),
    (LOG, "log_is_not_erased"),
    (HEAD, "log_head_is_not_set_back"),
    (HEAD, "log_head_is_not_erased"),
    *((table, f"{table}_is_locked") for table in LOCKED),
}


@pytest.mark.django_db
def test_every_trigger_is_there_after_all_migrations() -> None:
    assert AFTER_MIGRATIONS == WANTED


@pytest.mark.django_db
def test_signed_notes_are_locked_in_the_tests_too() -> None:
    assert {table for table, _name in triggers()} == LOCKED
