"""Reads the series of throughput times: one mean for each twelve months.

The windows stand beside each other (“period 1807-1906 1901-1912”, below them “månader 20,4 mån
17,8 mån”) or one below the other, each with its means. A series whose windows and numbers do not
go together one to one, or that is not said to be of throughput times, is left alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from samspel.figures.period import Period
from samspel.figures.values import SIZE
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.days import PeriodFound
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.numerals import numbers_in
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.period import windows_in
from samspel.report.checking.reading.tables.mean_words import (
    THROUGHPUT,
    WHOLE,
    Mean,
    address_of,
    group_of,
    unit_after,
)
from samspel.report.checking.source import Line
from samspel.report.checking.statement import Statement

_OWN_WORDS = words(
    *("period*", "månad*", "mån", "tolv", "år", "antal", "median*", "medel*", "snitt*", "i", "tid"),
    *("genomsnitt*", "*genomströmningstid*", "genomströmning", "totalt", "alla", "avslutade"),
    *("kvinnor", "män", "resultat", "till", "för", "helår*", "rullande", "per", "mätning*"),
)
_MONTHS = words("månad*", "mån")
_THROUGHPUT = words("*genomströmningstid*", "genomströmning")
_RESULTS_FIELD = "3"
_REACH = 4
"""Lines above a series in which it can be said what it is of."""
_LONGEST_CAPTION = 90
_LONGEST_ROW = 300
_MOST_WINDOWS = 60
"""More lines than this are no series, and looking at them again and again takes forever."""
_MOST_BLANK = 2
_EMPTY_CELL = re.compile(r"(?<=[\t|]) *[-–—] *(?=[\t|]|$)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a series: windows, numbers, and words that belong to such a table."""

    line: Line
    windows: tuple[PeriodFound, ...]
    numbers: tuple[Printed, ...]
    label: str


@dataclass(frozen=True, slots=True)
class _Value:
    """A number of a window: of whom, or which statistic."""

    of: str
    period: Period
    printed: Printed


@dataclass(frozen=True, slots=True)
class _Series:
    """What was read of a table, and the lines that hold it."""

    values: tuple[_Value, ...]
    rows: tuple[Line, ...]


def read_series(outline: Outline) -> Found:
    """Every series of throughput times."""
    lines = [
        line
        for line in outline.source.lines
        if not line.is_blank and line.number not in outline.tables
    ]
    rows = [_row(line) for line in lines]
    found = Found()
    at = 0
    while at < len(lines):
        series = _beside(rows, at) or _below(rows, at)
        if series is None:
            at += 1
            continue
        if _is_of_throughput(outline, lines, series):
            found += _found(outline.period, series)
        at += lines[at:].index(series.rows[-1]) + 1
    return found


def _row(line: Line) -> _Row | None:
    """The line as part of a series; None where it says anything else."""
    if len(line.text) > _LONGEST_ROW:
        return None
    windows = tuple(windows_in(line.text))
    text = _EMPTY_CELL.sub(lambda match: " " * len(match[0]), line.text)
    for window in windows:
        text = text[: window.start] + " " * (window.end - window.start) + text[window.end :]
    numbers = tuple(numbers_in(text, line.number))
    rest = text
    for number in numbers:
        unit, end = unit_after(text, number)
        if unit not in ("months", ""):
            return None
        rest = rest[: number.start] + " " * (end - number.start) + rest[end:]
    unknown = _OWN_WORDS.sub(" ", rest)
    if any(letter.isalnum() or letter == "%" for letter in unknown):
        return None
    return _Row(line, windows, numbers, rest)


def _beside(rows: Sequence[_Row | None], at: int) -> _Series | None:
    """Windows beside each other, or each on a line of its own, and below them their numbers."""
    heads = list(_following(rows, at, lambda row: bool(row.windows) and not row.numbers))
    windows = [window for row in heads for window in row.windows]
    if len(windows) < 2:
        return None
    values: list[_Value] = []
    taken = [row.line for row in heads]
    for group in _in_groups(rows, at + len(heads), taken[-1], len(windows)):
        name = _of(group[0].label)
        numbers = _in_cells(heads, group, windows)
        if name is None or numbers is None:
            break
        values += [
            _Value(name, window.period, number)
            for window, number in zip(windows, numbers, strict=True)
            if number is not None
        ]
        taken += [row.line for row in group]
    # numbers of people alone can be of anybody
    is_of_means = any(value.of != SIZE for value in values)
    return _Series(tuple(values), tuple(taken)) if is_of_means else None


def _in_groups(rows: Sequence[_Row | None], at: int, last: Line, size: int) -> Iterator[list[_Row]]:
    """Lines of numbers, taken together until there is one number for each window."""
    group: list[_Row] = []
    for row in rows[at : at + _MOST_WINDOWS]:
        if row is None or row.windows or not _is_near(last, row.line):
            return
        group.append(row)
        last = row.line
        told = sum(len(each.numbers) for each in group)
        if told >= size or (row.line.cells and told):
            yield group
            group = []


def _in_cells(
    heads: Sequence[_Row], group: Sequence[_Row], windows: Sequence[PeriodFound]
) -> list[Printed | None] | None:
    """The number of each window; None where they do not go together."""
    numbers = [number for row in group for number in row.numbers]
    if len(numbers) == len(windows):
        return list(numbers)
    if len(heads) > 1 or len(group) > 1 or not (heads[0].line.cells and group[0].line.cells):
        return None
    text, below = heads[0].line.text, group[0].line.text
    columns = {text.count("\t", 0, window.start): at for at, window in enumerate(windows)}
    cells: list[Printed | None] = [None] * len(windows)
    for number in numbers:
        column = columns.get(below.count("\t", 0, number.start))
        if column is None or cells[column] is not None:
            return None
        cells[column] = number
    is_whole = len(heads[0].line.cells) == len(group[0].line.cells)
    return cells if is_whole else None


def _below(rows: Sequence[_Row | None], at: int) -> _Series | None:
    """Windows one below the other, each with its mean; tables of more columns are others' work."""
    body = list(_following(rows, at, lambda row: len(row.windows) == 1 and len(row.numbers) == 1))
    if len(body) < 2:
        return None
    values = tuple(_Value(WHOLE, row.windows[0].period, row.numbers[0]) for row in body)
    return _Series(values, tuple(row.line for row in body))


def _following(
    rows: Sequence[_Row | None], at: int, is_such: Callable[[_Row], bool]
) -> Iterator[_Row]:
    """The lines from a place on that are of a kind and stand near each other."""
    last: _Row | None = None
    for row in rows[at : at + _MOST_WINDOWS]:
        if row is None or not is_such(row) or (last and not _is_near(last.line, row.line)):
            return
        yield row
        last = row


def _is_near(line: Line, following: Line) -> bool:
    return following.number - line.number <= _MOST_BLANK + 1


def _found(period: Period | None, series: _Series) -> Found:
    """The numbers of the windows that are as long as most: another length is somebody's slip."""
    lengths = Counter(value.period.whole_months for value in series.values)
    usual = lengths.most_common(1)[0][0]
    kept = [value for value in series.values if value.period.whole_months == usual]
    statements = tuple(_statement(period, value) for value in kept)
    is_clear = usual is not None and len({each.address for each in statements}) == len(kept)
    lines = frozenset(line.number for line in series.rows)
    return Found(statements if is_clear else (), lines=lines)


def _statement(period: Period | None, value: _Value) -> Statement:
    address = address_of(THROUGHPUT, Mean(value.of, value.printed, "months"))
    window = None if value.period == period else str(value.period)
    return Statement(replace(address, period=window), value.printed, "table")


def _is_of_throughput(outline: Outline, lines: Sequence[Line], series: _Series) -> bool:
    """Whether the series says so itself, or what stands above it.

    A series of months without a caption is one where the results are told of a report that speaks
    of throughput times.
    """
    first = lines.index(series.rows[0])
    above = list(reversed(lines[max(0, first - _REACH) : first]))
    if any(_THROUGHPUT.search(line.text) for line in series.rows):
        return True
    for line in above:
        if _THROUGHPUT.search(line.text):
            return True
        if line.number in outline.headings or not _is_caption(line):
            break
        if not _is_part_of_head(line):
            return False
    in_months = any(_MONTHS.search(line.text) for line in series.rows)
    is_told = any(_THROUGHPUT.search(line.text) for line in outline.source.lines)
    is_result = outline.part_of(series.rows[0].number).field == _RESULTS_FIELD
    return in_months and is_told and is_result


def _is_caption(line: Line) -> bool:
    """Whether a line says what is below it, and is no running text."""
    text = line.text.strip()
    return len(text) <= _LONGEST_CAPTION and not text.endswith(".")


def _is_part_of_head(line: Line) -> bool:
    row = _row(line)
    return row is not None and not row.numbers


def _of(label: str) -> str | None:
    """Whose mean a label tells, or which statistic; None where it is neither."""
    return group_of(label.strip()) or (
        WHOLE if not label.strip() or _MONTHS.search(label) or _THROUGHPUT.search(label) else None
    )
