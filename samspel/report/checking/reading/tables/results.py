"""The results table: enrolled at the start, new, closed, outcomes, enrolled at the end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samspel.figures.address import SINCE_START, parse_address
from samspel.figures.period import Period
from samspel.report.checking.claims import Claim, Flow, Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.days import find_periods
from samspel.report.checking.reading.letters import squeezed, stems, words
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.prose.names import gender_of
from samspel.report.checking.reading.tables.columns import TOTAL
from samspel.report.checking.reading.tables.other_time import is_of_another_time
from samspel.report.checking.reading.tables.result_columns import (
    END,
    START,
    crossed,
    named,
    stacked,
)
from samspel.report.checking.reading.tables.result_days import Heading
from samspel.report.checking.source import Line
from samspel.report.checking.statement import Statement

_FEWEST = 5
_NUMBER = re.compile(r"(?<![^\s|])[0-9OoIl]+(?![^\s|])")
_ONLY_NUMBERS = re.compile(r"[\s|]*(?:[0-9OoIl]+[\s|]+)+[0-9OoIl]+[\s|]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = str.maketrans("OoIl", "0011")
_CAPTION = words("tabell*")
_RESULTS = stems("resultat", "inskriv", "avslut")
_SINCE = words("sedan starten", "sedan start*", "totalt sedan", "sedan teamet startade", "sedan*")
_REACH = 70
"""Lines above the numbers that a head can fill, one word a line and an empty one after each."""
_LONGEST_HEAD_LINE = 160
_LONGEST_CAPTION = 90


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of numbers under a head: the label before them, and one number a column."""

    line: Line
    label: str
    numbers: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """A results table: what stands over it, and its rows."""

    heading: Heading
    rows: tuple[_Row, ...]


def read_results(outline: Outline) -> Found:
    """Every results table of the report."""
    found = Found()
    for table in _tables(outline):
        found += _read(outline, table)
    return found


def _tables(outline: Outline) -> Iterator[_Table]:
    lines = [line for line in outline.source.lines if line.number not in outline.tables]
    taken: set[int] = set()
    for at, line in enumerate(lines):
        if line.number in taken:
            continue
        row = _row(line)
        table = _table(outline, lines, at, row) if row else None
        if table is not None:
            taken.update(each.line.number for each in table.rows)
            yield table


def _table(outline: Outline, lines: Sequence[Line], at: int, row: _Row) -> _Table | None:
    head = _head(outline, lines, at)
    columns = _columns(
        head, len(row.numbers), is_of_cells=bool(row.line.cells), has_label=bool(row.label)
    )
    if columns is None or "closed" not in columns:
        return None
    rows = [row]
    for line in lines[at + 1 :]:
        following = _row(line)
        if following is None or len(following.numbers) != len(row.numbers):
            break
        rows.append(following)
    first = head[0].number if head else row.line.number
    caption = _caption(outline, lines[:at], first)
    return _Table(Heading(caption, tuple(head), columns, int(bool(row.label))), tuple(rows))


def _row(line: Line) -> _Row | None:
    """A line of nothing but whole numbers, or a row of cells with a label before them."""
    label, start = "", 0
    first = line.cells[0].strip() if line.cells else ""
    if line.cells and (_YEAR.fullmatch(first) or not _NUMBER.fullmatch(first)):
        label, start = first, len(line.cells[0])
    rest = line.text[start:]
    if not _ONLY_NUMBERS.fullmatch(rest):
        return None
    numbers = tuple(_printed(line, match, start) for match in _NUMBER.finditer(rest))
    return _Row(line, label, numbers) if len(numbers) >= _FEWEST else None


def _printed(line: Line, match: re.Match[str], start: int) -> Printed:
    value = Decimal(match[0].translate(_LETTERS))
    return Printed(line.number, start + match.start(), start + match.end(), match[0], value)


def _head(outline: Outline, lines: Sequence[Line], at: int) -> list[Line]:
    """The lines between the caption, or what comes before the table, and the numbers."""
    head: list[Line] = []
    for line in reversed(lines[max(0, at - _REACH) : at]):
        if line.is_blank:
            continue
        if line.cells:
            return head or [line]
        if _ends_head(outline, line):
            break
        head.insert(0, line)
    return head


def _ends_head(outline: Outline, line: Line) -> bool:
    is_text = len(line.text) > _LONGEST_HEAD_LINE or line.text.rstrip().endswith((".", ":"))
    is_caption = _CAPTION.match(line.text.strip()) is not None
    return is_text or is_caption or line.number in outline.headings or bool(_row(line))


def _columns(
    head: Sequence[Line], size: int, *, is_of_cells: bool, has_label: bool
) -> tuple[str, ...] | None:
    if is_of_cells and len(head) == 1 and head[0].cells:
        return named(head[0].cells[has_label:])
    texts = [line.text for line in head]
    joined = re.sub(r"-\s+", "-", " ".join(texts))
    return stacked(joined, size) or crossed(texts, size)


def _caption(outline: Outline, lines: Sequence[Line], first: int) -> Line | None:
    """The last line above, where it speaks of results or says that they are of another time."""
    above = [line for line in lines if line.number < first and not line.is_blank]
    last = above[-1] if above else None
    if last is None or _RESULTS.search(squeezed(last.text)):
        return last
    text = last.text.strip()
    is_short = len(text) <= _LONGEST_CAPTION and not text.endswith(".")
    return last if is_short and is_of_another_time(text, outline.period) else None


def _read(outline: Outline, table: _Table) -> Found:
    heading = table.heading
    own = heading.is_of(outline.period)
    statements: list[Statement] = []
    claims: list[Claim] = list(heading.days()) if own else []
    for row in table.rows:
        cells = dict(zip(heading.columns, row.numbers, strict=True))
        claims += _claims(cells)
        period = _period_of(row, table, outline.period, own=own)
        if period is not None and (len(table.rows) == 1 or _is_known(row)):
            statements += _statements(cells, period, gender_of(row.label, ""))
    claims += _genders(table)
    lines = {line.number for line in heading.head} | {row.line.number for row in table.rows}
    return Found(tuple(statements), tuple(claims), frozenset(lines))


def _claims(cells: dict[str, Printed]) -> Iterator[Claim]:
    if {START, "newly_enrolled", "closed", END} <= cells.keys():
        yield Flow(cells[START], cells["newly_enrolled"], cells["closed"], cells[END])
    parts = tuple(
        number
        for address, number in cells.items()
        if address == "dropouts" or address.startswith("closed.outcome.")
    )
    has_the_rest = "closed.outcome.other" in cells
    if len(parts) > 2 and has_the_rest:
        yield Sum(cells["closed"], parts)


def _statements(cells: dict[str, Printed], period: str, gender: str | None) -> Iterator[Statement]:
    at = f"@{period}" if period else ""
    of = f".gender.{gender}" if gender else ""
    for address, number in cells.items():
        yield Statement(parse_address(f"{address}{of}{at}"), number, "table")


def _is_known(row: _Row) -> bool:
    """Whether the label says whom or when the row is of; of another nothing is told."""
    is_of_some_time = bool(
        _SINCE.search(row.label) or find_periods(row.label) or _YEAR.fullmatch(row.label)
    )
    return (
        not row.label
        or is_of_some_time
        or TOTAL.match(row.label) is not None
        or gender_of(row.label, "") is not None
    )


def _genders(table: _Table) -> Iterator[Claim]:
    """Each column of women and men, with that of all under or over them."""
    parts = [row for row in table.rows if gender_of(row.label, "")]
    wholes = [row for row in table.rows if TOTAL.match(row.label)]
    if len(parts) > 1 and len(wholes) == 1 and len(parts) + 1 == len(table.rows):
        for at, whole in enumerate(wholes[0].numbers):
            yield Sum(whole, tuple(row.numbers[at] for row in parts), is_total=True)


def _period_of(row: _Row, table: _Table, period: Period | None, *, own: bool) -> str | None:
    """What follows the address: nothing for the report's own period; None where it is unclear."""
    if _SINCE.search(row.label):
        return SINCE_START
    if told := find_periods(row.label):
        return "" if told[0].period == period else str(told[0].period)
    if _YEAR.fullmatch(row.label):
        return "" if period and row.label == period.label else None
    caption = table.heading.caption
    if caption and _SINCE.search(caption.text):
        return SINCE_START if len(table.rows) == 1 else None
    return "" if own else None
