"""Empties the database after a test that committed: only the tables that hold rows.

Django empties every table and then makes all content types and permissions anew, which costs
more than most tests. Those stay here, as the migrations left them; nothing writes to them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.test import TransactionTestCase

from samspel.accounts.log import LogHead, seal

_STAY = {"django_migrations", "django_content_type", "auth_permission"}
_shared: list[str] = []


@contextmanager
def shared(by: str) -> Iterator[None]:
    """Let what is committed stay from test to test, for a module whose tests only look."""
    _shared.append(by)
    try:
        yield
    finally:
        _shared.remove(by)
        empty()


def empty(_case: TransactionTestCase | None = None) -> None:
    """Leave what the migrations left; in place of Django's own end of a test that commits."""
    if _shared:
        return
    with transaction.atomic():
        _delete_all()
        LogHead.objects.create(pk=1, seal=seal(0, LogHead().hash))


def _delete_all() -> None:
    tables = sorted(set(connection.introspection.table_names()) - _STAY)
    names = [connection.ops.quote_name(each) for each in tables]
    with connection.cursor() as cursor:
        # References are checked when the transaction ends: by then all rows are gone.
        cursor.execute("SELECT " + ", ".join(f"EXISTS (SELECT 1 FROM {each})" for each in names))
        (*held,) = cursor.fetchone()
        for name, holds_rows in zip(names, held, strict=True):
            if holds_rows:
                cursor.execute(f"DELETE FROM {name}")
