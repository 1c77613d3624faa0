"""The timeline's one query, prepared once: to put it together costs far more than to ask it.

Which subjects there are does not change while the program runs, so that only the episode and the
number of rows differ from page to page.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

Rows = Callable[[Sequence[UUID]], "QuerySet[Any, Any]"]
Statement = tuple[str, tuple[Any, ...]]

_ORDER = ("-row_on", "row_kind", "row_ref")
_ANY = UUID("8d0f0a52-6a5e-4c1b-9a3e-5f1e2b7c9d04")
"""Stands for the episode in what is prepared; no episode has it."""


def united(rows: Sequence[Rows], episodes: Sequence[UUID], most: int | None) -> Any:
    """The rows of some episodes as one query, the latest first and in an order that stays."""
    first, *rest = [each(episodes) for each in rows]
    found = first.union(*rest, all=True) if rest else first
    return found.order_by(*_ORDER)[:most]


def rows_of_one(rows: Sequence[Rows], episode: UUID, most: int | None) -> Iterator[tuple[Any, ...]]:
    """What `united` gives of one episode, by the prepared statement."""
    prepared = _prepared(tuple(rows), most, connection.vendor, timezone.get_current_timezone_name())
    if prepared is None:
        return
    statement, values = prepared
    with connection.cursor() as cursor:
        cursor.execute(statement, [_in_place(value, episode) for value in values])
        found = cursor.fetchall()
    for owner, on, *told in found:
        yield (_uuid(owner), _date(on), *told)


@lru_cache(maxsize=128)
def _prepared(
    rows: tuple[Rows, ...], most: int | None, _vendor: str, _zone: str
) -> Statement | None:
    """The statement and its values; None where no subject can have any row."""
    try:
        statement, values = united(rows, [_ANY], most).query.sql_with_params()
    except EmptyResultSet:
        return None
    return statement, tuple(values)


def _in_place(value: Any, episode: UUID) -> Any:
    """The episode where it is meant; SQLite keeps it as a text without dashes."""
    if value == _ANY:
        return episode
    return episode.hex if value == _ANY.hex else value


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _date(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
