"""Every year of a team in one table: what is known of each figure, and from where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from samspel.documents.document import Number
from samspel.figures.definition import YEARS
from samspel.figures.period import Period
from samspel.figures.reach import reached
from samspel.organisation.team import Team
from samspel.printed import PrintedFigures
from samspel.report.edition import INTERNAL, Edition, printed_of
from samspel.report.period_words import period_words
from samspel.report.published.history import History, PublishedRow, history_of, in_unit_of
from samspel.report.published.joining import printed_row
from samspel.report.published.titles import unit_words
from samspel.report.published.year_rows import BROKEN, FIGURES, HALF, OTHER, YEAR
from samspel.report.report import Report

_A_YEAR, _HALF_A_YEAR, _JULY = 12, 6, 7
_DAY = timedelta(days=1)
_AT_START, _AT_END = "enrolled_at_start", "enrolled_at_end"
_FARTHEST = 40
"""Periods back that are looked for in the records."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a period: from the records, as published, or both."""

    period: Period
    recorded: Number | None = None
    published: PublishedRow | None = None
    shown: str = ""
    """The published number in the reader's language."""
    differs: bool = False
    """Whether both are known and cannot be the same number."""

    @property
    def is_told(self) -> bool:
        """Whether anything is known."""
        return self.recorded is not None or self.published is not None


@dataclass(frozen=True, slots=True)
class YearRow:
    """A figure with what is known of it in each period."""

    address: str
    title: str
    unit: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """The table: its periods, oldest first, and its rows by group."""

    periods: tuple[tuple[Period, str], ...]
    groups: tuple[tuple[str, tuple[YearRow, ...]], ...]
    history: History

    def rows(self) -> Iterator[YearRow]:
        """The rows of all groups."""
        for _group, rows in self.groups:
            yield from rows

    @property
    def differing(self) -> list[tuple[YearRow, Cell]]:
        """Where the records and what was published tell different numbers."""
        return [(row, cell) for row in self.rows() for cell in row.cells if cell.differs]

    @property
    def at_the_turn(self) -> list[tuple[Cell, Cell]]:
        """Where a published year ends with other people enrolled than the records begin with."""
        rows = {row.address: row.cells for row in self.rows()}
        ends = {cell.period.end + _DAY: cell for cell in rows.get(_AT_END, ()) if cell.published}
        starts = [cell for cell in rows.get(_AT_START, ()) if cell.recorded]
        pairs = [(ends[cell.period.start], cell) for cell in starts if cell.period.start in ends]
        return [(end, start) for end, start in pairs if _turns(end, start)]


def _turns(end: Cell, start: Cell) -> bool:
    """Whether both are known, nobody doubts them, and they are not the same number."""
    row, number = end.published, start.recorded
    if row is None or row.is_in_doubt or number is None or number.value is None:
        return False
    return end.recorded is None and not row.agrees_with(number.value)


def kind_of(period: Period) -> str:
    """What kind of period it is: calendar year, half-year, broken year or another."""
    months = period.whole_months
    if months == _HALF_A_YEAR and period.start.month in (1, _JULY):
        return HALF
    if months == _A_YEAR and period.start.month == 1:
        return YEAR
    return BROKEN if months == _A_YEAR and period.start.month == _JULY else OTHER


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the table somebody asked for; empty for all of it."""

    group: str = ""
    kind: str = ""


def years_of(
    team: Team, *, edition: Edition, language: str, today: date, asked: Asked | None = None
) -> Years:
    """The table in an edition and a language, narrowed to what was asked for."""
    wanted = asked or Asked()
    history = history_of(team)
    base = _last_ended(team, today)
    printed = printed_of(team, base, edition=edition, language=language)
    exact = (
        printed
        if edition == INTERNAL
        else printed_of(team, base, edition=INTERNAL, language=language)
    )
    recorded = _recorded(team, exact, base, today=today)
    if edition != INTERNAL:
        # The public edition answers for the periods of the team's own rhythm only.
        recorded = {each for each in recorded if team.rhythm.has_ended(each, today)}
    every = sorted({*recorded, *history.periods}, key=lambda each: (each.end, each.start))
    periods = [each for each in every if wanted.kind in ("", kind_of(each))]
    made = _Table(printed, history, frozenset(recorded), periods)
    groups = {name: each for name, each in FIGURES.items() if wanted.group in ("", name)}
    rows = ((name, tuple(made.rows(each))) for name, each in groups.items())
    return Years(
        tuple((each, period_words(each, language, short=True)) for each in periods),
        tuple((name, told) for name, told in rows if told),
        history,
    )


def _last_ended(team: Team, today: date) -> Period:
    """The last period of the team's rhythm that had ended before ``today``."""
    return team.rhythm.period_with(team.rhythm.period_with(today).previous().end)


def _recorded(team: Team, printed: PrintedFigures, base: Period, *, today: date) -> set[Period]:
    """The ended periods of the team's rhythm, and of its reports, that the records cover."""
    rhythm = [base]
    while len(rhythm) < _FARTHEST:
        rhythm.append(team.rhythm.period_with(rhythm[-1].previous().end))
    reports = Report.objects.filter(team=team, end__lt=today).order_by("end", "start")
    of_reports = [Period(start, end) for start, end in reports.values_list("start", "end")]
    found = {*reached(printed.figures, rhythm[::-1])}
    found |= {each for each in rhythm if _began_in(team, printed, each)}
    return found | {each for each in of_reports if reached(printed.figures, [each])}


def _began_in(team: Team, printed: PrintedFigures, period: Period) -> bool:
    """Whether the team started in the period and has somebody on record from there on.

    Nobody needs to have been closed then: nobody was there before.
    """
    if team.started_on is None or not period.start <= team.started_on <= period.end:
        return False
    return bool(printed.amount(f"newly_enrolled@{period}"))


@dataclass(frozen=True, slots=True)
class _Table:
    """What the rows are made from."""

    printed: PrintedFigures
    history: History
    recorded: frozenset[Period]
    periods: Sequence[Period]

    def rows(self, addresses: Sequence[str]) -> Iterator[YearRow]:
        """The rows in which anything is known."""
        for address in addresses:
            cells = tuple(self._cell(address, period) for period in self.periods)
            if any(cell.is_told for cell in cells):
                unit = unit_words(self.printed.value(address).unit)
                yield YearRow(address, self.printed.title(address), unit, cells)

    def _cell(self, address: str, period: Period) -> Cell:
        row = self.history.at(address, period)
        number = self._number(address, period)
        shown = _shown(row, address, self.printed.language) if row else ""
        return Cell(period, number, row, shown, _differs(number, row, address))

    def _number(self, address: str, period: Period) -> Number | None:
        if period not in self.recorded:
            return None
        number = self.printed.number(f"{address}@{period}")
        return number if number.withheld or number.value is not None else None


def _shown(row: PublishedRow, address: str, language: str) -> str:
    """The published number, with its unit where the row is in another."""
    text = printed_row(row, language)
    return text if row.address == address else f"{text} {unit_words(row.unit or YEARS)}"


def _differs(number: Number | None, row: PublishedRow | None, address: str) -> bool:
    """Whether the records' number, exact or rounded, could not have been printed so."""
    if number is None or row is None or number.value is None:
        return False
    scale = in_unit_of(row, address) / row.value if row.value else Decimal(1)
    return not row.agrees_with(number.value / scale)
