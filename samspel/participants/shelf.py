"""What a process keeps ready of the records: the frames used last, by the revision they show."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

KEPT = 64
Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")


class Shelf(Generic[Key, Kept]):
    """At most ``size`` things by key; the one that was not used for the longest time gives way."""

    def __init__(self, size: int = KEPT) -> None:
        self._size = size
        self._lock = Lock()
        self._kept: OrderedDict[Key, tuple[int, Kept]] = OrderedDict()

    def get(self, key: Key, revision: int, read: Callable[[], Kept]) -> Kept:
        """The thing as of the revision, read anew when another one was kept."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and kept[0] == revision:
                self._kept.move_to_end(key)
                return kept[1]
        found = read()
        with self._lock:
            self._kept[key] = (revision, found)
            self._kept.move_to_end(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return found
