"""What is wrong in a ledger's file, said by line; and a file that cannot be read at all."""

from collections.abc import Iterator
from typing import NamedTuple

KEPT = 100
"""As many as a page shows; of the others it is told how many they are."""
_SHOWN = 40


class FileRefused(Exception):
    """The file cannot be read at all; the message is one sentence for whoever gave it."""


class CellRefused(Exception):
    """A text is no day or amount; the message is one sentence."""


class Fault(NamedTuple):
    """One thing wrong: the line of the file, from 1, and a sentence."""

    line: int
    sentence: str


class Faults:
    """The faults found so far: all are counted, and the first `KEPT` are kept."""

    def __init__(self) -> None:
        self.count = 0
        self._kept: list[Fault] = []

    def add(self, line: int, sentence: object) -> None:
        """Note one fault."""
        self.count += 1
        if len(self._kept) < KEPT:
            self._kept.append(Fault(line, str(sentence)))

    def __bool__(self) -> bool:
        return self.count > 0

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._kept)


def shown(text: object) -> str:
    """A text that is safe and short enough to repeat in a sentence."""
    spaced = (" " if c.isspace() else c for c in str(text))
    plain = "".join(c if c.isprintable() else "·" for c in spaced)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"
