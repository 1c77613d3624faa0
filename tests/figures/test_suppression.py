"""What is withheld cannot be worked out, by algebra or by bounds."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspel.figures.bound_counts import Counts, Relation, Suppression
from samspel.figures.suppression import suppress

THRESHOLD = 5


def bounds(counts: Counts, held: Suppression) -> dict[str, tuple[int, int]]:
    """What a reader knows of each cell, tightened by every relation until nothing moves."""
    most = sum(counts.values.values()) + 1
    known = {}
    for cell, value in counts.values.items():
        if cell in held.small:
            known[cell] = (1, THRESHOLD - 1)
        elif cell in held.others or cell in counts.unseen:
            known[cell] = (0, most)
        else:
            known[cell] = (value, value)
    moving = True
    while moving:
        moving = False
        for relation in counts.relations:
            for cell, sign in relation.items():
                span = _tightened(relation, cell, sign, known)
                moving |= span != known[cell]
                known[cell] = span
    return known


def _tightened(
    relation: Relation, cell: str, sign: int, known: dict[str, tuple[int, int]]
) -> tuple[int, int]:
    """The span that the other cells of a relation leave to one."""
    low = high = 0
    for one, other in relation.items():
        if one != cell:
            ends = [-sign * other * end for end in known[one]]
            low, high = low + min(ends), high + max(ends)
    return max(low, known[cell][0]), min(high, known[cell][1])


def solvable(counts: Counts, held: Suppression) -> set[str]:
    """Withheld cells that the relations alone determine, by elimination on exact fractions."""
    free = [c for c in counts.values if held.withholds(c) or c in counts.unseen]
    rows = [[Fraction(relation.get(cell, 0)) for cell in free] for relation in counts.relations]
    pivots: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        left = row
        for column, pivot in pivots:
            left = _less(left, left[column], pivot)
        lead = next((number for number, entry in enumerate(left) if entry), None)
        if lead is not None:
            left = [entry / left[lead] for entry in left]
            pivots = [(column, _less(pivot, pivot[lead], left)) for column, pivot in pivots]
            pivots.append((lead, left))
    return {free[column] for column, row in pivots if sum(1 for entry in row if entry) == 1}


def _less(row: list[Fraction], times: Fraction, pivot: list[Fraction]) -> list[Fraction]:
    if not times:
        return row
    return [a - times * b for a, b in zip(row, pivot, strict=True)]


def table(cells: list[list[int]]) -> Counts:
    """A two-way table with its margins and total."""
    values: dict[str, int] = {"total": sum(map(sum, cells))}
    relations = []
    columns = range(len(cells[0]))
    for r, row in enumerate(cells):
        values[f"r{r}"] = sum(row)
        values |= {f"r{r}c{c}": row[c] for c in columns}
        relations.append({f"r{r}": 1, **{f"r{r}c{c}": -1 for c in columns}})
    for c in columns:
        values[f"c{c}"] = sum(row[c] for row in cells)
        relations.append({f"c{c}": 1, **{f"r{r}c{c}": -1 for r in range(len(cells))}})
    relations.append({"total": 1, **{f"r{r}": -1 for r in range(len(cells))}})
    relations.append({"total": 1, **{f"c{c}": -1 for c in columns}})
    cost = {name: 5 if "c" in name[1:] else 60 if name == "total" else 15 for name in values}
    return Counts(values, relations, cost=cost)


def sums(total: int, *parts: int) -> Counts:
    values = {"total": total, **{f"p{number}": part for number, part in enumerate(parts)}}
    relation = {name: 1 if name == "total" else -1 for name in values}
    return Counts(values, [relation], cost={"total": 60})


@pytest.mark.parametrize(
    ("counts", "small", "others"),
    [
        (sums(20, 0, 8, 12), set(), set()),
        (sums(20, 4, 6, 10), {"p0"}, {"p1"}),
        (sums(20, 4, 3, 13), {"p0", "p1"}, set()),
        (sums(3, 1, 1, 1), {"total", "p0", "p1", "p2"}, set()),
        (sums(12, 4, 4, 4), {"p0", "p1", "p2"}, {"total"}),
        (sums(2, 1, 1), {"total", "p0", "p1"}, set()),
        (sums(6, 1, 5), {"p0"}, {"total"}),
        (sums(0, 0, 0), set(), set()),
    ],
    ids=lambda part: str(part.values) if isinstance(part, Counts) else str(sorted(part)),
)
def test_small_cells_and_what_would_give_them_away(
    counts: Counts, small: set[str], others: set[str]
) -> None:
    held = suppress(counts, THRESHOLD)
    assert (set(held.small), set(held.others)) == (small, others)


def test_a_complement_that_nobody_prints_is_protected_too() -> None:
    counts = sums(23, 22, 1)
    counts.unseen.add("p1")
    held = suppress(counts, THRESHOLD)
    assert held.withholds("p0")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=2, max_size=4
        )
    )
)
def test_nothing_withheld_can_be_recovered(cells: list[list[int]]) -> None:
    counts = table(cells)
    held = suppress(counts, THRESHOLD)
    small = {cell for cell, value in counts.values.items() if 0 < value < THRESHOLD}
    assert small <= held.small | held.others
    assert not solvable(counts, held)
    known = bounds(counts, held)
    assert not [c for c in counts.values if held.withholds(c) and known[c][0] == known[c][1]]


def test_the_attack_finds_what_careless_withholding_leaves() -> None:
    counts = sums(20, 4, 6, 10)
    careless = Suppression(frozenset({"p0"}), frozenset())
    assert solvable(counts, careless) == {"p0"}
    assert bounds(counts, careless)["p0"] == (4, 4)
    three = Suppression(frozenset({"p0", "p1", "p2"}), frozenset())
    assert bounds(sums(12, 4, 4, 4), three)["p1"] == (4, 4)


def test_a_threshold_that_tells_the_number_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 3"):
        suppress(sums(1, 1), 2)
