"""Which cells of a set of counts must be withheld so that no small one can be worked out.

A cell is safe when there is another table that a reader could just as well be looking at: one in
which that cell has another value, every printed number stands, every relation holds, and every
withheld cell keeps to what its mark says. Having such a table is proof against recovery by linear
algebra and by tight bounds alike. It is looked for cell by cell; where it has to change printed
numbers, the cheapest such numbers are withheld. Withholding more never makes a safe cell unsafe,
so one round is enough.

Very small tables may have no such table as long as small cells are marked as small. Then nothing
is marked. If even that leaves a cell without one, every cell tied to it that is not zero is
withheld: the table with all those doubled is then as believable as the true one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

Relation = Mapping[str, int]
LOWEST_THRESHOLD = 3
SEARCH_STEPS = 3000
MOVE_COST = 1
BROKEN_COST = 3


@dataclass(slots=True)
class Counts:
    """Counts bound by relations.

    ``values``: every cell. ``relations``: coefficients of cells that add up to nothing, each 1 or
    -1. ``unseen``: cells never printed, but a reader can add them up. ``open_cells``: may be
    known although small. ``cost``: what withholding a cell costs.
    """

    values: dict[str, int]
    relations: list[Relation]
    unseen: set[str] = field(default_factory=set)
    open_cells: set[str] = field(default_factory=set)
    cost: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suppression:
    """``small`` cells may be printed as below the threshold, ``others`` only as withheld."""

    small: frozenset[str]
    others: frozenset[str]

    def withholds(self, cell: str) -> bool:
        """Whether the cell's number is not printed."""
        return cell in self.small or cell in self.others


def suppress(
    counts: Counts, threshold: int, *, kept_back: Iterable[str] = (), say_small: bool = True
) -> Suppression:
    """Choose the cells to withhold.

    ``kept_back`` are withheld whatever they hold. With ``say_small`` false no cell is marked as
    below the threshold. Raises ``ValueError`` for a threshold under 3: below it, "under the
    threshold" would tell the number itself.
    """
    if threshold < LOWEST_THRESHOLD:
        raise ValueError(f"The threshold must be at least {LOWEST_THRESHOLD}, not {threshold}.")
    for marks in (True, False) if say_small else (False,):
        reader = _Reader(counts, threshold, set(kept_back), say_small=marks)
        reader.protect_all()
        if not reader.stuck:
            break
    return Suppression(frozenset(reader.marked), frozenset(reader.withheld - reader.marked))


def _order(counts: Counts, cell: str) -> tuple[int, int, str]:
    """The most detailed cells first: what protects them often protects their totals too."""
    return counts.cost.get(cell, 0), counts.values[cell], cell


@dataclass(frozen=True, slots=True)
class _Other:
    """Another table, as its differences from the true one, and the relations still broken."""

    moved: Mapping[str, int]
    broken: Mapping[int, int]
    price: int

    @property
    def promise(self) -> int:
        return self.price + MOVE_COST * len(self.moved) + BROKEN_COST * len(self.broken)


class _Reader:
    """What a reader of the withheld cells so far could believe."""

    def __init__(
        self, counts: Counts, threshold: int, kept_back: set[str], *, say_small: bool
    ) -> None:
        self.counts = counts
        self.threshold = threshold
        small = {cell for cell, value in counts.values.items() if 0 < value < threshold}
        self.sensitive = small - counts.open_cells
        self.marked = (self.sensitive - counts.unseen - kept_back) if say_small else set()
        self.withheld = (self.sensitive - counts.unseen) | kept_back
        self.tells = say_small
        self.safe: set[str] = set()
        self.stuck = False
        self.relations_of: dict[str, list[int]] = defaultdict(list)
        for number, relation in enumerate(counts.relations):
            for cell in relation:
                self.relations_of[cell].append(number)

    def protect_all(self) -> None:
        """Protect every cell that must be; with marks, stop at the first that cannot be."""
        order = sorted(self.sensitive | self.withheld, key=lambda one: _order(self.counts, one))
        for cell in order:
            if cell not in self.safe and not (self.stuck and self.tells):
                self._protect(cell)

    def _protect(self, cell: str) -> None:
        """Find another table for the cell, and withhold the printed cells that it changes."""
        other = self._other_table(cell)
        self.stuck |= other is None
        changed = set(other.moved) if other else self._all_bound_to(cell)
        self.withheld |= changed - self.counts.unseen - self.counts.open_cells
        self.safe |= changed

    def _all_bound_to(self, cell: str) -> set[str]:
        """Every cell but zero that a chain of others ties to this one: when no less will do."""
        reached, edge = {cell}, {cell}
        while edge:
            numbers = {number for one in edge for number in self.relations_of[one]}
            near = {one for number in numbers for one in self.counts.relations[number]}
            edge = {one for one in near - reached if self.counts.values[one]}
            reached |= edge
        return reached

    def _other_table(self, cell: str) -> _Other | None:
        """The cheapest believable table with another value in the cell, by best-first search."""
        start = _Other({}, {}, 0)
        waiting: list[tuple[int, int, _Other]] = []
        ties = count()
        for move in self._first_moves(cell):
            if other := self._with(start, cell, move):
                heappush(waiting, (other.promise, next(ties), other))
        tried = set()
        for _ in range(SEARCH_STEPS):
            if not waiting:
                return None
            other = heappop(waiting)[2]
            if not other.broken:
                return other
            key = frozenset(other.moved.items())
            if key not in tried:
                tried.add(key)
                for following in self._repairs(other):
                    heappush(waiting, (following.promise, next(ties), following))
        return None

    def _first_moves(self, cell: str) -> Iterator[int]:
        for step in range(1, self.threshold):
            yield from (step, -step)
        if self.counts.values[cell] >= self.threshold:
            yield -self.counts.values[cell]

    def _repairs(self, other: _Other) -> Iterator[_Other]:
        """Tables in which one more cell makes up for a broken relation: the one hardest to mend."""
        choices: list[_Other] | None = None
        for number, excess in other.broken.items():
            found = [
                mended
                for cell, sign in self.counts.relations[number].items()
                if cell not in other.moved
                if (mended := self._with(other, cell, -sign * excess))
            ]
            if choices is None or len(found) < len(choices):
                choices = found
        yield from choices or []

    def _with(self, other: _Other, cell: str, move: int) -> _Other | None:
        """The table with one more cell changed, or ``None`` if no reader could believe it."""
        if not self._may_hold(cell, self.counts.values[cell] + move):
            return None
        broken = dict(other.broken)
        for number in self.relations_of[cell]:
            excess = broken.pop(number, 0) + self.counts.relations[number][cell] * move
            if excess:
                broken[number] = excess
        return _Other({**other.moved, cell: move}, broken, other.price + self._price(cell))

    def _price(self, cell: str) -> int:
        hidden = cell in self.withheld or cell in self.counts.unseen
        return 0 if hidden else self.counts.cost.get(cell, 1)

    def _may_hold(self, cell: str, value: int) -> bool:
        """Whether a reader could believe that the cell, printed now or not, holds the value.

        A withheld cell without a mark is none or at least the threshold, or it would have one.
        """
        if cell in self.counts.unseen:
            return value >= 0
        if cell in self.counts.open_cells:
            return False
        if cell in self.marked:
            return 0 < value < self.threshold
        if not self.tells:
            return value >= 0
        if self.counts.values[cell] == 0 and cell not in self.withheld:
            return False
        return value == 0 or value >= self.threshold
