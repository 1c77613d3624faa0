"""The figures of a team and a period, exact. Everything that shows a number asks here."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import narwhals as nw

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
    EVENT_MEASURES,
    EVENTS,
    MEASURES,
    SHARES,
    counted_by,
    dimensions_of,
    looked_up_by,
)
from samspel.figures.dimensions import canonical_order, in_order
from samspel.figures.event_counts import EPISODE, EventNumbers
from samspel.figures.events import Events, no_events
from samspel.figures.frame import team_rows
from samspel.figures.period import Period, parse_period, rolling_years
from samspel.figures.values import Count, Mean, Sensitivity, SeriesPoint, Share, Value

NOTEWORTHY = Fraction(1, 10)
MOST_PEOPLE_ASK = ("gender",)

_Sizes = tuple[cells.Keys, dict[str, int]]


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
        self._frame = team_rows(frame, team)
        self.team = team
        self.period = period
        self.bands = tuple(bands)
        self.started_on = started_on
        self.outcomes = tuple(outcomes)
        self._question = cells.Question(period, self.bands, self.outcomes)
        self._happened = EventNumbers(self._frame, events, self._question)
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
        dimensions = _asked(cohort, where)
        wanted = self._wanted(dimensions, where)
        return sum(n for keys, n in self._sizes(dimensions, cohort) if wanted(keys))

    def distribution(self, measure: str, where: Where = ()) -> Mean:
        """How many episodes have each value of a measure at some keys."""
        figure = MEASURES[measure]
        dimensions = _asked(measure, where)
        key = (measure, *dimensions)
        if key not in self._measures:
            self._measures[key] = self._values(measure, dimensions)
        wanted = self._wanted(dimensions, where)
        raw: Counter[int] = Counter()
        for keys, value, number in self._measures[key]:
            if wanted(keys):
                raw[value] += number
        return Mean(tuple(sorted(raw.items())), figure.factor, figure.unit)

    def _values(self, measure: str, dimensions: tuple[str, ...]) -> list[cells.ValueCell]:
        if measure in EVENT_MEASURES:
            return self._happened.values(measure, dimensions)
        return self._table_for(measure, dimensions).values(MEASURES[measure], dimensions)

    def _table_for(self, measure: str, dimensions: tuple[str, ...]) -> cells.Table:
        """A table that was made for counts; else not all of one is made for a single mean."""
        part = cells.part_of(measure, dimensions)
        if part in self._tables:
            return self._tables[part]
        return cells.table_for(self._frame, self._question, measure, dimensions)

    def _sizes(self, dimensions: tuple[str, ...], count: str) -> list[tuple[cells.Keys, int]]:
        """The size of a count at each combination of keys that occurs."""
        if count in EVENTS:
            return self._happened.counts(count, dimensions)
        part = cells.part_of(count, dimensions)
        if part not in self._tables:
            self._tables[part] = cells.table(self._frame, self._question, part)
        if (part, dimensions) not in self._counts:
            self._counts[part, dimensions] = self._tables[part].counts(dimensions)
        return [(keys, sizes[count]) for keys, sizes in self._counts[part, dimensions]]

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
        return {keys[0] for keys, _ in self._sizes(("outcome",), "closed")}

    def breakdown(self, cohort: str, dimension: str) -> dict[str, int]:
        """Size of a cohort at each key that occurs, in the order they are shown."""
        self._refuse(cohort, dimension)
        sizes = {keys[0]: number for keys, number in self._sizes((dimension,), cohort)}
        occurring = [key for key, number in sizes.items() if number]
        return {key: sizes[key] for key in self._ordered(dimension, occurring)}

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """The keys that occur in a breakdown, in the order they are shown."""
        return list(self.breakdown(cohort, dimension))

    def crosstab(self, cohort: str, first: str, second: str) -> dict[tuple[str, str], int]:
        """Size of a cohort at each pair of keys that occurs, in the order they are shown."""
        self._refuse(cohort, first, second)
        if first == second:
            raise ValueError("A table needs two different breakdowns.")
        dimensions = tuple(sorted((first, second)))
        turn = -1 if dimensions != (first, second) else 1
        sizes = {keys[::turn]: number for keys, number in self._sizes(dimensions, cohort)}
        rows = self._ordered(first, {keys[0] for keys, number in sizes.items() if number})
        columns = self._ordered(second, {keys[1] for keys, number in sizes.items() if number})
        pairs = [(row, column) for row in rows for column in columns]
        return {pair: sizes[pair] for pair in pairs if sizes.get(pair)}

    def _refuse(self, cohort: str, *dimensions: str) -> None:
        if cohort not in COUNTS:
            raise ValueError(f"There is no cohort named {cohort!r}.")
        for dimension in set(dimensions) - set(dimensions_of(cohort)):
            raise ValueError(f"{cohort} has no breakdown by {dimension}.")

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
        return self.at(parsed.period).ids(parsed, EPISODE)

    def event_ids(self, address: str) -> list[str]:
        """What can be looked up of the events that a number counts, such as sessions, by id."""
        parsed = parse_address(address)
        column = looked_up_by(parsed.figure)
        return self.at(parsed.period).ids(parsed, column) if column else []

    def ids(self, address: Address, column: str) -> list[str]:
        """What a column names of all that a number of this period counts, in order."""
        counted, filters = counted_by(address.figure).key, self._conditions(address.where)
        if address.figure in MEASURES:
            filters.append(~MEASURES[address.figure].raw(self.period).is_null())
        if counted in EVENTS:
            return self._happened.ids(counted, column, filters)
        return cells.episode_ids(self._frame, self._question.cohort(counted), filters)

    def _conditions(self, where: Where) -> list[nw.Expr]:
        """The filters that narrow a cohort to some keys."""
        return [
            self._question.dimension(dimension).is_in(sorted(self._codes(dimension, code)))
            for dimension, code in where
        ]


def _asked(figure: str, where: Where) -> tuple[str, ...]:
    """The dimensions of a question; gender is kept ready, for most people ask for it next."""
    named = tuple(sorted(dimension for dimension, _ in where))
    return named or tuple(set(MOST_PEOPLE_ASK) & set(dimensions_of(figure)))
