"""Counts that are bound to each other by sums, and what may be told of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Relation = Mapping[str, int]
Moves = Mapping[str, int]


@dataclass(slots=True)
class Counts:
    """Counts bound by relations.

    ``values``: every cell. ``relations``: coefficients of cells that add up to nothing, each 1 or
    -1. ``unseen``: cells never printed, but a reader can add them up. ``open_cells``: may be
    known although small. ``guarded``: withheld whatever they hold, as if small. ``slack``: unseen
    cells that nobody needs to be kept from knowing. ``cost``: what withholding a cell costs.
    """

    values: dict[str, int]
    relations: list[Relation]
    unseen: set[str] = field(default_factory=set)
    open_cells: set[str] = field(default_factory=set)
    guarded: set[str] = field(default_factory=set)
    slack: set[str] = field(default_factory=set)
    cost: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inherited:
    """What the table before has told of the cells that both share, and how it needs them to move.

    ``printed``, ``small`` and ``others`` part the shared cells as they were told there.
    """

    printed: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    moves: tuple[Moves, ...] = ()

    @property
    def withheld(self) -> frozenset[str]:
        """The shared cells that were not printed."""
        return self.small | self.others


@dataclass(frozen=True, slots=True)
class Suppression:
    """``small`` cells may be printed as below the threshold, ``others`` only as withheld.

    ``tables`` are the other tables that protect them, each as its differences from the true one.
    """

    small: frozenset[str]
    others: frozenset[str]
    tables: tuple[Moves, ...] = ()

    def withholds(self, cell: str) -> bool:
        """Whether the cell's number is not printed."""
        return cell in self.small or cell in self.others


def with_what_follows(counts: Counts, known: set[str]) -> set[str]:
    """The known cells, and those that hold nobody because known ones around them say so."""
    found = set(known)
    reached = 0
    while len(found) > reached:
        reached = len(found)
        for relation in counts.relations:
            left = {cell: sign for cell, sign in relation.items() if cell not in found}
            if len(set(left.values())) == 1 and not any(counts.values[cell] for cell in left):
                found |= set(left)
    return found
