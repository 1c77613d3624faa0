"""What is wrong in a file, said by line and column."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_BATCH = 5_000


class FileRefused(Exception):
    """The file cannot be read at all; the message is one sentence for whoever gave it."""


class CellRefused(Exception):
    """A cell's text is no value of its column; the message is one sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong: the line of the file (from 1), the column's heading, and a sentence."""

    line: int
    column: str
    sentence: str

    def as_data(self) -> list[Any]:
        """For storing with an import job."""
        return [self.line, self.column, self.sentence]


class Faults:
    """The faults found so far, every one of them.

    They wait on disk, so that a million faulty rows take no memory: a private SQLite database
    without a name is removed by SQLite itself when it is closed.
    """

    def __init__(self) -> None:
        self.count = 0
        self._waiting: list[Fault] = []
        self._store: sqlite3.Connection | None = None

    def add(self, line: int, column: str, sentence: object) -> None:
        """Note one fault."""
        self.count += 1
        self._waiting.append(Fault(line, column, str(sentence)))
        if len(self._waiting) >= _BATCH:
            self._put_away()

    def _put_away(self) -> None:
        if self._store is None:
            self._store = sqlite3.connect("")
            self._store.execute("PRAGMA journal_mode=OFF")
            self._store.execute("CREATE TABLE fault (line, heading, sentence)")
        rows = (fault.as_data() for fault in self._waiting)
        self._store.executemany("INSERT INTO fault VALUES (?, ?, ?)", rows)
        self._waiting.clear()

    def __bool__(self) -> bool:
        return self.count > 0

    def __iter__(self) -> Iterator[Fault]:
        """The faults in the order of the file."""
        if self._store is None:
            return iter(sorted(self._waiting))
        self._put_away()
        rows = self._store.execute("SELECT * FROM fault ORDER BY line, heading, sentence")
        return (Fault(*row) for row in rows)

    def close(self) -> None:
        """Let go of the disk; the count stays."""
        self._waiting.clear()
        if self._store is not None:
            self._store.close()
