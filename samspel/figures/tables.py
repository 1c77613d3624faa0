"""The figures as plain tables: for the terminal, and as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from samspel.figures.contract import BROKEN_DOWN_BY
from samspel.figures.definitions import (
    EVENT_MEASURES,
    EVENT_SHARES,
    EVENTS,
    MEASURES,
    PUBLIC_COHORTS,
    PUBLIC_MEASURES,
    PUBLIC_SHARES,
    SINCE_START,
    THROUGHPUT_SERIES,
    WAY_COHORTS,
    WAY_MEASURES,
    WAY_SHARES,
    dimensions_of,
)
from samspel.figures.dimension_definitions import DIMENSION_DEFINITIONS
from samspel.figures.period import rolling_years
from samspel.figures.printing import print_value
from samspel.figures.reach import reached, tells_of_the_way
from samspel.figures.reading import Reader
from samspel.figures.subjects import SUBJECTS
from samspel.figures.titles import ALL, figure_title, key_title, translated_key
from samspel.figures.values import Value
from samspel.figures.words import noop

Translate = Callable[[str], str]

COUNTS = noop("Participants")
TIMES_AND_AGES = noop("Times and ages")
THE_WAY = noop("The way through the team")
DAYS_ON_THE_WAY = noop("Days on the way")
RESULTS_TABLE = ("enrolled_at_start", "newly_enrolled", "closed", "enrolled_at_end", "worked_with")
STATISTIC_TITLES = {
    "mean": noop("Mean"),
    "median": noop("Median"),
    "n": noop("Number"),
    "youngest": noop("Youngest"),
    "oldest": noop("Oldest"),
}
UNIT_TITLES = {
    "months": noop("months"),
    "years": noop("years"),
    "days": noop("days"),
    "hours": noop("hours"),
    "share": noop("Share"),
}
FIGURE = noop("Figure")
TABLE = noop("Table")
COLUMN = noop("Column")
VALUE = noop("Value")


@dataclass(frozen=True, slots=True)
class Table:
    """A title, column heads (the first over the row titles), and rows of values."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Value, ...]], ...]


def tables(figures: Reader, translate: Translate = str) -> list[Table]:
    """Every figure of the period in tables. ``translate`` gives the reader's language."""
    genders = _genders(figures)
    found = [
        _counts(figures, translate, genders),
        _measures(figures, translate, TIMES_AND_AGES, genders, PUBLIC_MEASURES),
    ]
    found += [
        _breakdown(figures, translate, cohort, dimension)
        for cohort, dimensions in BROKEN_DOWN_BY.items()
        for dimension in dimensions
        if dimension != "gender"
    ]
    found += [*_way(figures, translate, genders), *_events(figures, translate, genders)]
    found.append(_series(figures, translate))
    return found if figures.starts_later else [*found, _since_start(figures, translate, genders)]


def _genders(figures: Reader) -> list[str]:
    occurring = {key for cohort in PUBLIC_COHORTS for key in figures.keys(cohort, "gender")}
    others = sorted(occurring - {"woman", "man"})
    return ["woman", "man", *others]


def _by_gender(
    figures: Reader,
    translate: Translate,
    genders: Sequence[str],
    addresses: Sequence[str],
    suffix: str = "",
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[Value, ...]], ...]]:
    heads = (translate(ALL), *(translate(key_title("gender", gender)) for gender in genders))
    rows = tuple(
        (
            translate(figure_title(address)),
            tuple(
                figures.value(f"{address}{narrowed}{suffix}")
                for narrowed in ("", *(f".gender.{gender}" for gender in genders))
            ),
        )
        for address in addresses
    )
    return (translate(FIGURE), *heads), rows


def _counts(figures: Reader, translate: Translate, genders: Sequence[str]) -> Table:
    heads, rows = _by_gender(figures, translate, genders, [*PUBLIC_COHORTS, *PUBLIC_SHARES])
    return Table(translate(COUNTS), heads, rows)


def _way(figures: Reader, translate: Translate, genders: Sequence[str]) -> list[Table]:
    """What only the casework sees, where there is anything of it."""
    if not tells_of_the_way(figures):
        return []
    heads, rows = _by_gender(figures, translate, genders, [*WAY_COHORTS, *WAY_SHARES])
    counts = Table(translate(THE_WAY), heads, rows)
    days = _measures(figures, translate, DAYS_ON_THE_WAY, genders, WAY_MEASURES)
    return [counts, days, _breakdown(figures, translate, "withdrawn", "withdrawal_reason")]


def _events(figures: Reader, translate: Translate, genders: Sequence[str]) -> list[Table]:
    """What only the casework sees of events, where there is anything of them."""
    found = []
    for subject in (each for each in SUBJECTS if each.tells(figures)):
        title = translate(subject.title)
        counted = [each for each in (*EVENTS, *EVENT_SHARES) if subject.has(each)]
        by_gender = [each for each in counted if "gender" in dimensions_of(each)]
        for addresses, columns in (
            (by_gender, genders),
            ([each for each in counted if each not in by_gender], ()),
        ):
            if addresses:
                found.append(Table(title, *_by_gender(figures, translate, columns, addresses)))
        found += [_breakdown(figures, translate, *pair) for pair in subject.breakdowns]
        if measures := [each for each in EVENT_MEASURES if subject.has(each)]:
            found.append(_measures(figures, translate, subject.title, genders, measures))
    return found


def _since_start(figures: Reader, translate: Translate, genders: Sequence[str]) -> Table:
    addresses = [*RESULTS_TABLE[1:], "closed_to_result", *PUBLIC_SHARES, *WAY_SHARES]
    heads, rows = _by_gender(figures, translate, genders, addresses, "@since_start")
    return Table(translate(SINCE_START.title), heads, rows)


def _measures(
    figures: Reader,
    translate: Translate,
    title: str,
    genders: Sequence[str],
    measures: Iterable[str],
) -> Table:
    """Means by every gender that occurs, so that they can be held against the mean of all."""
    statistics = ("mean", "median", "n")
    columns = (*statistics, *(f"gender.{gender}" for gender in genders))
    heads = (
        *(translate(STATISTIC_TITLES[name]) for name in statistics),
        *(translate(key_title("gender", gender)) for gender in genders),
    )
    rows = tuple(
        (
            f"{translate(figure.title)}, {translate(UNIT_TITLES[figure.unit])}",
            tuple(figures.value(f"{figure.key}.{column}") for column in columns),
        )
        for figure in map(MEASURES.__getitem__, measures)
    )
    return Table(translate(title), (translate(FIGURE), *heads), rows)


def _breakdown(figures: Reader, translate: Translate, cohort: str, dimension: str) -> Table:
    titles = (figure_title(cohort), DIMENSION_DEFINITIONS[dimension].title)
    heads = (titles[1], STATISTIC_TITLES["n"], UNIT_TITLES["share"])
    addresses = {key: f"{cohort}.{dimension}.{key}" for key in figures.keys(cohort, dimension)}
    rows = tuple(
        (
            translated_key(dimension, key, translate),
            (figures.value(address), figures.value(f"{address}.share")),
        )
        for key, address in addresses.items()
    )
    return Table(" – ".join(map(translate, titles)), tuple(map(translate, heads)), rows)


def _series(figures: Reader, translate: Translate) -> Table:
    rows = tuple(
        (
            window.label,
            (
                figures.value(f"throughput_months@{window}"),
                figures.value(f"throughput_months.n@{window}"),
            ),
        )
        for window in reached(figures, rolling_years(figures.period.end))
    )
    heads = (FIGURE, STATISTIC_TITLES["mean"], STATISTIC_TITLES["n"])
    return Table(translate(THROUGHPUT_SERIES.title), tuple(map(translate, heads)), rows)


def as_text(found: Sequence[Table], language: str = "sv") -> str:
    """The tables for a terminal: titles, aligned columns, numbers to the right."""
    blocks = []
    for table in found:
        rows = [
            (title, *(print_value(v, language) for v in values)) for title, values in table.rows
        ]
        widths = [max(map(len, column)) for column in zip(table.heads, *rows, strict=True)]
        lines = [_line(row, widths) for row in (table.heads, *rows)]
        blocks.append("\n".join([table.title, "─" * len(lines[0]), *lines]))
    return "\n\n".join(blocks) + "\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *numbers = row
    right = (number.rjust(width) for number, width in zip(numbers, widths[1:], strict=True))
    return "  ".join([first.ljust(widths[0]), *right])


def as_csv(found: Sequence[Table], language: str = "sv", translate: Translate = str) -> str:
    """The tables as CSV, one number a line: table, row, column, value as printed.

    Fields are separated by semicolons where the decimal mark is a comma, as spreadsheets there
    expect, and by commas elsewhere.
    """
    target = io.StringIO()
    separator = ";" if language.startswith("sv") else ","
    writer = csv.writer(target, delimiter=separator, lineterminator="\n")
    writer.writerow(map(translate, (TABLE, FIGURE, COLUMN, VALUE)))
    for table in found:
        for title, values in table.rows:
            for head, value in zip(table.heads[1:], values, strict=True):
                writer.writerow((table.title, title, head, print_value(value, language)))
    return target.getvalue()
