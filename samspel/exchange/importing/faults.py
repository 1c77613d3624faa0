"""What is wrong in a file, said by line and column."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


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


@dataclass(slots=True)
class Faults:
    """The faults found so far; all are counted, and the first ``keep`` are kept to be told.

    A million faulty rows would otherwise fill the memory.
    """

    keep: int = 10_000
    count: int = 0
    _kept: list[Fault] = field(default_factory=list)

    def add(self, line: int, column: str, sentence: object) -> None:
        """Note one fault."""
        self.count += 1
        if len(self._kept) < self.keep:
            self._kept.append(Fault(line, column, str(sentence)))

    def __bool__(self) -> bool:
        return self.count > 0

    def __iter__(self) -> Iterator[Fault]:
        """The kept faults in the order of the file."""
        return iter(sorted(self._kept))

    @property
    def left_out(self) -> int:
        """How many were counted but not kept."""
        return self.count - len(self._kept)
