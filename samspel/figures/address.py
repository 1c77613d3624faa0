"""Addresses: one line of text that names any single number.

``newly_enrolled``, ``closed_to_result.gender.woman.outcome.work``, ``newly_enrolled.gender.woman
.share``, ``placements_started.employer_kind.private``, ``throughput_months.median``,
``public_support_months.gender.man.years``, and any of them with ``@2021-07-01..2022-06-30``,
``@since_start``, ``@previous`` or ``@year_before`` after it.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from samspel.figures.codes import GENDERS, UNKNOWN
from samspel.figures.definition import (
    MONTHS,
    Definition,
    MeasureFigure,
    RatioFigure,
    ResourceFigure,
)
from samspel.figures.definitions import (
    COUNTS,
    MEASURES,
    RATIOS,
    RESOURCES,
    SHARES,
    dimensions_of,
)
from samspel.figures.dimension_definitions import DIMENSION_DEFINITIONS
from samspel.figures.period import parse_period
from samspel.figures.values import MEAN, MEDIAN, REST, SHARE, SIZE

SINCE_START = "since_start"
PREVIOUS = "previous"
YEAR_BEFORE = "year_before"
IN_YEARS = "years"

Where = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A figure, narrowed to some keys, as one statistic, perhaps of another period."""

    figure: str
    where: Where = ()
    statistic: str | None = None
    in_years: bool = False
    period: str | None = None

    def __str__(self) -> str:
        parts = [self.figure, *(part for pair in self.where for part in pair)]
        parts += [self.statistic] if self.statistic else []
        parts += [IN_YEARS] if self.in_years else []
        return ".".join(parts) + (f"@{self.period}" if self.period else "")

    def here(self) -> "Address":
        """The same number without its period."""
        return replace(self, period=None)

    @property
    def definition(self) -> Definition:
        """The definition of the figure that the address names."""
        return _definition(self.figure)


@lru_cache(maxsize=4096)
def parse_address(text: str) -> Address:
    """Read an address. Raises ``ValueError`` with one sentence that names what is wrong."""
    body, at, period = text.strip().partition("@")
    figure, *rest = body.split(".")
    definition = _definition(figure)
    where: list[tuple[str, str]] = []
    while rest and rest[0] in DIMENSION_DEFINITIONS:
        dimension, *rest = rest
        if not rest or not rest[0]:
            raise ValueError(f"{text!r} names {dimension} but not which.")
        where.append((dimension, rest.pop(0)))
    in_years = rest[-1:] == [IN_YEARS]
    statistic = _statistic(text, rest[:-1] if in_years else rest)
    address = Address(figure, tuple(where), statistic, in_years, period if at else None)
    _refuse(text, address, definition)
    return address


def _definition(figure: str) -> Definition:
    for figures in (COUNTS, SHARES, MEASURES, RESOURCES, RATIOS):
        if figure in figures:
            return figures[figure]
    raise ValueError(f"There is no figure named {figure!r}.")


def _statistic(text: str, rest: list[str]) -> str | None:
    if len(rest) > 1:
        raise ValueError(f"{text!r} has {rest[0]!r} where a breakdown or statistic should be.")
    return rest[0] if rest else None


def _refuse(text: str, address: Address, definition: Definition) -> None:
    """Refuse what the grammar allows and the figure does not have."""
    dimensions = [dimension for dimension, _ in address.where]
    if len(set(dimensions)) < len(dimensions):
        raise ValueError(f"{text!r} names the same breakdown twice.")
    for dimension in dimensions:
        if dimension not in dimensions_of(address.figure):
            raise ValueError(f"{address.figure} has no breakdown by {dimension}.")
    gender = dict(address.where).get("gender", UNKNOWN)
    if gender != UNKNOWN and gender not in {known.code for known in GENDERS}:
        raise ValueError(f"{text!r} names a gender that is not registered.")
    if address.statistic not in (None, *statistics_of(definition)):
        raise ValueError(f"{address.figure} has no statistic named {address.statistic!r}.")
    has_months = definition.unit == MONTHS and address.statistic != SIZE
    if address.in_years and not has_months:
        raise ValueError(f"Only months can be given in years, and {text!r} is not in months.")
    _refuse_period(address.period)


def _refuse_period(period: str | None) -> None:
    if period not in (None, SINCE_START, PREVIOUS, YEAR_BEFORE):
        parse_period(period or "")


def statistics_of(definition: Definition) -> tuple[str, ...]:
    """The words that may follow a figure in an address."""
    if isinstance(definition, MeasureFigure):
        return (MEAN, MEDIAN, SIZE, REST, definition.smallest, definition.largest)
    if isinstance(definition, RatioFigure):
        return ()
    is_sum = isinstance(definition, ResourceFigure) or definition.key in COUNTS
    return (SHARE,) if is_sum else (SIZE,)


def share_of(address: Address) -> tuple[Address, Address]:
    """Part and whole of a ``.share``: the whole is the cohort, or the cohort around it."""
    counted = COUNTS.get(address.figure) or RESOURCES.get(address.figure)
    if counted is None:
        raise ValueError(f"{str(address)!r} is not a share.")
    if address.where:
        return address, replace(address, where=())
    around = counted.part_of
    if around is None:
        raise ValueError(f"{address.figure} is a whole of its own and has no share.")
    return address, Address(around)
