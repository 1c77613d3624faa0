"""Which cells of a set of counts must be withheld so that no small one can be worked out.

A cell is safe when there is another table that a reader could just as well be looking at: one in
which that cell has another value, every printed number stands, every relation holds, and every
withheld cell keeps to what its mark says. Having such a table is proof against recovery by linear
algebra and by tight bounds alike. It is looked for cell by cell; where it has to change printed
numbers, the cheapest such numbers are withheld. Withholding more never makes a safe cell unsafe,
so one round is enough.

Very small tables may have no such table as long as small cells are marked as small. Then those
around the cell are *silent*: neither they nor the zeros among them say what they hold.

Tables that follow one another share cells: what one period ends with the next begins with. The
next table takes over what the one before told of them (``Inherited``) and never moves them, but
for what the other tables there needed: each such move is answered here by another table in which
the shared cells move just so. Other tables then go on through all that follow.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from samspel.figures.bound_counts import Counts, Inherited, Moves, Suppression, with_what_follows

LOWEST_THRESHOLD = 3
SEARCH_STEPS = 3000
MOVE_COST = 1
BROKEN_COST = 3
SILENT_COST = 1


def suppress(
    counts: Counts,
    threshold: int,
    *,
    kept_back: Iterable[str] = (),
    say_small: bool = True,
    inherited: Inherited | None = None,
) -> Suppression:
    """Choose the cells to withhold.

    ``kept_back`` are withheld whatever they hold. With ``say_small`` false no cell is marked as
    below the threshold. Raises ``ValueError`` for a threshold under 3: below it, "under the
    threshold" would tell the number itself.
    """
    if threshold < LOWEST_THRESHOLD:
        raise ValueError(f"The threshold must be at least {LOWEST_THRESHOLD}, not {threshold}.")
    inherited = inherited or Inherited()
    silent = set() if say_small else set(counts.values)
    while True:
        reader = _Reader(counts, threshold, set(kept_back), silent, inherited)
        stuck = reader.protect_all()
        if not stuck:
            break
        silent |= reader.around(stuck)
    return Suppression(
        frozenset(reader.marked), frozenset(reader.withheld - reader.marked), tuple(reader.tables)
    )


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


_TRUE = _Other({}, {}, 0)


class _Reader:
    """What a reader of the withheld cells so far could believe."""

    def __init__(
        self,
        counts: Counts,
        threshold: int,
        kept_back: set[str],
        silent: set[str],
        inherited: Inherited,
    ) -> None:
        self.counts = counts
        self.threshold = threshold
        self.silent = silent
        self.inherited = inherited
        self.known = with_what_follows(counts, counts.open_cells | inherited.printed)
        small = {cell for cell, value in counts.values.items() if 0 < value < threshold}
        self.sensitive = (small | counts.guarded) - self.known - inherited.withheld - counts.slack
        shown = self.sensitive - counts.unseen
        self.marked = (shown & small) - kept_back - silent | inherited.small
        self.withheld = shown | kept_back | inherited.withheld
        self.safe: set[str] = set()
        self.tables: list[Moves] = []
        self.relations_of: dict[str, list[int]] = defaultdict(list)
        for number, relation in enumerate(counts.relations):
            for cell in relation:
                self.relations_of[cell].append(number)

    def protect_all(self) -> set[str]:
        """Protect every cell that must be; returns those around which more must be silent."""
        for moves in self.inherited.moves:
            if stuck := self._protect(set(moves), [self._moved(moves)]):
                return stuck
        order = sorted(
            (self.sensitive | self.withheld) - self.inherited.withheld,
            key=lambda one: _order(self.counts, one),
        )
        for cell in order:
            if cell not in self.safe and (stuck := self._protect({cell}, self._first(cell))):
                return stuck
        return set()

    def _protect(self, cells: set[str], starts: Iterable[_Other]) -> set[str]:
        """Find another table from one of ``starts``; withhold the printed cells that it changes.

        Where all around is silent, the inherited cells may also have moved as the table before
        needs it anyhow; and where even that gives no table, all around is withheld.
        """
        other = self._other_table(starts)
        if other is None and not self.around(cells) <= self.silent:
            return cells
        if other is None:
            bases = [self._moved(moves) for moves in self.inherited.moves]
            other = self._other_table(
                start for cell in sorted(cells) for start in self._first(cell, bases)
            )
        changed = set(other.moved) if other else self._tied_to(cells)
        if other:
            self.tables.append(other.moved)
        self.withheld |= changed - self.counts.unseen - self.known
        self.safe |= changed
        return set()

    def around(self, cells: set[str]) -> set[str]:
        """The cells and those that they are tied to, as far as these are still to be silent.

        One step further each time, so that no more than needed falls silent.
        """
        reached = set(cells)
        while reached <= self.silent:
            further = self._near(reached)
            if further <= reached:
                break
            reached |= further
        return reached | self._near(reached)

    def _tied_to(self, cells: set[str]) -> set[str]:
        reached = set(cells)
        while not (further := self._near(reached)) <= reached:
            reached |= further
        return reached

    def _near(self, cells: set[str]) -> set[str]:
        """The cells that share a relation with some of these and can move."""
        numbers = {number for cell in cells for number in self.relations_of[cell]}
        near = {cell for number in numbers for cell in self.counts.relations[number]}
        return near - self.known - self.inherited.withheld

    def _other_table(self, starts: Iterable[_Other]) -> _Other | None:
        """The cheapest believable table from one of the starts, by best-first search."""
        waiting: list[tuple[int, int, _Other]] = []
        ties = count()
        for start in starts:
            heappush(waiting, (start.promise, next(ties), start))
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

    def _first(self, cell: str, bases: Iterable[_Other] = (_TRUE,)) -> Iterator[_Other]:
        """The cell with another value, and nothing yet that makes up for it."""
        value = self.counts.values[cell]
        moves = [sign * step for step in range(1, self.threshold) for sign in (1, -1)]
        if value >= self.threshold:
            moves.append(-value)
        elif value == 0:
            moves.append(self.threshold)
        for move in moves:
            if self._may_hold(cell, value + move):
                yield from (self._with(base, cell, move) for base in bases)

    def _moved(self, moves: Moves) -> _Other:
        """The table in which the inherited cells have moved, and nothing else yet."""
        other = _TRUE
        for cell, move in moves.items():
            other = self._with(other, cell, move)
        return other

    def _repairs(self, other: _Other) -> Iterator[_Other]:
        """Tables in which one more cell makes up for a broken relation: the one hardest to mend."""
        choices: list[_Other] | None = None
        for number, excess in other.broken.items():
            found = [
                self._with(other, cell, -sign * excess)
                for cell, sign in self.counts.relations[number].items()
                if cell not in other.moved
                if self._may_hold(cell, self.counts.values[cell] - sign * excess)
            ]
            if choices is None or len(found) < len(choices):
                choices = found
        yield from choices or []

    def _with(self, other: _Other, cell: str, move: int) -> _Other:
        """The table with one more cell changed."""
        broken = dict(other.broken)
        for number in self.relations_of[cell]:
            excess = broken.pop(number, 0) + self.counts.relations[number][cell] * move
            if excess:
                broken[number] = excess
        return _Other({**other.moved, cell: move}, broken, other.price + self._price(cell))

    def _price(self, cell: str) -> int:
        """What it costs that the cell cannot be printed; little where little is told anyhow."""
        if cell in self.withheld or cell in self.counts.unseen:
            return 0
        return SILENT_COST if cell in self.silent else self.counts.cost.get(cell, 1)

    def _may_hold(self, cell: str, value: int) -> bool:
        """Whether a reader could believe that the cell, printed now or not, holds the value.

        A withheld cell without a mark is none or at least the threshold, or it would have one;
        a silent one can hold anything.
        """
        if cell in self.known or cell in self.inherited.withheld:
            return False
        if cell in self.counts.unseen or cell in self.silent:
            return value >= 0
        if cell in self.marked:
            return 0 < value < self.threshold
        if self.counts.values[cell] == 0 and cell not in self.withheld:
            return False
        return value == 0 or value >= self.threshold
