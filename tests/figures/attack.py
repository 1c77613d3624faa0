"""What a reader of all the public editions of a team can work out from them taken together."""

from collections.abc import Iterable

from samspel.figures.bound_counts import Counts, Relation, Suppression
from samspel.figures.disclosure import PublicFigures
from samspel.figures.edition import Edition
from samspel.figures.succession import CARRIED

PRIME = 2**61 - 1


def all_together(found: Iterable[PublicFigures]) -> tuple[Counts, Suppression]:
    """The cells of editions that follow one another as one table, with what the pages print.

    The end of a period and the start of the next are bound to be the same number. What is printed
    is asked for by address, as the pages do; before the first period there was nobody.
    """
    joint, small, others = Counts({}, []), set(), set()
    before: tuple[str, Edition] | None = None
    for each in found:
        mark, made = f"{each.period.label}/", each.for_the_next().made
        seen = set(made.counts.values) - made.counts.unseen
        for cell, value in made.counts.values.items():
            joint.values[mark + cell] = value
            shown = each.value(cell) if cell in seen else None
            if shown is None:
                joint.unseen.add(mark + cell)
            elif shown.withheld:
                (small if shown.below else others).add(mark + cell)
            else:
                assert shown.n == value, cell
        joint.relations += [_marked(relation, mark) for relation in made.counts.relations]
        joint.relations += _links(joint, before, mark, made)
        before = (mark, made)
    return joint, Suppression(frozenset(small), frozenset(others))


def _marked(relation: Relation, mark: str) -> Relation:
    return {mark + cell: sign for cell, sign in relation.items()}


def _links(
    joint: Counts, before: tuple[str, Edition] | None, mark: str, made: Edition
) -> list[Relation]:
    links: list[Relation] = []
    for ends, starts in CARRIED.items():
        for where in made.everyone_and_each():
            narrowed = "".join(f".{part}" for pair in where for part in pair)
            start = mark + starts + narrowed
            end = f"{before[0]}{ends}{narrowed}" if before else ""
            links.append({start: 1, end: -1} if end in joint.values else {start: 1})
    return links


def determined(counts: Counts, held: Suppression) -> set[str]:
    """Cells that are not printed and that the relations alone determine, by elimination.

    Counted modulo a large prime, in which a small determinant does not vanish.
    """
    free = {cell for cell in counts.values if held.withholds(cell) or cell in counts.unseen}
    pivots: dict[str, dict[str, int]] = {}
    for relation in counts.relations:
        row = {cell: sign % PRIME for cell, sign in relation.items() if cell in free}
        for cell in [cell for cell in row if cell in pivots]:
            if times := row.get(cell):
                _subtract(row, times, pivots[cell])
        if not row:
            continue
        lead = next(iter(row))
        inverse = pow(row[lead], -1, PRIME)
        row = {cell: entry * inverse % PRIME for cell, entry in row.items()}
        for other in pivots.values():
            if times := other.get(lead):
                _subtract(other, times, row)
        pivots[lead] = row
    return {lead for lead, row in pivots.items() if len(row) == 1}


def _subtract(row: dict[str, int], times: int, other: Relation) -> None:
    for cell, entry in other.items():
        left = (row.get(cell, 0) - times * entry) % PRIME
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)
