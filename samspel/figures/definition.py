"""What a figure is: its key, title and definition text together with its function."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import narwhals as nw

from samspel.figures.codes import Outcome
from samspel.figures.period import Period

PERSONS = "persons"
SHARE = "share"
MONTHS = "months"
YEARS = "years"
DAYS = "days"
MEETINGS = "meetings"

PLACES = {PERSONS: 0, SHARE: 0, MONTHS: 1, YEARS: 1, DAYS: 0, MEETINGS: 0}
MONTHS_AS_YEARS_PLACES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """``title`` and ``text`` are English source strings; ``unit`` decides how it is printed."""

    key: str
    title: str
    text: str
    unit: str = PERSONS


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortFigure(Definition):
    """The number of episodes for which ``expression`` holds; ``part_of`` is the cohort around."""

    expression: Callable[[Period, Sequence[Outcome]], nw.Expr]
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFigure(Definition):
    """The number of rows of ``frame`` for which ``expression`` holds; see `events.py`.

    With ``once_for`` the rows of an episode that have the same value there count as one.
    ``part_of`` is the figure around.
    """

    frame: str
    expression: Callable[[Period], nw.Expr]
    once_for: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareFigure(Definition):
    """The size of one cohort as a share of another."""

    part: str
    whole: str
    unit: str = SHARE


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFigure(Definition):
    """The mean of ``raw`` × ``factor`` over the episodes of ``cohort`` that have a value.

    ``raw`` is a whole number on every engine; ``factor`` is exact. ``smallest`` and ``largest``
    are the words for the extreme values in an address.
    """

    cohort: str
    raw: Callable[[Period], nw.Expr]
    factor: Fraction
    smallest: str = "shortest"
    largest: str = "longest"
