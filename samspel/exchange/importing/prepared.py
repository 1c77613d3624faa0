"""What an import is going to write, made ready before anybody has to wait for it.

The rows lie beside those that were read, as the database's driver takes them, so that nothing is
left to do inside the transaction but to hand them over.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from samspel.exchange.importing.changes import Changes
from samspel.exchange.importing.episode_row import EPISODE_COLUMNS, EpisodeRow

_PERSON = ("gender", "birth_date")
TABLES: dict[str, tuple[str, ...]] = {
    "new_persons": ("id", "reference", *_PERSON),
    "changed_persons": (*_PERSON, "id"),
    "new_episodes": ("id", "participant", "case_number", *EPISODE_COLUMNS),
    "changed_episodes": (*EPISODE_COLUMNS, "id"),
}
"""What waits to be written, under the names of the models' fields."""
_AT_A_TIME = 10_000


class Prepared:
    """New and changed rows of one import, by team."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        for table, columns in TABLES.items():
            store.execute(f"CREATE TABLE {table} (team_key, is_open, {', '.join(columns)})")
            store.execute(f"CREATE INDEX {table}_of_team ON {table} (team_key)")

    def clear(self) -> None:
        """Forget everything: the comparison begins anew."""
        for table in TABLES:
            self._store.execute(f"DELETE FROM {table}")  # noqa: S608  # nosec B608 - named here

    def add(self, team_key: str, changes: Changes) -> None:
        """Make ready what some persons' rows ask for."""
        new, changed = changes.new_persons, changes.changed_persons
        self._add(
            "new_persons",
            team_key,
            (
                (False, key.hex, row.participant_id, row.gender, _stored(row.birth_date))
                for key, row in new
            ),
        )
        self._add(
            "changed_persons",
            team_key,
            ((False, row.gender, _stored(row.birth_date), key.hex) for key, row in changed),
        )
        self._add(
            "new_episodes",
            team_key,
            (
                (row.is_open, key.hex, person.hex, row.episode_id, *_values(row))
                for key, person, row in changes.new_episodes
            ),
        )
        self._add(
            "changed_episodes",
            team_key,
            ((row.is_open, *_values(row), key.hex) for key, row in changes.changed_episodes),
        )

    def _add(self, table: str, team_key: str, rows: Iterable[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * (2 + len(TABLES[table])))
        told = ((team_key, *row) for row in rows)
        self._store.executemany(f"INSERT INTO {table} VALUES ({marks})", told)  # noqa: S608  # nosec B608 - named here

    def rows(
        self, table: str, team_key: str, columns: Sequence[str], constants: Sequence[object] = ()
    ) -> Iterator[list[tuple[Any, ...]]]:
        """Some rows at a time: the constants, then the columns.

        Of what is changed the closed comes first; what is new keeps the rising order of its keys.
        """
        told = ", ".join(["?"] * len(constants) + list(columns))
        order = "rowid" if table.startswith("new") else "is_open, rowid"
        found = self._store.execute(
            f"SELECT {told} FROM {table} WHERE team_key = ? ORDER BY {order}",  # noqa: S608  # nosec B608 - named here
            (*constants, team_key),
        )
        while some := found.fetchmany(_AT_A_TIME):
            yield some


def _values(row: EpisodeRow) -> Iterator[object]:
    return map(_stored, row[6:])


def _stored(value: object) -> object:
    """Days and numbers as text, which every driver takes for them; nothing stays nothing."""
    return value if value is None or isinstance(value, str) else str(value)
