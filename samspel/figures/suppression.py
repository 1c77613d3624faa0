"""Which cells of a set of counts must be withheld so that no small one can be worked out.

A cell is safe when there is another table that a reader could just as well be looking at: one in
which that cell has another value, every printed number stands, every relation holds, and every
withheld cell keeps to what its mark says. Showing such a table is proof against recovery by
linear algebra and by tight bounds alike. Cells are withheld until every withheld one has its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Relation = Mapping[str, int]
LOWEST_THRESHOLD = 3
SEARCH_STEPS = 400


@dataclass(slots=True)
class Counts:
    """Counts bound by relations.

    ``values``: every cell. ``relations``: coefficients of cells that add up to nothing, each 1 or
    -1. ``unseen``: cells never printed, but a reader can add them up. ``open_cells``: may be
    printed although small. ``cost``: what withholding a cell costs; the cheapest goes first.
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
    search = _Search(counts, threshold, set(kept_back), say_small=say_small)
    search.protect()
    search.give_back(set(kept_back))
    return Suppression(frozenset(search.marked), frozenset(search.withheld - search.marked))


class _Search:
    """The withheld cells so far, and the search for tables that could stand in their place."""

    def __init__(
        self, counts: Counts, threshold: int, kept_back: set[str], *, say_small: bool
    ) -> None:
        self.counts = counts
        self.threshold = threshold
        small = {cell for cell, value in counts.values.items() if 0 < value < threshold}
        self.sensitive = small - counts.open_cells
        seen_small = self.sensitive - counts.unseen
        self.withheld = seen_small | kept_back
        self.marked = seen_small - kept_back if say_small else set()
        self.tells = say_small
        self.of_cell: dict[str, list[Relation]] = defaultdict(list)
        for relation in counts.relations:
            for cell in relation:
                self.of_cell[cell].append(relation)

    def protect(self) -> None:
        """Withhold more cells until every sensitive one is safe."""
        waiting = sorted(self.sensitive | self.withheld)
        while waiting:
            cell = waiting[-1]
            if self.is_safe(cell):
                waiting.pop()
            elif chosen := self._cheapest_near(cell):
                self.withheld.add(chosen)
                waiting.insert(0, chosen)
            else:
                waiting.pop()

    def give_back(self, kept_back: set[str]) -> None:
        """Print again what turned out not to be needed, the dearest first."""
        extra = self.withheld - self.sensitive - kept_back
        for cell in sorted(extra, key=lambda one: (-self.counts.cost.get(one, 0), one)):
            self.withheld.discard(cell)
            near = {other for relation in self.of_cell[cell] for other in relation}
            touched = near & (self.withheld | self.sensitive)
            if not all(self.is_safe(other) for other in touched) or not self._all_safe():
                self.withheld.add(cell)

    def _all_safe(self) -> bool:
        return all(self.is_safe(cell) for cell in self.sensitive | self.withheld)

    def _cheapest_near(self, cell: str) -> str | None:
        """The cheapest printed cell in a relation with the cell, or with those withheld near it."""
        reached, edge = {cell}, [cell]
        while edge:
            near = {other for one in edge for relation in self.of_cell[one] for other in relation}
            printed = near - self.withheld - self.counts.unseen - self.counts.open_cells
            if printed:
                return min(printed, key=self._price)
            edge = sorted(near - reached)
            reached |= near
        return None

    def _price(self, cell: str) -> tuple[bool, int, int, str]:
        value = self.counts.values[cell]
        return value == 0, self.counts.cost.get(cell, 0), value, cell

    def may_hold(self, cell: str, value: int) -> bool:
        """Whether a reader could believe that the cell holds the value."""
        if cell in self.counts.unseen or (cell in self.withheld and not self.tells):
            return value >= 0
        if cell in self.marked:
            return 0 < value < self.threshold
        return cell in self.withheld and (value == 0 or value >= self.threshold)

    def is_safe(self, cell: str) -> bool:
        """Whether some believable table holds another value in the cell."""
        steps = range(1, self.threshold)
        moves = [step * sign for step in steps for sign in (1, -1)]
        # A complement of a big cell may have to jump over the values its mark rules out.
        value = self.counts.values[cell]
        moves += [-value] if value >= self.threshold else []
        return any(self._move(cell, move) for move in moves)

    def _move(self, cell: str, move: int) -> bool:
        if not self.may_hold(cell, self.counts.values[cell] + move):
            return False
        return self._repair({cell: move}, [SEARCH_STEPS])

    def _repair(self, moved: dict[str, int], steps: list[int]) -> bool:
        """Make every relation hold again, letting one more cell absorb each one that is broken."""
        broken = self._broken(moved)
        if broken is None:
            return True
        relation, excess = broken
        for cell, sign in relation.items():
            if cell in moved or not self._is_free(cell):
                continue
            steps[0] -= 1
            if steps[0] < 0:
                return False
            if self.may_hold(cell, self.counts.values[cell] - sign * excess):
                if self._repair({**moved, cell: -sign * excess}, steps):
                    return True
        return False

    def _is_free(self, cell: str) -> bool:
        return cell in self.withheld or cell in self.counts.unseen

    def _broken(self, moved: Mapping[str, int]) -> tuple[Relation, int] | None:
        for cell in moved:
            for relation in self.of_cell[cell]:
                excess = sum(sign * moved.get(one, 0) for one, sign in relation.items())
                if excess:
                    return relation, excess
        return None
