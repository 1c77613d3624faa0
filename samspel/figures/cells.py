"""The only place that asks a frame anything: small tables of cells, one query each.

Every episode of the period gets its keys, its flags and its values in one query; counts and values
are then tallied by any dimensions, by the engine where the rows are many and here where they are
few. Everything else is added up from those cells, so the same code serves a frame of ten rows and
one of ten million on any engine. What only the casework asks for is left out until it is asked for.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import compress
from typing import Any, Protocol

import narwhals as nw
import polars as pl

from samspel.figures.bands import AgeBand
from samspel.figures.codes import Outcome
from samspel.figures.definition import MeasureFigure
from samspel.figures.definitions import (
    COHORTS,
    PUBLIC_COHORTS,
    PUBLIC_MEASURES,
    WAY_COHORTS,
    WAY_MEASURES,
)
from samspel.figures.dimension_definitions import PUBLIC_DIMENSIONS
from samspel.figures.dimensions import DIMENSIONS
from samspel.figures.happenings import EVENT_DIMENSIONS
from samspel.figures.period import Period

Keys = tuple[str, ...]
ValueCell = tuple[Keys, int, int]


@dataclass(frozen=True, slots=True)
class Question:
    """What every query of one set of figures shares."""

    period: Period
    bands: Sequence[AgeBand]
    outcomes: Sequence[Outcome]

    def cohort(self, key: str) -> nw.Expr:
        """The filter of a cohort."""
        return COHORTS[key].expression(self.period, self.outcomes)

    def dimension(self, key: str) -> nw.Expr:
        """The key of an episode, or of an event, in a dimension."""
        if key in EVENT_DIMENSIONS:
            return EVENT_DIMENSIONS[key](self.period)
        return DIMENSIONS[key](self.period, self.bands)


def collected(frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
    """Fetch the rows of a small result from whichever engine holds it."""
    if frame.implementation.is_duckdb():
        return list(frame.to_native().fetchall())
    if frame.implementation.is_pyspark():
        return [tuple(row) for row in frame.to_native().collect()]
    return frame.collect().rows()


def _one_where(condition: nw.Expr) -> nw.Expr:
    """1 or 0 as a 64-bit number: a 32-bit sum wraps on some engines, and null must be 0."""
    return condition.cast(nw.Int64).fill_null(0)


class Part(Enum):
    """What is worked out together: what anybody may ask for, and all of the way."""

    PUBLIC = "public"
    WAY = "way"


_COUNTS = {Part.PUBLIC: tuple(PUBLIC_COHORTS), Part.WAY: (*PUBLIC_COHORTS, *WAY_COHORTS)}
_MEASURES = {
    Part.PUBLIC: tuple(PUBLIC_MEASURES),
    Part.WAY: (*PUBLIC_MEASURES, *WAY_MEASURES),
}
_MEASURE = {**PUBLIC_MEASURES, **WAY_MEASURES}


def part_of(figure: str, dimensions: Sequence[str]) -> Part:
    """What a figure is worked out with, where it is asked for by these dimensions."""
    known = figure in PUBLIC_COHORTS or figure in PUBLIC_MEASURES
    return Part.PUBLIC if known and set(dimensions) <= set(PUBLIC_DIMENSIONS) else Part.WAY


# Whoever is in any cohort is in one of these: a small part of a team's rows over the years.
EVERYONE = (
    *("worked_with", "closed", "referred", "in_queue_at_end"),
    *("visited", "withdrawn", "at_study_visit_at_end"),
)

FEW = 10_000
"""Rows in memory that are counted faster here than by asking for every small table."""


class Table(Protocol):
    """The rows of a period's cohorts, ready to be counted by any dimensions."""

    def counts(self, dimensions: Sequence[str]) -> list[tuple[Keys, dict[str, int]]]:
        """For each combination of keys, the size of each cohort; of at least one dimension."""

    def values(self, measure: MeasureFigure, dimensions: Sequence[str]) -> list[ValueCell]:
        """For each combination of keys and each whole-number value: keys, value, how many."""


class Asked:
    """A table that stays with its engine and is asked one query at a time."""

    def __init__(self, rows: nw.LazyFrame[Any], cohorts: Sequence[str]) -> None:
        self._rows = rows
        self._cohorts = cohorts

    def counts(self, dimensions: Sequence[str]) -> list[tuple[Keys, dict[str, int]]]:
        """As `Table.counts`."""
        keys, width = [f"by_{name}" for name in dimensions], len(dimensions)
        sums = self._rows.group_by(*keys).agg(nw.col(*(f"in_{key}" for key in self._cohorts)).sum())
        sized = [(row[:width], row[width:]) for row in collected(sums)]
        return [(keys, dict(zip(self._cohorts, sizes, strict=True))) for keys, sizes in sized]

    def values(self, measure: MeasureFigure, dimensions: Sequence[str]) -> list[ValueCell]:
        """As `Table.values`."""
        flag, raw = nw.col(f"in_{measure.cohort}"), f"raw_{measure.key}"
        rows = self._rows.filter(flag == 1, ~nw.col(raw).is_null())
        sizes = rows.group_by(*(f"by_{name}" for name in dimensions), raw).agg(size=nw.len())
        return [(tuple(row[:-2]), row[-2], row[-1]) for row in collected(sizes)]


class Held:
    """A table of few rows, fetched once."""

    def __init__(self, rows: pl.DataFrame, cohorts: Sequence[str]) -> None:
        self._columns = rows.to_dict(as_series=False)
        self._cohorts = cohorts

    def _keys(self, dimensions: Sequence[str]) -> Iterable[Keys]:
        return zip(*(self._columns[f"by_{name}"] for name in dimensions), strict=True)

    def counts(self, dimensions: Sequence[str]) -> list[tuple[Keys, dict[str, int]]]:
        """As `Table.counts`."""
        keys = list(self._keys(dimensions))
        sizes = {one: Counter(compress(keys, self._columns[f"in_{one}"])) for one in self._cohorts}
        return [(key, {one: sizes[one][key] for one in sizes}) for key in dict.fromkeys(keys)]

    def values(self, measure: MeasureFigure, dimensions: Sequence[str]) -> list[ValueCell]:
        """As `Table.values`."""
        pairs = zip(self._keys(dimensions), self._columns[f"raw_{measure.key}"], strict=True)
        sizes = Counter(compress(pairs, self._columns[f"in_{measure.cohort}"]))
        return [(keys, raw, size) for (keys, raw), size in sizes.items() if raw is not None]


def table(frame: nw.LazyFrame[Any], question: Question, part: Part) -> Table:
    """The rows of the period's cohorts, with their key in every dimension, a number for every
    count of the part and the value of every measure.

    In memory it is worked out here and now; other engines keep it lazy.
    """
    counts = _COUNTS[part]
    dimensions = PUBLIC_DIMENSIONS if part == Part.PUBLIC else tuple(DIMENSIONS)
    return _table(_flagged(frame, question, counts, dimensions, _MEASURES[part]), counts)


def table_for(
    frame: nw.LazyFrame[Any], question: Question, measure: str, dimensions: Sequence[str]
) -> Table:
    """As `table`, for the values of one measure: a window of a series is asked nothing else."""
    cohort = _MEASURE[measure].cohort
    return _table(_flagged(frame, question, (cohort,), dimensions, (measure,)), (cohort,))


def _table(rows: nw.LazyFrame[Any], cohorts: Sequence[str]) -> Table:
    if not rows.implementation.is_polars():
        return Asked(rows, cohorts)
    found: pl.DataFrame = rows.to_native().collect()
    few = found.height <= FEW
    return Held(found, cohorts) if few else Asked(nw.from_native(found).lazy(), cohorts)


def _flagged(
    frame: nw.LazyFrame[Any],
    question: Question,
    cohorts: Sequence[str],
    dimensions: Sequence[str],
    measures: Sequence[str],
) -> nw.LazyFrame[Any]:
    flags = {f"in_{key}": _one_where(question.cohort(key)) for key in cohorts}
    whole = [f"in_{key}" for key in EVERYONE if key in cohorts] or list(flags)
    keys = [question.dimension(name).alias(f"by_{name}") for name in dimensions]
    raws = [_MEASURE[name].raw(question.period).alias(f"raw_{name}") for name in measures]
    concerned = frame.with_columns(**flags).filter(nw.sum_horizontal(*whole) > 0)
    return concerned.select(*keys, *raws, *flags)


def episode_ids(
    frame: nw.LazyFrame[Any], condition: nw.Expr, others: Iterable[nw.Expr]
) -> list[str]:
    """The episodes for which every condition holds, in the order of their ids."""
    found = frame.filter(condition, *others).select("episode_id").sort("episode_id")
    return [row[0] for row in collected(found)]


def first_enrolment(frame: nw.LazyFrame[Any]) -> Any:
    """The first day anyone was enrolled, or ``None``."""
    rows = collected(frame.select(nw.col("enrolled_on").min()))
    return rows[0][0]
