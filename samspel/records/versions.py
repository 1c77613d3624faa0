"""How two who write at the same time never overwrite each other: a record counts its savings."""

from collections.abc import Mapping
from typing import Any, Protocol


class Versioned(Protocol):
    """A record that counts how often it was saved."""

    @property
    def version(self) -> int: ...


class ChangedMeanwhileError(Exception):
    """Somebody else saved the record after the writer had opened it; nothing was saved."""

    def __init__(self, row: Versioned) -> None:
        super().__init__("the record was changed meanwhile")
        self.row = row


def must_be(version: int, found: Versioned) -> None:
    """Raise ChangedMeanwhileError when it is no longer the ``version`` that the writer saw."""
    if found.version != version:
        raise ChangedMeanwhileError(found)


def set_values(row: object, values: Mapping[str, Any]) -> list[str]:
    """Set the fields and return the names of those that changed, sorted."""
    changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, values[name])
    return changed
