"""Where the rows of a file wait: on disk, so that a million of them take no memory.

A private SQLite database without a name is removed by SQLite itself when it is closed.
"""

import sqlite3
from collections.abc import Callable, Iterator
from itertools import groupby
from types import TracebackType
from typing import Any, Self

from samspel.exchange.importing.cells import read_day, read_months
from samspel.exchange.importing.episode_row import EpisodeRow
from samspel.exchange.importing.prepared import Prepared

_FIELDS = EpisodeRow._fields
_COLUMNS = ", ".join(f"{name} INTEGER PRIMARY KEY" if name == "line" else name for name in _FIELDS)
_BATCH = 5_000


def _reader(name: str) -> Callable[[Any], Any] | None:
    """How a column comes back from its text; None where it is stored as it is."""
    if name.endswith(("_on", "_date")):
        return read_day
    return read_months if name == "public_support_months" else None


_READERS = tuple(
    (place, read) for place, name in enumerate(_FIELDS) if (read := _reader(name)) is not None
)


class Staging:
    """The rows of one file, to be taken out person by person, and what they come to.

    ``prepared`` lies in the same place.
    """

    def __init__(self) -> None:
        self._store = sqlite3.connect("")
        self._store.execute("PRAGMA journal_mode=OFF")
        self._store.execute("PRAGMA synchronous=OFF")
        self._store.execute(f"CREATE TABLE sound ({_COLUMNS}, team_key)")
        self._store.execute("CREATE TABLE named (line, team_key, episode_id)")
        self._sound: list[tuple[object, ...]] = []
        self._named: list[tuple[int, str, str]] = []
        self.rows = 0
        self.prepared = Prepared(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._store.close()

    def add(self, line: int, row: EpisodeRow | None, team: str, episode_id: str) -> None:
        """Take one row in; of a faulty one only its id, so that a second one is noticed."""
        key = team.casefold()
        if row is not None:
            self._sound.append((*_stored(row), key))
            self.rows += 1
        if episode_id:
            self._named.append((line, key, episode_id))
        if len(self._named) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        marks = ", ".join("?" * (len(_FIELDS) + 1))
        self._store.executemany(f"INSERT INTO sound VALUES ({marks})", self._sound)  # noqa: S608  # nosec B608 - the table is named here
        self._store.executemany("INSERT INTO named VALUES (?, ?, ?)", self._named)
        self._sound.clear()
        self._named.clear()

    def doubled_ids(self) -> Iterator[tuple[int, int]]:
        """(line, line of the first) for each row whose team has the same episode_id already."""
        self._flush()
        yield from self._store.execute(
            "SELECT line, first FROM (SELECT line, min(line) OVER"
            " (PARTITION BY team_key, episode_id) AS first FROM named)"
            " WHERE line > first ORDER BY line"
        )

    def teams(self) -> list[tuple[str, str]]:
        """(case-folded name, name as first written) of each team in the file."""
        self._flush()
        return list(
            self._store.execute(
                "SELECT team_key, team FROM (SELECT team_key, team, min(line) AS first"
                " FROM sound GROUP BY team_key) ORDER BY first"
            )
        )

    def persons(self, team_key: str) -> Iterator[list[EpisodeRow]]:
        """The sound rows of each person of a team, in the order of the file."""
        self._flush()
        found = self._store.execute(
            f"SELECT {', '.join(_FIELDS)} FROM sound WHERE team_key = ?"  # noqa: S608  # nosec B608 - the columns are named in code
            " ORDER BY participant_id, line",
            (team_key,),
        )
        rows = map(_row, found)
        for _person, stays in groupby(rows, key=lambda row: row.participant_id):
            yield list(stays)


def _stored(row: EpisodeRow) -> list[Any]:
    values: list[Any] = list(row)
    for place, _read in _READERS:
        if values[place] is not None:
            values[place] = str(values[place])
    return values


def _row(stored: tuple[Any, ...]) -> EpisodeRow:
    values = list(stored)
    for place, read in _READERS:
        if values[place] is not None:
            values[place] = read(values[place])
    return EpisodeRow._make(values)
