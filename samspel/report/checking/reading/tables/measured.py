"""Ruled tables of means: a measure in every row, or one measure with a period in every row."""

import re
from collections.abc import Iterator, Sequence

from samspel.figures.address import parse_address
from samspel.figures.period import Period
from samspel.figures.values import MEDIAN, SIZE
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.period import period_named
from samspel.report.checking.reading.tables.columns import TOTAL, Table
from samspel.report.checking.reading.tables.named import gender_of
from samspel.report.checking.statement import Statement

_MEASURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("throughput_months", words("genomströmningstid*", "tid i insatsen")),
    ("public_support_months", words("tid* i offentlig försörjning*", "tid* i bidragsberoende*")),
    (
        "age_at_closing",
        words("ålder vid avslut*", "snittålder vid avslut*", "medelålder vid avslut*"),
    ),
)
_OF_RESULTS = words("till resultat")
_IN_YEARS, _AGE = words("år"), "age_at_closing"
_MEAN = words("medel", "medelvärde", "genomsnitt", "snitt", "alla", "månader")
_MEDIAN = words("median", "medianen")
_SIZE = words("antal", "antal personer", "antal deltagare", "antal till resultat", "n")
_LEAST_PERIODS = 2


def measured_statements(table: Table, period: Period | None) -> Iterator[Statement]:
    """The means of a table as figures; nothing where it is not clear whose means they are."""
    columns = [_statistic(table.head(column)) for column in range(table.width)]
    told = f"{table.caption} {table.head(-1)}"
    if _OF_RESULTS.search(told):
        for row in table.rows:
            measure = _measure(row.label)
            if measure:
                yield from _of_row(measure, row.label, row.cells, columns, "")
    elif (measure := _measure(table.caption)) is not None:
        yield from _of_series(table, measure, columns, period)


def _of_series(
    table: Table, measure: str, columns: Sequence[str | None], period: Period | None
) -> Iterator[Statement]:
    periods = [period_named(row.label) for row in table.rows]
    if len(periods) < _LEAST_PERIODS or None in periods:
        return
    for row, each in zip(table.rows, periods, strict=True):
        at = "" if each == period else f"@{each}"
        yield from _of_row(measure, " ".join(table.heads), row.cells, columns, at)


def _of_row(
    measure: str,
    unit: str,
    cells: Sequence[Printed | None],
    columns: Sequence[str | None],
    at: str,
) -> Iterator[Statement]:
    in_years = measure != _AGE and _IN_YEARS.search(unit) is not None
    for number, statistic in zip(cells, columns, strict=False):
        if number is not None and statistic is not None and number.unit != "percent":
            years = ".years" if in_years and statistic != f".{SIZE}" else ""
            yield Statement(parse_address(f"{measure}{statistic}{years}{at}"), number, "table")


def _statistic(head: str) -> str | None:
    """What a column holds, as the end of an address; None where its head is not known."""
    last = head.rpartition(",")[2].strip()
    gender = gender_of(last)  # before the months, which a scan writes like men
    if gender is not None:
        return f".gender.{gender}"
    if _MEDIAN.fullmatch(last):
        return f".{MEDIAN}"
    if _SIZE.fullmatch(last):
        return f".{SIZE}"
    return "" if TOTAL.fullmatch(last) or _MEAN.fullmatch(last) else None


def _measure(text: str) -> str | None:
    found = {measure for measure, form in _MEASURES if form.search(text)}
    return found.pop() if len(found) == 1 else None
