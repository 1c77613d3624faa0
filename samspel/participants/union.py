"""Queries over several subjects, prepared once: to put them together costs more than to ask them.

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
    for owner, on, *told in prepared_rows(_united_of_one, episode, tuple(rows), most):
        yield (as_uuid(owner), as_date(on), *told)


def _united_of_one(episode: UUID, rows: Sequence[Rows], most: int | None) -> Any:
    return united(rows, [episode], most)


def prepared_rows(
    make: Callable[..., Any], episode: UUID, *arguments: Any
) -> Sequence[tuple[Any, ...]]:
    """The rows of the query ``make(episode, *arguments)``, which is put together once only.

    The rows are as the driver gives them: for days and keys there are `as_date` and `as_uuid`.
    """
    zone = timezone.get_current_timezone_name()
    prepared = _prepared(make, arguments, connection.vendor, zone)
    if prepared is None:
        return []
    statement, values = prepared
    with connection.cursor() as cursor:
        cursor.execute(statement, [_in_place(value, episode) for value in values])
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


@lru_cache(maxsize=128)
def _prepared(
    make: Callable[..., Any], arguments: tuple[Any, ...], _vendor: str, _zone: str
) -> Statement | None:
    """The statement and its values; None where no part of it can have any row."""
    try:
        statement, values = make(_ANY, *arguments).query.sql_with_params()
    except EmptyResultSet:
        return None
    return statement, tuple(values)


def _in_place(value: Any, episode: UUID) -> Any:
    """The episode where it is meant; SQLite keeps it as a text without dashes."""
    if value == _ANY:
        return episode
    return episode.hex if value == _ANY.hex else value


def as_uuid(value: Any) -> UUID:
    """A key as the driver gives it."""
    return value if isinstance(value, UUID) else UUID(value)


def as_date(value: Any) -> date:
    """A day as the driver gives it."""
    return value if isinstance(value, date) else date.fromisoformat(value)
