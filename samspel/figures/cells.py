"""The only place that asks a frame anything: small tables of cells, one query each.

Counts come from one query per set of dimensions, for all cohorts at once; measures from one query
per measure, as how many episodes have each whole-number value. Everything else is added up from
those few cells, so the same code serves a frame of ten rows and one of ten million on any engine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from samspel.figures.bands import AgeBand
from samspel.figures.codes import Outcome
from samspel.figures.definition import MeasureFigure
from samspel.figures.definitions import COHORTS
from samspel.figures.dimensions import DIMENSIONS
from samspel.figures.period import Period

Keys = tuple[str, ...]


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
        """The key of an episode in a dimension."""
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
    return nw.when(condition).then(nw.lit(1, dtype=nw.Int64)).otherwise(nw.lit(0, dtype=nw.Int64))


def _keyed(question: Question, dimensions: Sequence[str]) -> list[nw.Expr]:
    return [question.dimension(name).alias(f"by_{name}") for name in dimensions]


# Whoever is in any cohort is in one of these: a small part of a team's rows over the years.
EVERYONE = ("worked_with", "closed", "referred", "in_queue_at_end")


def flagged(frame: nw.LazyFrame[Any], question: Question) -> nw.LazyFrame[Any]:
    """The rows of the period's cohorts, with their key in every dimension and a flag per cohort.

    In memory it is worked out here and now, to be grouped many times; other engines keep it lazy.
    """
    flags = [_one_where(question.cohort(key)).alias(f"in_{key}") for key in COHORTS]
    concerned = nw.any_horizontal(*(question.cohort(key) for key in EVERYONE), ignore_nulls=True)
    rows = frame.filter(concerned).select(*_keyed(question, tuple(DIMENSIONS)), *flags)
    return rows.collect().lazy() if rows.implementation.is_polars() else rows


def count_cells(
    rows: nw.LazyFrame[Any], dimensions: Sequence[str]
) -> list[tuple[Keys, dict[str, int]]]:
    """For each combination of keys, the size of every cohort.

    ``rows`` are flagged; ``dimensions`` is not empty.
    """
    keys = [f"by_{name}" for name in dimensions]
    cells = rows.group_by(*keys).agg(*(nw.col(f"in_{key}").sum() for key in COHORTS))
    width = len(keys)
    return [(row[:width], dict(zip(COHORTS, row[width:], strict=True))) for row in collected(cells)]


def measure_cells(
    frame: nw.LazyFrame[Any],
    question: Question,
    measure: MeasureFigure,
    dimensions: Sequence[str],
) -> list[tuple[Keys, int, int]]:
    """For each combination of keys and each whole-number value: keys, value, how many."""
    keys = [f"by_{name}" for name in dimensions]
    raw = measure.raw(question.period).alias("raw")
    cells = (
        frame.filter(question.cohort(measure.cohort))
        .select(*_keyed(question, dimensions), raw)
        .filter(~nw.col("raw").is_null())
        .group_by(*keys, "raw")
        .agg(nw.len().alias("episodes"))
    )
    return [(tuple(row[:-2]), row[-2], row[-1]) for row in collected(cells)]


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
