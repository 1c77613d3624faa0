"""What is counted of staff, meetings, seats and money: sums over rows of records, in plain Python.

A team's positions, meetings and ledger are some hundreds of rows, so they need no engine. Each
figure is the sum of what its rows add in a period; what a reader can look up behind a number are
the rows that add something. They are not about participants, so no disclosure control is done on
them; a ratio to a number of participants is withheld when that number is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

from samspel.figures.address import (
    PREVIOUS,
    SINCE_START,
    YEAR_BEFORE,
    Address,
    Where,
    parse_address,
    share_of,
)
from samspel.figures.compute import Figures
from samspel.figures.definition import PERSONS, RatioFigure, ResourceFigure
from samspel.figures.definition import SHARE as SHARE_UNIT
from samspel.figures.definitions import RESOURCES, dimensions_of
from samspel.figures.period import Period, parse_period
from samspel.figures.reading import Reader
from samspel.figures.values import AMOUNT, SHARE, Sensitivity, Value


class Row(Protocol):
    """A row of a frame. ``key`` names the record, such as ``position:12``; each breakdown of a
    figure over the frame is an attribute of the same name: text, ``unknown`` where not stated."""

    @property
    def key(self) -> str: ...


Frames = Mapping[str, Sequence[Row]]
"""The rows by the name of their frame; a frame that is asked for may be read then."""


class TeamFigures:
    """Every figure of a team: those of participants by ``people``, those of resources by rows.

    ``is_public`` leaves out what only those who do the casework may read. ``started_on`` is the
    day the team started; without it the first period that ``people`` know of is not guessed, and
    nothing is "since the start" but the period itself.
    """

    def __init__(
        self,
        people: Reader,
        frames: Frames,
        *,
        is_public: bool = False,
        started_on: date | None = None,
    ) -> None:
        self._people = people
        self._frames = frames
        self._is_public = is_public
        self._started_on = started_on

    @property
    def period(self) -> Period:
        """The period of the figures."""
        return self._people.period

    @property
    def team(self) -> str | None:
        """The team of the figures."""
        return self._people.team

    @property
    def starts_later(self) -> bool:
        """Whether the team is known to have started after the period."""
        return self._people.starts_later

    def sensitivity(self, measure: str = "throughput_months") -> Sensitivity | None:
        """A mean that one long stay moves; none in the public edition: the stay is one person's."""
        exact = self._people
        return exact.sensitivity(measure) if isinstance(exact, Figures) else None

    def value(self, address: str) -> Value:
        """The number at any address. Raises ``ValueError`` for one that cannot be read."""
        parsed = parse_address(address)
        definition = parsed.definition
        if isinstance(definition, RatioFigure):
            return replace(self._ratio(parsed, definition), address=address)
        if isinstance(definition, ResourceFigure):
            return replace(self._resource(parsed, definition), address=address)
        return self._people.value(address)

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """The keys that occur in a breakdown; of resources in the order of their rows."""
        if cohort not in RESOURCES:
            return self._people.keys(cohort, dimension)
        if dimension not in dimensions_of(cohort):
            raise ValueError(f"{cohort} has no breakdown by {dimension}.")
        counted = self._counted(RESOURCES[cohort], (), self.period)
        return list(dict.fromkeys(getattr(row, dimension) for row, _ in counted))

    def behind(self, address: str) -> list[str]:
        """The keys of the records behind a number of resources, in the order of their rows."""
        parsed = parse_address(address)
        definition = parsed.definition
        names = [parsed.figure]
        if isinstance(definition, RatioFigure):
            names = [definition.part, definition.whole]
        period = self.at(parsed.period)
        counted = (
            row.key
            for name in names
            if name in RESOURCES
            for row, _ in self._counted(RESOURCES[name], _of(name, parsed.where), period)
        )
        return list(dict.fromkeys(counted))

    def at(self, period: str | None) -> Period:
        """The period that an address names after its ``@``. Raises ``ValueError`` for none."""
        own = self.period
        if period == SINCE_START:
            start = min(self._started_on or own.start, own.end)
            return Period(start, own.end)
        if period == PREVIOUS:
            return own.previous()
        if period == YEAR_BEFORE:
            return own.year_before()
        return own if period is None else parse_period(period)

    def _counted(
        self, figure: ResourceFigure, where: Where, period: Period
    ) -> list[tuple[Any, Fraction]]:
        """The rows that a figure counts at some keys, each with what it adds."""
        rows = [
            row
            for row in self._frames.get(figure.frame, ())
            if all(getattr(row, dimension) == key for dimension, key in where)
        ]
        added = ((row, figure.adds(row, period)) for row in rows)
        return [(row, Fraction(amount)) for row, amount in added if amount is not None]

    def _sum(self, figure: ResourceFigure, where: Where, period: Period) -> Fraction | None:
        """No data is not zero: without any row that could be counted there is no number."""
        counted = self._counted(figure, where, period)
        if not counted and not self._has_data(figure, period):
            return None
        return sum((amount for _, amount in counted), Fraction(0))

    def _has_data(self, figure: ResourceFigure, period: Period) -> bool:
        if figure.none_is_zero:
            return bool(self._frames.get(figure.frame))
        return bool(self._counted(figure, (), period))

    def _resource(self, address: Address, figure: ResourceFigure) -> Value:
        period = self.at(address.period)
        if figure.is_for_casework and self._is_public:
            return _withheld(address, figure.unit)
        if address.statistic == SHARE:
            counted, around = share_of(address)
            part = self._sum(figure, counted.where, period)
            whole = self._sum(RESOURCES[around.figure], around.where, period)
            return _share(address, part, whole)
        exact = self._sum(figure, address.where, period)
        is_count = figure.places == 0 and not figure.is_money
        n = int(exact) if is_count and exact is not None else None
        return Value(str(address), figure.key, AMOUNT, figure.unit, exact, n=n)

    def _ratio(self, address: Address, ratio: RatioFigure) -> Value:
        part, whole = (
            self.value(str(Address(name, _of(name, address.where), period=address.period)))
            for name in (ratio.part, ratio.whole)
        )
        if part.withheld or whole.withheld:
            return _withheld(address, ratio.unit)
        if ratio.unit == SHARE_UNIT:
            return _share(address, part.exact, whole.exact)
        known = part.exact is not None and bool(whole.exact)
        exact = Fraction(part.exact or 0) / (whole.exact or 1) if known else None
        return Value(str(address), ratio.key, AMOUNT, ratio.unit, exact)


def _of(figure: str, where: Where) -> Where:
    """The keys that a figure can be narrowed to: a ratio's whole may know fewer breakdowns."""
    own = dimensions_of(figure)
    return tuple((dimension, key) for dimension, key in where if dimension in own)


def _withheld(address: Address, unit: str) -> Value:
    return Value(str(address), address.figure, AMOUNT, unit, None, withheld=True)


def _share(address: Address, part: Fraction | None, whole: Fraction | None) -> Value:
    if part is None or not whole:
        return Value(str(address), address.figure, SHARE, SHARE_UNIT, None)
    return Value(str(address), address.figure, SHARE, SHARE_UNIT, part / whole)


class NoPeople:
    """A reader that knows no participants: for pages about staff, meetings and money alone."""

    def __init__(self, period: Period, team: str | None = None) -> None:
        self.period = period
        self.team = team
        self.starts_later = False

    def value(self, address: str) -> Value:
        """Nothing: a ratio to participants is withheld, so no page shows half of it."""
        return _withheld(parse_address(address), PERSONS)

    def keys(self, cohort: str, dimension: str) -> list[str]:
        """No key of any breakdown."""
        del cohort, dimension
        return []


def resources_alone(frames: Frames, period: Period, team: str | None = None) -> TeamFigures:
    """The figures of resources for a page that shows nothing of participants."""
    return TeamFigures(NoPeople(period, team), frames)
