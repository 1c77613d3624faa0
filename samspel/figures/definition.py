"""What a figure is: its key, title and definition text together with its function."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import narwhals as nw

from samspel.figures.codes import Outcome
from samspel.figures.period import Period

PERSONS = "persons"
SHARE = "share"
MONTHS = "months"
YEARS = "years"
DAYS = "days"
WEEKS = "weeks"
HOURS = "hours"
MEETINGS = "meetings"
SESSIONS = "sessions"
PLACEMENTS = "placements"
SUGGESTIONS = "suggestions"
GROUPS = "groups"
FULL_TIME = "full_time"
PER_FULL_TIME = "per_full_time"
WORKING_SHARE = "working_share"
KRONOR = "kronor"
POSITIONS = "positions"
AGENCIES = "agencies"
AREAS = "areas"
CASES = "cases"
SEATS = "seats"
DECISIONS = "decisions"
PARTNERS = "partners"
VISITS = "visits"

PLACES = {
    **dict.fromkeys(
        (PERSONS, SHARE, DAYS, WEEKS, MEETINGS, SESSIONS, PLACEMENTS, SUGGESTIONS, GROUPS), 0
    ),
    **dict.fromkeys(
        (KRONOR, POSITIONS, AGENCIES, AREAS, CASES, SEATS, DECISIONS, PARTNERS, VISITS), 0
    ),
    **dict.fromkeys((MONTHS, YEARS, HOURS, PER_FULL_TIME), 1),
    FULL_TIME: 2,
    WORKING_SHARE: 2,
}
"""Decimals that a number of each unit is printed with."""
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
    """The number of rows of ``frame`` for which ``expression`` holds; see `happenings.py`.

    With ``once_for`` the rows that are the same in these columns count as one. ``amount`` is what
    a row adds, one unless it is given. ``dimensions`` are those that the events have of their own.
    ``part_of`` is the figure around.
    """

    frame: str
    expression: Callable[[Period], nw.Expr]
    once_for: tuple[str, ...] | None = None
    amount: nw.Expr | None = None
    dimensions: tuple[str, ...] = ()
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareFigure(Definition):
    """One count as a share of another."""

    part: str
    whole: str
    unit: str = SHARE


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFigure(Definition):
    """The mean of ``raw`` × ``factor`` over the episodes or events of ``cohort`` with a value.

    ``raw`` is a whole number on every engine; ``factor`` is exact. ``smallest`` and ``largest``
    are the words for the extreme values in an address.
    """

    cohort: str
    raw: Callable[[Period], nw.Expr]
    factor: Fraction
    smallest: str = "shortest"
    largest: str = "longest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceFigure(Definition):
    """The sum of what each row of ``frame`` adds in a period; see `resources.py`.

    ``adds`` gives None for a row that is not counted. ``dimensions`` are attributes of the rows.
    ``part_of`` is the figure around. With ``none_is_zero`` nothing counted is zero as soon as the
    frame has any row; without, it is no data. ``is_for_casework`` keeps it out of the public
    edition.
    """

    frame: str
    adds: Callable[[Any, Period], Fraction | int | None]
    dimensions: tuple[str, ...] = ()
    part_of: str | None = None
    none_is_zero: bool = True
    is_for_casework: bool = False

    @property
    def places(self) -> int:
        """Decimals that it is printed with."""
        return PLACES[self.unit]

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in kronor, exact to the öre."""
        return self.unit == KRONOR


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioFigure(Definition):
    """One figure divided by another, of which at least one is of resources.

    In a breakdown each of the two is narrowed to the keys that it knows.
    """

    part: str
    whole: str
