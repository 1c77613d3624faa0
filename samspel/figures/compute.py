"""The figures of a team and a period, exact. Everything that shows a number asks here."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import narwhals as nw
import polars as pl

from samspel.figures import cells
from samspel.figures.address import (
    PREVIOUS,
    SINCE_START,
    YEAR_BEFORE,
    Address,
    Where,
    parse_address,
    share_of,
)
from samspel.figures.answer import answer
from samspel.figures.bands import DEFAULT_BANDS, AgeBand
from samspel.figures.codes import NOT_RESULT, OPEN, OUTCOMES, RESULT, Outcome, result_codes
from samspel.figures.definitions import (
    COUNTS,
    EVENTS,
    MEASURES,
    SHARES,
)
from samspel.figures.dimensions import canonical_order, in_order
from samspel.figures.events import Events, no_events, tallied
from samspel.figures.frame import DERIVED, episode_frame
from samspel.figures.period import Period, parse_period, rolling_years
from samspel.figures.values import Count, Mean, Sensitivity, SeriesPoint, Share, Value

NOTEWORTHY = Fraction(1, 10)
MOST_PEOPLE_ASK = ("gender",)

_Sizes = tuple[cells.Keys, dict[str, int]]


def team_rows(frame: Any, team: str | None) -> nw.LazyFrame[Any]:
    """One team's rows of any engine's frame; bare records in a Polars frame are derived first.

    Rows that are in memory already are picked once here, not by every query again.
    """
    if isinstance(frame, pl.DataFrame):
        frame = frame if team is None else frame.filter(pl.col("team") == team)
        frame = frame if set(DERIVED) <= set(frame.columns) else episode_frame(frame)
        team = None
    rows: nw.LazyFrame[Any] = nw.from_native(frame).lazy()
    return rows if team is None else rows.filter(nw.col("team") == team)


class Figures:
    """Every figure of one team and period, computed when asked for and kept.

    ``frame`` has the columns of ``frame.SCHEMA`` and ``frame.DERIVED``, as a Polars, DuckDB or
    PySpark frame or lazy frame. ``team`` ``None`` takes every team in it. ``started_on`` is the
    day the team started, for the figures since the start. ``events`` gives the frames beside the
    episodes, when a figure is asked for that counts events.
    """

    def __init__(
        self,
        frame: Any,
        *,
        team: str | None,
        period: Period,
        bands: Sequence[AgeBand] = DEFAULT_BANDS,
        started_on: date | None = None,
        outcomes: Sequence[Outcome] = OUTCOMES,
        events: Events = no_events,
    ) -> None:
        self._events = events
        self._tallied: nw.LazyFrame[Any] | None = None
        self._frame = team_rows(frame, team)
        self.team = team
        self.period = period
        self.bands = tuple(bands)
        self.started_on = started_on
        self.outcomes = tuple(outcomes)
        self._question = cells.Question(period, self.bands, self.outcomes)
        self._tables: dict[cells.Part, cells.Table] = {}
        self._counts: dict[tuple[cells.Part, tuple[str, ...]], list[_Sizes]] = {}
        self._measures: dict[tuple[str, ...], list[tuple[cells.Keys, int, int]]] = {}
        self._others: dict[Period, Figures] = {period: self}

    def for_period(self, period: Period) -> "Figures":
        """The same team's figures of another period."""
        if period not in self._others:
            other = Figures(
                self._frame,
                team=None,
                period=period,
                bands=self.bands,
                started_on=self.started_on,
                outcomes=self.outcomes,
                events=self._events,
            )
            other.team, other._others = self.team, self._others
            self._others[period] = other
        return self._others[period]

    def since_start(self) -> "Figures":
        """Figures from the day the team started, or its first enrolment, to the period's end."""
        start = self.started_on or cells.first_enrolment(self._frame) or self.period.start
        return self.for_period(Period(min(start, self.period.end), self.period.end))

    @property
    def starts_later(self) -> bool:
        """Whether the team is known to have started after the period: nothing is since then."""
        return self.started_on is not None and self.started_on > self.period.end

    def at(self, period: str | None) -> "Figures":
        """Figures of the period that an address names after its ``@``."""
        if period is None:
            return self
        if period == SINCE_START:
            return self.since_start()
        if period == PREVIOUS:
            return self.for_period(self.period.previous())
        if period == YEAR_BEFORE:
            return self.for_period(self.period.year_before())
        return self.for_period(parse_period(period))

    def value(self, address: str) -> Value:
        """The number at any address. Raises ``ValueError`` for one that cannot be read."""
        parsed = parse_address(address)
        return replace(answer(self.at(parsed.period), parsed.here()), address=address)

    def count(self, address: str) -> Count:
        """A count, perhaps narrowed; of a measure, how many have a value."""
        parsed = parse_address(address)
        if parsed.figure in MEASURES:
            return Count(self.mean(address).n)
        if parsed.figure not in COUNTS:
            raise ValueError(f"{address!r} is not a count.")
        return Count(self.at(parsed.period).size(parsed.figure, parsed.where))

    def share(self, address: str) -> Share:
        """Part and whole of ``result_rate``, or of an address that ends in ``.share``."""
        parsed = parse_address(address)
        there = self.at(parsed.period)
        if parsed.figure in SHARES:
            rate = SHARES[parsed.figure]
            part, whole = Address(rate.part, parsed.where), Address(rate.whole, parsed.where)
        else:
            part, whole = share_of(parsed)
        return Share(there.size(part.figure, part.where), there.size(whole.figure, whole.where))

    def mean(self, address: str) -> Mean:
        """The values behind a measure: mean, median, n, smallest and largest."""
        parsed = parse_address(address)
        if parsed.figure not in MEASURES:
            raise ValueError(f"{address!r} is not a mean.")
        return self.at(parsed.period).distribution(parsed.figure, parsed.where)

    def size(self, cohort: str, where: Where = ()) -> int:
        """Number of episodes of a cohort, or of events, at some keys."""
        dimensions = tuple(sorted(dimension for dimension, _ in where)) or MOST_PEOPLE_ASK
        wanted = self._wanted(dimensions, where)
        found = self._cells(dimensions, cohort)
        return sum(sizes[cohort] for keys, sizes in found if wanted(keys))

    def distribution(self, measure: str, where: Where = ()) -> Mean:
        """How many episodes have each value of a measure at some keys."""
        figure = MEASURES[measure]
        dimensions = tuple(sorted(dimension for dimension, _ in where)) or MOST_PEOPLE_ASK
        key = (measure, *dimensions)
        if key not in self._measures:
            self._measures[key] = self._table_for(measure, dimensions).values(figure, dimensions)
        wanted = self._wanted(dimensions, where)
        raw: Counter[int] = Counter()
        for keys, value, number in self._measures[key]:
            if wanted(keys):
                raw[value] += number
        return Mean(tuple(sorted(raw.items())), figure.factor, figure.unit)

    def _table_for(self, measure: str, dimensions: tuple[str, ...]) -> cells.Table:
        """A table that was made for counts; else not all of one is made for a single mean."""
        part = cells.part_of(measure, dimensions)
        if part in self._tables:
            return self._tables[part]
        return cells.table_for(self._frame, self._question, measure, dimensions)

    def _cells(self, dimensions: tuple[str, ...], count: str) -> list[_Sizes]:
        part = cells.part_of(count, dimensions)
        if part not in self._tables:
            self._tables[part] = cells.table(self._rows(part), self._question, part)
        if (part, dimensions) not in self._counts:
            self._counts[part, dimensions] = self._tables[part].counts(dimensions)
        return self._counts[part, dimensions]

    def _rows(self, part: cells.Part) -> nw.LazyFrame[Any]:
        """The episodes; for the events with their numbers beside them, asked for once."""
        if part != cells.Part.EVENTS:
            return self._frame
        if self._tallied is None:
            frames = self._events(self.period.end)
            self._tallied = tallied(self._frame, frames, EVENTS.values(), self.period)
        return self._tallied

    def _wanted(self, dimensions: Sequence[str], where: Where) -> Callable[[cells.Keys], bool]:
        """Whether a cell's keys are among those asked for."""
        allowed = {dimension: self._codes(dimension, code) for dimension, code in where}
        places = [(number, allowed[name]) for number, name in enumerate(dimensions) if where]
        return lambda keys: all(keys[number] in codes for number, codes in places)

    def _codes(self, dimension: str, code: str) -> frozenset[str]:
        """The keys that a code stands for; *result* and *not result* stand for many."""
        results = result_codes(self.outcomes)
        if dimension == "outcome" and code == RESULT:
            return frozenset(results)
        if dimension == "outcome" and code == NOT_RESULT:
            others = {outcome.code for outcome in self.outcomes} - set(results)
            return frozenset(others | (self._outcomes_on_record() - set(results) - {OPEN}))
        # Outcomes folded into one column are named together: ``outcome.moved+other``.
        return frozenset(code.split("+") if dimension == "outcome" else {code})

    def _outcomes_on_record(self) -> set[str]:
        return {keys[0] for keys, _ in self._cells(("outcome",), "closed")}

    def breakdown(self, cohort: str, dimension: str) -> dict[str, int]:
        """Size of a cohort at each key that occurs, in the order they are shown."""
        cohort = self._cohort(cohort)
        sizes = {keys[0]: found[cohort] for keys, found in self._cells((dimension,), cohort)}
        occurring = [key for key, number in sizes.items() if number]
        return {key: sizes[key] for key in self._ordered(dimension, occurring)}

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """The keys that occur in a breakdown, in the order they are shown."""
        return list(self.breakdown(cohort, dimension))

    def crosstab(self, cohort: str, first: str, second: str) -> dict[tuple[str, str], int]:
        """Size of a cohort at each pair of keys that occurs, in the order they are shown."""
        cohort = self._cohort(cohort)
        if first == second:
            raise ValueError("A table needs two different breakdowns.")
        dimensions = tuple(sorted((first, second)))
        turn = -1 if dimensions != (first, second) else 1
        sizes = {keys[::turn]: found[cohort] for keys, found in self._cells(dimensions, cohort)}
        rows = self._ordered(first, {keys[0] for keys, number in sizes.items() if number})
        columns = self._ordered(second, {keys[1] for keys, number in sizes.items() if number})
        pairs = [(row, column) for row in rows for column in columns]
        return {pair: sizes[pair] for pair in pairs if sizes.get(pair)}

    def _cohort(self, cohort: str) -> str:
        if cohort not in COUNTS:
            raise ValueError(f"There is no cohort named {cohort!r}.")
        return cohort

    def _ordered(self, dimension: str, keys: Iterable[str]) -> list[str]:
        return in_order(list(keys), canonical_order(dimension, self.bands, self.outcomes))

    def series(self, measure: str = "throughput_months", n: int = 6) -> list[SeriesPoint]:
        """The measure in the last ``n`` rolling 12-month windows, oldest first."""
        windows = rolling_years(self.period.end, n)
        return [SeriesPoint(w, self.for_period(w).distribution(measure)) for w in windows]

    def sensitivity(self, measure: str = "throughput_months") -> Sensitivity | None:
        """The mean without its longest stay, when that moves it by more than 10 %."""
        mean = self.distribution(measure)
        rest = mean.without_longest()
        if mean.value is None or rest.value is None:
            return None
        if abs(rest.value - mean.value) <= abs(mean.value) * NOTEWORTHY:
            return None
        return Sensitivity(mean, rest)

    def episode_ids(self, address: str) -> list[str]:
        """The episodes that a number counts, or whose events, in the order of their ids."""
        parsed = parse_address(address)
        if parsed.period:
            return self.at(parsed.period).episode_ids(str(parsed.here()))
        cohort, filters = parsed.figure, self._conditions(parsed.where)
        if parsed.figure in SHARES:
            cohort = SHARES[parsed.figure].part
        elif parsed.figure in MEASURES:
            cohort = MEASURES[parsed.figure].cohort
            filters.append(~MEASURES[parsed.figure].raw(self.period).is_null())
        rows = self._rows(cells.part_of(cohort, ()))
        return cells.episode_ids(rows, self._question.cohort(cohort), filters)

    def _conditions(self, where: Where) -> list[nw.Expr]:
        """The filters that narrow a cohort to some keys."""
        return [
            self._question.dimension(dimension).is_in(sorted(self._codes(dimension, code)))
            for dimension, code in where
        ]
