"""Waiting for one's turn to write: long, since an import has nobody sitting before it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _

from samspel.exchange.importing.faults import FileRefused

LONGEST_WAIT = 600.0
"""Seconds. A million rows hold the turn for a small part of it."""


@contextmanager
def patiently() -> Iterator[None]:
    """Every write on the way waits as long as `LONGEST_WAIT`; afterwards as before."""
    if connection.vendor == "sqlite":
        ask, say = "PRAGMA busy_timeout", "PRAGMA busy_timeout = {}"
    else:
        ask, say = "SHOW lock_timeout", "SET lock_timeout = '{}'"
    with connection.cursor() as cursor:
        cursor.execute(ask)
        before = cursor.fetchone()[0]
        cursor.execute(say.format(int(1000 * LONGEST_WAIT)))
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(say.format(before))


@contextmanager
def own_turn() -> Iterator[None]:
    """A transaction that nobody else writes beside; raises FileRefused when it does not come."""
    try:
        with patiently(), transaction.atomic():
            yield
    except OperationalError as error:
        raise FileRefused(
            _(
                "Something else was writing to the database all the time, so nothing was saved: "
                "try again later."
            )
        ) from error
