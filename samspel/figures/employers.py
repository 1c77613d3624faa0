"""How employers helped: what they took on, how it ended and how many hours, in a period.

The rows are placements that have begun. A week's hours belong to the period that its Monday
lies in, so that periods which follow one another count each week once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from samspel.figures.disclosure import THRESHOLD
from samspel.figures.period import Period
from samspel.figures.words import noop

WORK, STUDIES, OTHER = "work", "studies", "other"
"""What a placement led to, as far as this is about; empty as long as it is not said."""


class WeekHours(NamedTuple):
    """The hours of one week: those worked where they are written down, else those planned."""

    monday: date
    hours: Decimal


class Hosting(NamedTuple):
    """One placement of one person with an employer. ``ended_on`` is the last day, once it ended."""

    employer: str
    placement: str
    person: str
    started_on: date
    ended_on: date | None
    led_to: str
    weeks: tuple[WeekHours, ...]


Holds = Callable[[Hosting, Period], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpFigure:
    """A number of placements: those for which ``holds``; ``text`` says what is counted."""

    key: str
    title: str
    text: str
    holds: Holds


def _within(day: date | None, period: Period) -> bool:
    return day is not None and period.start <= day <= period.end


def _ended(row: Hosting, period: Period) -> bool:
    return _within(row.ended_on, period)


def _was_there(row: Hosting, period: Period) -> bool:
    return row.started_on <= period.end and (row.ended_on is None or row.ended_on >= period.start)


HELP_FIGURES = (
    HelpFigure(
        key="placements",
        title=noop("Placements"),
        text=noop("Placements that went on for at least one day of the period."),
        holds=_was_there,
    ),
    HelpFigure(
        key="taken_on",
        title=noop("Taken on"),
        text=noop("Placements that began in the period."),
        holds=lambda row, period: _within(row.started_on, period),
    ),
    HelpFigure(
        key="ended",
        title=noop("Ended"),
        text=noop("Placements that ended in the period, whatever they led to."),
        holds=_ended,
    ),
    HelpFigure(
        key="led_to_work",
        title=noop("Led to work"),
        text=noop("Placements that ended in the period and led to work."),
        holds=lambda row, period: _ended(row, period) and row.led_to == WORK,
    ),
    HelpFigure(
        key="led_to_studies",
        title=noop("Led to studies"),
        text=noop("Placements that ended in the period and led to studies."),
        holds=lambda row, period: _ended(row, period) and row.led_to == STUDIES,
    ),
)
"""In the order in which they are shown."""
HELP_BY_KEY: Mapping[str, HelpFigure] = {each.key: each for each in HELP_FIGURES}
HOURS_TITLE = noop("Hours")
HOURS_TEXT = noop(
    "Hours of the weeks that begin in the period: those worked where they are written down, "
    "otherwise those planned."
)


@dataclass(frozen=True, slots=True)
class Help:
    """What one employer, or all of them together, did in a period."""

    employer: str
    counts: Mapping[str, int]
    persons: int
    hours: Decimal

    @property
    def onwards(self) -> int:
        """Placements that led to work or studies."""
        return self.counts["led_to_work"] + self.counts["led_to_studies"]


def behind(key: str, rows: Iterable[Hosting], period: Period) -> list[Hosting]:
    """The placements that a figure counts. Raises ``KeyError`` for a figure that is none."""
    figure = HELP_BY_KEY[key]
    return [row for row in rows if figure.holds(row, period)]


def help_of(employer: str, rows: Sequence[Hosting], period: Period) -> Help:
    """What the placements of one employer come to in the period."""
    there = [row for row in rows if _was_there(row, period)]
    weeks = (week for row in there for week in row.weeks if _within(week.monday, period))
    return Help(
        employer=employer,
        counts={each.key: len(behind(each.key, rows, period)) for each in HELP_FIGURES},
        persons=len({row.person for row in there}),
        hours=sum((week.hours for week in weeks), Decimal(0)),
    )


def helped(rows: Iterable[Hosting], period: Period) -> list[Help]:
    """The employers with a placement in the period, those first who helped most.

    First by what led to work or studies, then by placements, then by hours; after that by
    their key, so that the order is the same each time.
    """
    by_employer: dict[str, list[Hosting]] = {}
    for row in rows:
        if _was_there(row, period):
            by_employer.setdefault(row.employer, []).append(row)
    found = [help_of(employer, own, period) for employer, own in by_employer.items()]
    return sorted(
        found,
        key=lambda one: (-one.onwards, -one.counts["placements"], -one.hours, one.employer),
    )


def told_outside(number: int) -> int | None:
    """How a number of persons is told to others: “at least” so many, or ``None``, not at all.

    Steps of the smallest number that may be told, so that two sheets of overlapping periods
    do not tell of single persons by their difference.
    """
    return number // THRESHOLD * THRESHOLD or None
