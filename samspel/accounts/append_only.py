"""The database's own refusal to change or remove entries of the access log.

The model refuses too, but only the database stops a statement typed by hand. SQLite and
PostgreSQL say it differently, so both ways stand here.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "accounts_logentry"
REFUSAL = "entries of the access log are never changed"

_ADD = {
    "sqlite": [
        f"CREATE TRIGGER log_is_not_{word} BEFORE {verb} ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for word, verb in (("changed", "UPDATE"), ("erased", "DELETE"))
    ],
    "postgresql": [
        f"""CREATE FUNCTION log_refuses() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$""",
        f"""CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON {TABLE}
            FOR EACH STATEMENT EXECUTE FUNCTION log_refuses()""",
        f"""CREATE TRIGGER log_is_not_erased BEFORE DELETE OR TRUNCATE ON {TABLE}
            FOR EACH STATEMENT EXECUTE FUNCTION log_refuses()""",
    ],
}
_REMOVE = {
    "sqlite": ["DROP TRIGGER log_is_not_changed", "DROP TRIGGER log_is_not_erased"],
    "postgresql": [
        f"DROP TRIGGER log_is_not_changed ON {TABLE}",
        f"DROP TRIGGER log_is_not_erased ON {TABLE}",
        "DROP FUNCTION log_refuses()",
    ],
}


def add_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse to change or remove entries."""
    _run(connection, _ADD)


def remove_triggers(connection: BaseDatabaseWrapper) -> None:
    """Undo `add_triggers`."""
    _run(connection, _REMOVE)


def _run(connection: BaseDatabaseWrapper, statements: dict[str, list[str]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
