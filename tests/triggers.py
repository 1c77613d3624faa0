"""The triggers by which the database itself refuses to change what is written for good."""

from django.db import connection

_QUERIES = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": """SELECT relname, tgname FROM pg_trigger
        JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal""",
}

AFTER_MIGRATIONS: set[tuple[str, str]] = set()
"""Table and name of each as the migrations left them: fixtures take some away for the tests."""


def triggers() -> set[tuple[str, str]]:
    """Table and name of each trigger that there is now."""
    with connection.cursor() as cursor:
        cursor.execute(_QUERIES[connection.vendor])
        return set(cursor.fetchall())
