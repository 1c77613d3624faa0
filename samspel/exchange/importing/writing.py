"""Writing what an import brings.

New rows go in by the database's own `executemany`: `bulk_create` needs three times as long, and
an import of a whole register would keep other writers waiting for all of it (measured by the
benchmark). The columns and their defaults are still the models' own.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, models

from samspel.exchange.importing.changes import Changes
from samspel.exchange.importing.episode_row import EPISODE_COLUMNS, EpisodeRow
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.participant import Participant


def write(changes: Changes, *, team: Team, told: Sequence[str], at: datetime) -> None:
    """Write what ``changes`` asks for; must be called inside a transaction.

    ``told`` are the columns that the file has: others of a changed episode are left alone.
    Closings go before openings, since a person may have only one open episode at a time.
    """
    _insert_persons(changes.new_persons, team)
    _update(
        Participant,
        ("gender", "birth_date"),
        ((row.gender, row.birth_date, key) for key, row in changes.changed_persons),
    )
    columns = [name for name in EPISODE_COLUMNS if name in told]
    _update(
        Episode,
        ("changed_at", *columns),
        (
            (at, *(getattr(row, name) for name in columns), key)
            for key, row in sorted(changes.changed_episodes, key=lambda each: each[1].is_open)
        ),
    )
    _insert_episodes(changes.new_episodes, team, at)


def _insert_persons(persons: Iterable[tuple[UUID, EpisodeRow]], team: Team) -> None:
    # The keys that names sort and are found by stay empty: there is no name.
    _insert(
        Participant,
        ("id", "team", "reference", "gender", "birth_date"),
        ((key, team.pk, row.participant_id, row.gender, row.birth_date) for key, row in persons),
    )


def _insert_episodes(episodes: Iterable[tuple[UUID, EpisodeRow]], team: Team, at: datetime) -> None:
    own = ("id", "participant", "team", "case_number", "recorded_at", "changed_at")
    _insert(
        Episode,
        (*own, *EPISODE_COLUMNS),
        ((uuid4(), key, team.pk, row.episode_id, at, at, *row[6:]) for key, row in episodes),
    )


def _insert(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Insert rows of ``names`` in that order; every other column gets the model's default."""
    fields = _fields(model, names)
    rest = [each for each in model._meta.concrete_fields if each not in fields]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(each.column or "") for each in (*fields, *rest))
    marks = ", ".join(["%s"] * (len(fields) + len(rest)))
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608  # nosec B608 - names of the model's own
    defaults = tuple(each.get_db_prep_save(each.get_default(), connection) for each in rest)
    _run(sql, [(*row, *defaults) for row in _prepared(fields, rows)])


def _update(
    model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Set ``names`` in that order, in rows that end with their key; the version grows by one."""
    fields = _fields(model, [*names, "id"])
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(each.column or '')} = %s" for each in fields[:-1])
    version = quote("version")
    sql = (
        f"UPDATE {quote(model._meta.db_table)} SET {sets}, {version} = {version} + 1"  # noqa: S608  # nosec B608 - names of the model's own
        f" WHERE {quote('id')} = %s"
    )
    _run(sql, list(_prepared(fields, rows)))


def _run(sql: str, rows: Sequence[Sequence[Any]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


def _fields(model: type[models.Model], names: Sequence[str]) -> list[models.Field[Any, Any]]:
    known = {each.name: each for each in model._meta.concrete_fields}
    return [known[name] for name in names]


def _prepared(
    fields: Sequence[models.Field[Any, Any]], rows: Iterable[Sequence[Any]]
) -> Iterable[tuple[Any, ...]]:
    """The rows' values as the database's driver takes them."""
    prepare = [_preparer(each) for each in fields]
    for row in rows:
        yield tuple(
            value if how is None else how(value) for how, value in zip(prepare, row, strict=True)
        )


@lru_cache(maxsize=100)
def _preparer(field: models.Field[Any, Any]) -> Callable[[Any], object] | None:
    """How a field's values are handed over; None where they go as they are."""
    if isinstance(field, models.ForeignKey):
        field = field.target_field
    if isinstance(field, models.UUIDField):
        return None if connection.features.has_native_uuid_field else lambda key: key.hex
    if isinstance(field, models.DateField | models.DecimalField):
        # The same days and numbers come again and again.
        return lru_cache(maxsize=50_000)(lambda value: field.get_db_prep_save(value, connection))
    return None
