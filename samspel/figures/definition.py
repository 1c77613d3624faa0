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
WEEKS = "weeks"
HOURS = "hours"
MEETINGS = "meetings"
SESSIONS = "sessions"
PLACEMENTS = "placements"
SUGGESTIONS = "suggestions"
GROUPS = "groups"

PLACES = {
    **dict.fromkeys(
        (PERSONS, SHARE, DAYS, WEEKS, MEETINGS, SESSIONS, PLACEMENTS, SUGGESTIONS, GROUPS), 0
    ),
    **dict.fromkeys((MONTHS, YEARS, HOURS), 1),
}
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
