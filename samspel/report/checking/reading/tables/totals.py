"""Which rows and columns of a ruled table are totals of the others.

A total is claimed where its words leave no doubt, or where most of the totals beside it add up:
people who are counted in several rows make no sum, and no cell is held against its own table on
the strength of that cell alone.
"""

from collections.abc import Iterator, Sequence

from samspel.report.checking.claims import Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import squeezed, stems, words
from samspel.report.checking.reading.tables.columns import TOTAL, Row, Table
from samspel.report.checking.reading.tables.relations import is_level

_SURE_TOTAL = words("total*", "summa*", "sum", "s:a", "sammanlagt")
_PART_OF_A_PART = words("varav", "därav")
_NO_SUM = words(
    *("median*", "medel*", "snitt*", "genomsnitt*", "*ålder", "andel*", "*grad", "kvot*"),
    *("procent*", "yngst*", "äldst*", "spridning*", "skillnad*"),
)
_PEOPLE = stems("deltagare", "personer", "unika", "individer")
_GENDERS = words("kvinn*", "män", "man", "annat kön", "annat", "uppgift saknas", "flick*", "pojk*")
_SEVERAL = stems("flera sorter", "räknas vid var", "räknas i var", "flera gånger", "i flera")
_KINDS = stems("grupp", "aktivitet", "insats", "behov", "hinder", "önskemål", "kontakt")
"""What one person can have several of: a total of people is then less than its rows."""
_LEAST_PARTS, _LEAST_UNSURE = 2, 3
_MOST_ROWS = 30
"""In a longer table no row is thought to gather others."""
_MOST = 2 / 3


def has_no_sum(text: str) -> bool:
    """Whether a head or label names a mean, a share or an age, which nobody adds up."""
    return _NO_SUM.search(text) is not None


def is_gender(text: str) -> bool:
    """Whether a head or label is one of the genders."""
    return _GENDERS.fullmatch(text.strip()) is not None


def total_row(table: Table) -> Row | None:
    """The last row that says that it is a total."""
    return next((row for row in reversed(table.rows) if row.is_total), None)


def counted_columns(table: Table) -> list[int]:
    """The columns of numbers that are counted: no shares, means or ages."""
    return [
        column
        for column in range(table.width)
        if not has_no_sum(table.head(column))
        and (cells := table.column(column, table.rows))
        and sum(number.unit == "percent" for number in cells) * 2 < len(cells)
    ]


def column_totals(table: Table, note: str = "") -> Iterator[Sum]:
    """The total row against the rows above it, where the row is their total."""
    total = total_row(table)
    if total is None:
        return
    rows = [
        row
        for row in table.rows[: table.rows.index(total)]
        if not row.is_total and not has_no_sum(row.label) and not _PART_OF_A_PART.match(row.label)
    ]
    several = _SEVERAL.search(squeezed(note)) or _KINDS.search(squeezed(table.head(-1)))
    sure = not several and (_SURE_TOTAL.match(total.label) is not None or _are_apart(rows))
    columns = [
        column
        for column in counted_columns(table)
        if sure or not _PEOPLE.search(squeezed(table.head(column)))
    ]
    without = reversed(range(len(rows) if len(rows) <= _MOST_ROWS else 0))
    for choice in [rows, *([*rows[:at], *rows[at + 1 :]] for at in without)]:
        sums = _sums(table, total, choice, columns)
        if _are_claimed(sums, sure=sure and choice is rows):
            yield from sums
            return


def _are_apart(rows: Sequence[Row]) -> bool:
    """Whether nobody can be in two of the rows: genders, or bands of age."""
    return all(is_gender(row.label) for row in rows) or all(row.label[:1].isdigit() for row in rows)


def _sums(table: Table, total: Row, rows: Sequence[Row], columns: Sequence[int]) -> list[Sum]:
    found: list[Sum] = []
    if total.withheld:  # whole rows may have been left out then
        return found
    for column in columns:
        if any(column in row.withheld for row in rows):
            continue
        whole = total.cells[column] if column < len(total.cells) else None
        parts = table.column(column, rows)
        if whole is not None and len(parts) >= _LEAST_PARTS and len({p.unit for p in parts}) == 1:
            found.append(Sum(whole, parts, is_total=True))
    return found


def _are_claimed(sums: Sequence[Sum], *, sure: bool) -> bool:
    good = sum(is_level(each.whole, each.parts) for each in sums)
    if sure:
        return len(sums) == 1 or (bool(sums) and good * 2 >= len(sums))
    telling = sum(is_level(s.whole, s.parts) and _is_telling(s) for s in sums)
    return len(sums) >= _LEAST_UNSURE and good >= len(sums) * _MOST and telling > 0


def _is_telling(claim: Sum) -> bool:
    """Whether more than one part is there at all: 4 = 4 + 0 says little."""
    return sum(part.value != 0 for part in claim.parts) > 1


def row_totals(table: Table) -> Iterator[Sum]:
    """The total columns against the columns that they add up, in every row."""
    counted = counted_columns(table)
    for whole, parts in _total_columns(table, counted):
        sums = [
            claim
            for row in table.rows
            if not has_no_sum(row.label) and (claim := _across(row, whole, parts)) is not None
        ]
        good = sum(is_level(each.whole, each.parts) for each in sums)
        telling = sum(is_level(s.whole, s.parts) and _is_telling(s) for s in sums)
        sure = _SURE_TOTAL.search(table.head(whole)) is not None
        sure |= all(is_gender(table.head(part)) for part in parts)
        if telling and good >= len(sums) * (1 / 2 if sure else _MOST):
            yield from sums


def _across(row: Row, whole: int, parts: Sequence[int]) -> Sum | None:
    if row.withheld & {whole, *parts}:
        return None
    if max(whole, *parts) >= len(row.cells):
        return None
    total, cells = row.cells[whole], [row.cells[part] for part in parts]
    found: tuple[Printed, ...] = tuple(cell for cell in cells if cell is not None)
    if total is None or len(found) < _LEAST_PARTS or len({c.unit for c in (total, *found)}) > 1:
        return None
    return None if total.unit == "percent" else Sum(total, found, is_total=True)


def _total_columns(table: Table, counted: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Each total column with its parts: to its left since the total before, or to its right."""
    since: list[int] = []
    for at, column in enumerate(counted):
        head = table.head(column)
        if not _is_total_head(head):
            since.append(column)
            continue
        following = [*counted[at + 1 :]]
        stop = next((n for n, c in enumerate(following) if _is_total_head(table.head(c))), None)
        parts = since or (following[:stop] if stop else following)
        if len(parts) >= _LEAST_PARTS:
            yield column, parts
        since = []
    yield from _of_genders(table, counted)


def _is_total_head(head: str) -> bool:
    last = head.rpartition(",")[2].strip()
    return TOTAL.match(last) is not None


def _of_genders(table: Table, counted: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """“Antal, andel, kvinnor, män”: the number of all before those of the genders."""
    genders = [column for column in counted if is_gender(table.head(column))]
    others = [column for column in counted if column not in genders]
    is_whole = words("antal*").match(table.head(others[0])) if len(others) == 1 else None
    if is_whole and len(genders) >= _LEAST_PARTS:
        yield others[0], genders
