"""A public edition as cells: every count that it may print, under one name for one number.

Every key that a breakdown could have is a cell, also where nobody has it: a zero that is printed
is known, and one that is withheld stands beside what it protects.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from samspel.figures.address import Address, Where
from samspel.figures.bound_counts import Counts, Relation
from samspel.figures.codes import NOT_RESULT, OPEN, RESULT, dropout_codes, result_codes
from samspel.figures.compute import Figures
from samspel.figures.definitions import PUBLIC_COHORTS, PUBLIC_MEASURES, PUBLIC_SHARES
from samspel.figures.dimension_definitions import PUBLIC_DIMENSIONS
from samspel.figures.dimensions import canonical_order, in_order

# Withholding a whole costs most, a cell of a two-way table least.
COSTS = (60, 15, 5)
CLOSED = ("closed", "completed", "closed_to_result", "dropouts")
WHOLES = (
    "enrolled_at_start",
    "newly_enrolled",
    "referred",
    "closed",
    "enrolled_at_end",
    "worked_with",
    "in_queue_at_end",
)


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of the outcomes an edition tells.

    ``outcomes`` is whether they are told at all, or only result and not result; ``crossed``
    whether they are told by gender too; ``results_by_gender`` whether even the completed, the
    dropouts and the results are.
    """

    outcomes: bool = True
    crossed: bool = True
    results_by_gender: bool = True


@dataclass(slots=True)
class Edition:
    """The counts as a table of cells, and how much of the outcomes is told.

    ``genders`` are all that this or an earlier period has.
    """

    figures: Figures
    detail: Detail
    genders: tuple[str, ...]
    counts: Counts = field(default_factory=lambda: Counts({}, []))

    def everyone_and_each(self) -> list[Where]:
        """Everybody, and each gender."""
        return [(), *((("gender", key),) for key in self.genders)]

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """The keys that a breakdown could have, in the order they are shown."""
        order = canonical_order(dimension, self.figures.bands, self.figures.outcomes)
        if dimension == "gender":
            return in_order(self.genders, order)
        possible = {key for key in order if key != OPEN}
        return in_order(sorted(possible | set(self.figures.keys(cohort, dimension))), order)

    def cell(self, cohort: str, where: Where) -> str | None:
        """The cell that holds a count, ``None`` when the edition has no such cell."""
        name = cell_name(self.figures, cohort, where)
        return name if name in self.counts.values and name not in self.counts.unseen else None

    def add(self, cohort: str, where: Where, *, seen: bool = True) -> str:
        """Put a count among the cells; returns its name."""
        name = cell_name(self.figures, cohort, where)
        if name not in self.counts.values:
            value = self.figures.size(cohort, where)
            self.put(name, value, cost=COSTS[len(where)], seen=seen)
        return name

    def put(self, name: str, value: int, *, cost: int = 0, seen: bool = True) -> str:
        """Put a number among the cells under a name of its own."""
        self.counts.values[name] = value
        self.counts.cost[name] = cost
        if not seen:
            self.counts.unseen.add(name)
        return name

    def relate(self, whole: Iterable[str], parts: Iterable[str]) -> None:
        """State that the cells of ``whole`` and of ``parts`` have the same sum."""
        relation: dict[str, int] = {}
        for sign, names in ((1, whole), (-1, parts)):
            for name in names:
                relation[name] = relation.get(name, 0) + sign
        stated: Relation = {name: sign for name, sign in relation.items() if sign}
        if stated:
            self.counts.relations.append(stated)


def may_be_told(address: Address) -> bool:
    """Whether the public edition has the figure and its breakdowns at all."""
    figures = (PUBLIC_COHORTS, PUBLIC_SHARES, PUBLIC_MEASURES)
    dimensions = {dimension for dimension, _ in address.where}
    return any(address.figure in each for each in figures) and dimensions <= set(PUBLIC_DIMENSIONS)


def cell_name(figures: Figures, cohort: str, where: Where) -> str:
    """One name for one number: a result's outcome is the same cell in every cohort around it."""
    keys = dict(where)
    outcome = keys.get("outcome")
    if cohort in CLOSED and outcome == RESULT:
        del keys["outcome"]
        cohort = "closed_to_result"
    elif cohort in CLOSED and outcome is not None and outcome != NOT_RESULT:
        results, lost = result_codes(figures.outcomes), dropout_codes(figures.outcomes)
        holds = {
            "closed": outcome != OPEN,
            "completed": outcome not in lost,
            "dropouts": outcome in lost,
            "closed_to_result": outcome in results,
        }
        cohort = "closed" if holds[cohort] else cohort
    return str(Address(cohort, tuple(sorted(keys.items()))))
