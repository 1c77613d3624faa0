"""What the rows and columns of a table have to do with each other: totals and what is left.

Nothing is claimed on a label's word alone: a total must add up in some column, a difference in
some other row. What then does not fit is claimed all the same, so that the checks can tell it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from samspel.report.checking.claims import Difference, Sum
from samspel.report.checking.printed import HALF, Printed
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.tables.columns import Row, Table

_PART_OF_A_PART = words("varav", "därav")
_LEAST_PARTS, _MOST_COLUMNS = 2, 10
_LEAST_ROWS, _LEAST_ROWS_UNNAMED = 2, 3
_MOST_ROWS_UNNAMED = Decimal("0.75")
_NEAR = 5
"""A total that is off by a fifth or more is a total of something else."""
_AMOUNT = 1000
"""Numbers of people are less and exact; amounts were perhaps rounded one by one."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Columns: what is left is the whole less all that is taken."""

    whole: int
    taken: tuple[int, ...]
    left: int


def is_level(whole: Printed, parts: Sequence[Printed]) -> bool:
    """Whether the parts make up the whole but for the rounding of each."""
    largest = max(abs(number.value) for number in (whole, *parts))
    exact = whole.step == 1 and whole.unit == "" and largest < _AMOUNT
    room = Decimal(0) if exact else whole.step * HALF * (len(parts) + 1)
    added = sum((part.value for part in parts), Decimal(0))
    return abs(whole.value - added) <= room


def column_sums(table: Table, columns: Sequence[int]) -> Iterator[Sum]:
    """The totals of some columns, where the total row is one and not a number of another kind."""
    totals = list(_totals(table))
    for total, sections in totals:
        tried = [
            [found for at in columns if (found := _sum(table, total, rows, at)) is not None]
            for rows in sections
        ]
        best = max(tried, key=_good)
        is_lone = len(tried[0]) == 1 and len(totals) == 1
        if best and _good(best) * 2 >= len(best):
            yield from best
        elif is_lone or _misses_both_ways(tried[0]):
            yield from tried[0]


def _good(sums: Sequence[Sum]) -> int:
    """How many add up."""
    return sum(is_level(each.whole, each.parts) for each in sums)


def _misses_both_ways(sums: Sequence[Sum]) -> bool:
    """Some totals too large and some too small: no row that was not read explains that."""
    off = [sum(part.value for part in each.parts) - each.whole.value for each in sums]
    near = all(abs(by) * _NEAR < abs(each.whole.value) for by, each in zip(off, sums, strict=True))
    return near and any(by > 0 for by in off) and any(by < 0 for by in off)


def _totals(table: Table) -> Iterator[tuple[Row, list[list[Row]]]]:
    """Each total row with the rows that it can be the total of, the likeliest first."""
    above: list[Row] = []
    since: list[Row] = []
    totals: list[Row] = []
    for at, row in enumerate(table.rows):
        if not row.is_total:
            if not _PART_OF_A_PART.match(row.label):
                above.append(row)
                since.append(row)
            continue
        if since:
            sections = [since, above, [*totals, *since]] if totals else [above]
        else:
            below = [each for each in table.rows[at + 1 :] if not each.is_total]
            sections = [below] if at == 0 else []
        if sections:
            yield row, [list(rows) for rows in sections]
        totals.append(row)
        since = []


def _sum(table: Table, total: Row, rows: Sequence[Row], column: int) -> Sum | None:
    whole = total.cells[column] if column < len(total.cells) else None
    parts = table.column(column, rows)
    is_read = all(row.is_read and column not in row.withheld for row in (total, *rows))
    is_whole = len(parts) >= _LEAST_PARTS and is_read
    if whole is None or not is_whole or any(part.unit != whole.unit for part in parts):
        return None
    return Sum(whole, parts, is_total=True)


def relations_of(table: Table, is_left: Callable[[int], bool]) -> list[Relation]:
    """The differences between columns that the table's rows confirm.

    ``is_left`` tells of a column whether its head says that it is what is left.
    """
    columns = table.amounts
    found: list[Relation] = []
    if len(columns) > _MOST_COLUMNS:
        return found
    for left in columns:
        others = [column for column in columns if column != left]
        named = is_left(left)
        if named or (left == columns[-1] and not any(map(is_left, columns))):
            best = max(
                _candidates(others, left), key=lambda each: _support(table, each), default=None
            )
            if best is not None and _is_confirmed(table, best, named=named):
                found.append(best)
    return found


def _candidates(others: Sequence[int], left: int) -> Iterator[Relation]:
    for whole in others:
        rest = [column for column in others if column != whole]
        for size in (1, 2):
            for taken in combinations(rest, size):
                yield Relation(whole, taken, left)


def _support(table: Table, relation: Relation) -> tuple[int, int]:
    """In how many rows it holds, and fewer columns before more."""
    rows = list(differences(table, relation))
    return sum(map(_holds, rows)), -len(relation.taken)


def _is_confirmed(table: Table, relation: Relation, *, named: bool) -> bool:
    rows = list(differences(table, relation))
    good = sum(map(_holds, rows))
    if named:
        return good >= _LEAST_ROWS and good * 2 >= len(rows)
    return good >= _LEAST_ROWS_UNNAMED and good >= len(rows) * _MOST_ROWS_UNNAMED


def _holds(claim: Difference) -> bool:
    return is_level(claim.whole, [*claim.taken, claim.left])


def differences(table: Table, relation: Relation) -> Iterator[Difference]:
    """The relation in every row that has all its numbers and takes something away."""
    for row in table.rows:
        if not row.is_read or len(row.cells) < table.width:
            continue
        whole, left = row.cells[relation.whole], row.cells[relation.left]
        taken = tuple(cell for at in relation.taken if (cell := row.cells[at]) is not None)
        if whole and left and len(taken) == len(relation.taken) and any(t.value for t in taken):
            yield Difference(whole, taken, left)


def total_differences(table: Table, relation: Relation) -> Iterator[Difference]:
    """The relation in total rows that leave the cells of what is taken empty.

    The rows above are then what is taken; it is claimed where one of the total rows confirms it.
    """
    found: list[Difference] = []
    rows = [row for row in table.rows if not row.is_total]
    if not all(row.is_read and len(row.cells) == table.width for row in rows):
        return
    taken = tuple(cell for at in relation.taken for cell in table.column(at, rows))
    for row in table.rows:
        if row.is_total and len(row.cells) == table.width:
            whole, left = row.cells[relation.whole], row.cells[relation.left]
            if whole and left and not any(row.cells[at] for at in relation.taken):
                found.append(Difference(whole, taken, left))
    if any(map(_holds, found)):
        yield from found


def differences_across(
    of_wholes: Table, whole: int, table: Table, taken: int, left: int
) -> Iterator[Difference]:
    """Rows with the same label in two tables: the whole in one, what is taken and left in another.

    Nothing where the rows do not confirm it.
    """
    wholes = {row.label.lower(): row.cells[whole] for row in of_wholes.rows if row.is_read}
    found = []
    for row in table.rows:
        cells = wholes.get(row.label.lower()), row.cells[taken], row.cells[left]
        if row.is_read and cells[0] and cells[1] and cells[2]:
            found.append(Difference(cells[0], (cells[1],), cells[2]))
    good = sum(map(_holds, found))
    if good >= _LEAST_ROWS and good * 2 >= len(found):
        yield from found
