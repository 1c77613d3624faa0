"""The database's own refusal to change or remove entries of the access log, or to set it back.

The model refuses too, but only the database stops a statement typed by hand. SQLite and
PostgreSQL say it differently, so both ways stand here.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "entries of the access log are never changed"
_ENTRIES = "accounts_logentry"
_HEAD = "accounts_loghead"
_SET_BACK = "WHEN (NEW.count <= OLD.count)"

_Statements = dict[str, list[str]]
_ADD: _Statements = {
    "sqlite": [
        f"CREATE TRIGGER log_is_not_{word} BEFORE {verb} ON {_ENTRIES} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for word, verb in (("changed", "UPDATE"), ("erased", "DELETE"))
    ],
    "postgresql": [
        f"""CREATE FUNCTION log_refuses() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$""",
        f"""CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON {_ENTRIES}
            FOR EACH STATEMENT EXECUTE FUNCTION log_refuses()""",
        f"""CREATE TRIGGER log_is_not_erased BEFORE DELETE OR TRUNCATE ON {_ENTRIES}
            FOR EACH STATEMENT EXECUTE FUNCTION log_refuses()""",
    ],
}
_REMOVE: _Statements = {
    "sqlite": ["DROP TRIGGER log_is_not_changed", "DROP TRIGGER log_is_not_erased"],
    "postgresql": [
        f"DROP TRIGGER log_is_not_changed ON {_ENTRIES}",
        f"DROP TRIGGER log_is_not_erased ON {_ENTRIES}",
        "DROP FUNCTION log_refuses()",
    ],
}
_ADD_TO_HEAD: _Statements = {
    "sqlite": [
        f"CREATE TRIGGER log_head_is_not_{word} BEFORE {verb} ON {_HEAD} {when} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for word, verb, when in (("set_back", "UPDATE", _SET_BACK), ("erased", "DELETE", ""))
    ],
    "postgresql": [
        f"""CREATE TRIGGER log_head_is_not_set_back BEFORE UPDATE ON {_HEAD}
            FOR EACH ROW {_SET_BACK} EXECUTE FUNCTION log_refuses()""",
        f"""CREATE TRIGGER log_head_is_not_erased BEFORE DELETE OR TRUNCATE ON {_HEAD}
            FOR EACH STATEMENT EXECUTE FUNCTION log_refuses()""",
    ],
}
_REMOVE_FROM_HEAD: _Statements = {
    "sqlite": ["DROP TRIGGER log_head_is_not_set_back", "DROP TRIGGER log_head_is_not_erased"],
    "postgresql": [
        f"DROP TRIGGER log_head_is_not_set_back ON {_HEAD}",
        f"DROP TRIGGER log_head_is_not_erased ON {_HEAD}",
    ],
}


def add_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse to change or remove entries."""
    _run(connection, _ADD)


def remove_triggers(connection: BaseDatabaseWrapper) -> None:
    """Undo `add_triggers`; those of the head must be gone before."""
    _run(connection, _REMOVE)


def add_head_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse to remove the head or set it back; after `add_triggers`."""
    _run(connection, _ADD_TO_HEAD)


def remove_head_triggers(connection: BaseDatabaseWrapper) -> None:
    """Undo `add_head_triggers`."""
    _run(connection, _REMOVE_FROM_HEAD)


def _run(connection: BaseDatabaseWrapper, statements: _Statements) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
