"""The numbers of events of one period, frame by frame: what nobody asks for is not worked out.

Each row of a frame gets its keys, a number for every figure and the value of every measure in one
query; all else is tallied from that, as `cells.py` does with episodes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Any, Protocol

import narwhals as nw
import polars as pl

from samspel.figures import cells
from samspel.figures.cells import Keys, Question, ValueCell, collected
from samspel.figures.definition import EventFigure, MeasureFigure
from samspel.figures.definitions import EVENT_MEASURES, EVENTS, dimensions_of
from samspel.figures.events import Events
from samspel.figures.happenings import HAPPENINGS, Rows, happened

EPISODE = "episode_id"
Sized = tuple[Keys, int]


class EventTable(Protocol):
    """The rows of one frame, ready to be counted by any of its dimensions, or by none."""

    def counts(self, figure: EventFigure, dimensions: Sequence[str]) -> list[Sized]:
        """For each combination of keys, the number of events."""

    def values(self, measure: MeasureFigure, dimensions: Sequence[str]) -> list[ValueCell]:
        """For each combination of keys and each whole-number value: keys, value, how many."""


class AskedEvents:
    """A table that stays with its engine and is asked one query at a time."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def counts(self, figure: EventFigure, dimensions: Sequence[str]) -> list[Sized]:
        """As `EventTable.counts`."""
        keys, flag = [f"by_{name}" for name in dimensions], nw.col(f"in_{figure.key}")
        rows, number = self._rows.filter(flag > 0), flag.sum()
        if figure.once_for is not None:
            rows, number = rows.select(*figure.once_for, *keys).unique(), nw.len()
        if not keys:
            return [((), row[0] or 0) for row in collected(rows.select(n=number))]
        return [(tuple(row[:-1]), row[-1]) for row in collected(rows.group_by(*keys).agg(n=number))]

    def values(self, measure: MeasureFigure, dimensions: Sequence[str]) -> list[ValueCell]:
        """As `EventTable.values`."""
        flag, raw = nw.col(f"in_{measure.cohort}"), f"raw_{measure.key}"
        rows = self._rows.filter(flag > 0, ~nw.col(raw).is_null())
        sizes = rows.group_by(*(f"by_{name}" for name in dimensions), raw).agg(size=nw.len())
        return [(tuple(row[:-2]), row[-2], row[-1]) for row in collected(sizes)]


class HeldEvents:
    """A table of few rows, fetched once."""

    def __init__(self, rows: pl.DataFrame) -> None:
        self._height = rows.height
        self._columns: Mapping[str, list[Any]] = rows.to_dict(as_series=False)

    def _keys(self, dimensions: Sequence[str]) -> Iterable[Keys]:
        columns = [self._columns[f"by_{name}"] for name in dimensions]
        return zip(*columns, strict=True) if columns else [()] * self._height

    def counts(self, figure: EventFigure, dimensions: Sequence[str]) -> list[Sized]:
        """As `EventTable.counts`."""
        numbers = self._columns[f"in_{figure.key}"]
        pairs = zip(self._keys(dimensions), self._once(figure, numbers), strict=True)
        found = compress(pairs, numbers)
        sizes: Counter[Keys] = Counter()
        for keys, number in found if figure.once_for is None else set(found):
            sizes[keys] += number if figure.once_for is None else 1
        return list(sizes.items())

    def _once(self, figure: EventFigure, numbers: list[Any]) -> Iterable[Any]:
        """What a row adds; or what it is, where equal rows count as one."""
        if figure.once_for is None:
            return numbers
        return zip(*(self._columns[name] for name in figure.once_for), strict=True)

    def values(self, measure: MeasureFigure, dimensions: Sequence[str]) -> list[ValueCell]:
        """As `EventTable.values`."""
        pairs = zip(self._keys(dimensions), self._columns[f"raw_{measure.key}"], strict=True)
        sizes = Counter(compress(pairs, self._columns[f"in_{measure.cohort}"]))
        return [(keys, raw, size) for (keys, raw), size in sizes.items() if raw is not None]


class EventNumbers:
    """What is counted of events in the period of a question, of the episodes that are given."""

    def __init__(self, episodes: Rows, events: Events, question: Question) -> None:
        self._episodes = episodes
        self._events = events
        self._question = question
        self._frames: Mapping[str, Any] | None = None
        self._tables: dict[str, EventTable | None] = {}
        self._counts: dict[tuple[str, tuple[str, ...]], list[Sized]] = {}

    def counts(self, figure: str, dimensions: tuple[str, ...]) -> list[Sized]:
        """For each combination of keys that occurs, the number of events of a figure."""
        if (figure, dimensions) not in self._counts:
            table = self._table(EVENTS[figure].frame)
            found = table.counts(EVENTS[figure], dimensions) if table else []
            self._counts[figure, dimensions] = found
        return self._counts[figure, dimensions]

    def values(self, measure: str, dimensions: tuple[str, ...]) -> list[ValueCell]:
        """For each combination of keys and each value of a measure, how many events have it."""
        figure = EVENT_MEASURES[measure]
        table = self._table(EVENTS[figure.cohort].frame)
        return table.values(figure, dimensions) if table else []

    def ids(self, figure: str, column: str, others: Iterable[nw.Expr]) -> list[str]:
        """What a column names in the events of a figure for which every condition holds, sorted."""
        counted = EVENTS[figure]
        rows = self._happened(counted.frame)
        if rows is None or not (HAPPENINGS[counted.frame].of_episodes or column != EPISODE):
            return []
        found = rows.filter(self._number(counted) > 0, *others)
        return [row[0] for row in collected(found.select(column).unique().sort(column))]

    def _happened(self, frame: str) -> Rows | None:
        if self._frames is None:
            self._frames = self._events(self._question.period.end)
        period = self._question.period
        return happened(self._frames, HAPPENINGS[frame], self._episodes, period)

    def _number(self, figure: EventFigure) -> nw.Expr:
        """What a row adds to a figure, as a 64-bit number: null must be 0."""
        amount = nw.lit(1, dtype=nw.Int64) if figure.amount is None else figure.amount
        held = figure.expression(self._question.period).fill_null(value=False)
        return nw.when(held).then(amount).otherwise(nw.lit(0, dtype=nw.Int64)).fill_null(0)

    def _table(self, frame: str) -> EventTable | None:
        if frame not in self._tables:
            rows = self._happened(frame)
            self._tables[frame] = None if rows is None else _table(self._flagged(frame, rows))
        return self._tables[frame]

    def _flagged(self, frame: str, rows: Rows) -> Rows:
        """The rows that any figure counts, with all that is asked of them."""
        figures = [each for each in EVENTS.values() if each.frame == frame]
        flags = {f"in_{each.key}": self._number(each) for each in figures}
        dimensions = dict.fromkeys(name for each in figures for name in dimensions_of(each.key))
        keys = [self._question.dimension(name).alias(f"by_{name}") for name in dimensions]
        raws = [
            each.raw(self._question.period).alias(f"raw_{each.key}")
            for each in EVENT_MEASURES.values()
            if EVENTS[each.cohort].frame == frame
        ]
        once = dict.fromkeys(name for each in figures for name in each.once_for or ())
        concerned = rows.with_columns(**flags).filter(nw.sum_horizontal(*flags) > 0)
        return concerned.select(*once, *keys, *raws, *flags)


def _table(rows: Rows) -> EventTable:
    if not rows.implementation.is_polars():
        return AskedEvents(rows)
    found: pl.DataFrame = rows.to_native().collect()
    few = found.height <= cells.FEW
    return HeldEvents(found) if few else AskedEvents(nw.from_native(found).lazy())
