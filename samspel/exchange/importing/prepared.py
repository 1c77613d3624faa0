"""What an import is going to write, made ready before anybody has to wait for it.

The rows lie beside those that were read, with the keys that they get, so that nothing is left to
do inside the transaction but to hand them over. They are text and numbers, as every driver takes
them.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from samspel.exchange.importing.changes import Changes
from samspel.exchange.importing.episode_row import EPISODE_COLUMNS, EpisodeRow
from samspel.participants.stage import trial_end

_PERSON = ("gender", "birth_date")
KINDS: dict[str, tuple[str, ...]] = {
    "new_person": ("id", "reference", *_PERSON),
    "changed_person": (*_PERSON, "id"),
    "new_episode": ("id", "participant", "case_number", "trial_ends_on", *EPISODE_COLUMNS),
    "changed_episode": (*EPISODE_COLUMNS, "id"),
}
"""What waits to be written, under the names of the models' fields."""
_READ_FROM = {
    "id": "key",
    "participant": "person",
    "reference": "participant_id",
    "case_number": "episode_id",
    "trial_ends_on": "trial_end(enrolled_on)",
}
_AT_A_TIME = 10_000


class Prepared:
    """New and changed rows of one import, by team; ``store`` has the rows that were read."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        store.execute("CREATE TABLE ready (kind, of_team, at_line, key, person)")
        store.execute("CREATE INDEX ready_by_team ON ready (kind, of_team)")

    def begin_team(self, trial_months: int) -> None:
        """Make the rows of a team ready to be handed over, with its trial period (prövotid)."""

        @cache
        def end(enrolled_on: str | None) -> str | None:
            day = trial_end(date.fromisoformat(enrolled_on), trial_months) if enrolled_on else None
            return day.isoformat() if day else None

        self._store.create_function("trial_end", 1, end, deterministic=True)

    def clear(self) -> None:
        """Forget everything: the comparison begins anew."""
        self._store.execute("DELETE FROM ready")

    def add(self, team_key: str, changes: Changes) -> None:
        """Make ready what some persons' rows ask for."""
        self._add("new_person", team_key, ((row, key, None) for key, row in changes.new_persons))
        self._add(
            "changed_person", team_key, ((row, key, None) for key, row in changes.changed_persons)
        )
        self._add(
            "new_episode",
            team_key,
            ((row, key, person) for key, person, row in changes.new_episodes),
        )
        self._add(
            "changed_episode", team_key, ((row, key, None) for key, row in changes.changed_episodes)
        )

    def _add(
        self, kind: str, team_key: str, rows: Iterable[tuple[EpisodeRow, UUID, UUID | None]]
    ) -> None:
        self._store.executemany(
            "INSERT INTO ready VALUES (?, ?, ?, ?, ?)",
            (
                (kind, team_key, row.line, key.hex, person.hex if person else None)
                for row, key, person in rows
            ),
        )

    def rows(
        self, kind: str, team_key: str, columns: Sequence[str], constants: Sequence[object] = ()
    ) -> Iterator[list[tuple[Any, ...]]]:
        """Some rows at a time: the constants, then the columns.

        Of what is changed the closed comes first; what is new keeps the rising order of its keys.
        """
        told = ["?"] * len(constants) + [_READ_FROM.get(name, name) for name in columns]
        is_open = "closed_on IS NULL AND withdrawn_on IS NULL, "
        order = f"{'' if kind.startswith('new') else is_open}ready.rowid"
        found = self._store.execute(
            f"SELECT {', '.join(told)} FROM ready JOIN sound ON sound.line = at_line"  # noqa: S608  # nosec B608 - named here
            f" WHERE kind = ? AND of_team = ? ORDER BY {order}",
            (*constants, kind, team_key),
        )
        while some := found.fetchmany(_AT_A_TIME):
            yield some
