"""The database's own refusal to change a signed note, a correction or an objection.

The actions refuse too, but only the database stops a statement typed by hand. SQLite and
PostgreSQL say it differently. Nothing here stops erasing: that is for the rules of disposal.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "what is signed is never changed"
_TABLES = {
    "notes_note": "WHEN OLD.signed_at IS NOT NULL",
    "notes_notecorrection": "",
    "notes_objection": "",
}
"""The tables, and which of their rows are locked; all of them where nothing is said."""


def add_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"""CREATE FUNCTION notes_refuse() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"""
            )
        for table, when in _TABLES.items():
            cursor.execute(_trigger(table, when, connection.vendor))


def _trigger(table: str, when: str, vendor: str) -> str:
    head = f"CREATE TRIGGER {table}_is_locked BEFORE UPDATE ON {table} FOR EACH ROW"
    if vendor == "postgresql":
        condition = when.replace("WHEN ", "WHEN (") + ")" if when else ""
        return f"{head} {condition} EXECUTE FUNCTION notes_refuse()"
    return f"{head} {when} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"


def remove_triggers(connection: BaseDatabaseWrapper) -> None:
    """Undo `add_triggers`."""
    with connection.cursor() as cursor:
        for table in _TABLES:
            end = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {table}_is_locked{end}")
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION notes_refuse()")
