"""What was published of a team, as plain rows: handed to whoever shows figures beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from samspel.figures.definitions import COUNTS
from samspel.figures.period import Period
from samspel.figures.values import SHARE
from samspel.organisation.team import Team
from samspel.report.published.published_report import PublishedFigure

HALF = Decimal("0.5")
IN_YEARS = ".years"
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A figure as it was published. ``value`` is in the unit it was printed in (64 for 64 %).

    ``own`` is the period of the report that tells it; a point of a series has another ``period``.
    """

    pk: int
    address: str
    period: Period
    own: Period
    value: Decimal
    step: Decimal
    unit: str
    shown: str
    is_in_doubt: bool
    is_set_right: bool
    document: str
    line: int
    page: int | None = None
    note: str = ""

    @property
    def is_own(self) -> bool:
        """Whether it is of the period that its report is about."""
        return self.period == self.own

    @property
    def places(self) -> int:
        """How many decimals it is printed with."""
        exponent = self.step.normalize().as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def slack(self) -> Decimal:
        """How far the exact number may lie from the printed one: people are never rounded."""
        figure, _dot, rest = self.address.partition(".")
        is_count = figure in COUNTS and not rest.endswith(SHARE)
        return Decimal(0) if is_count else self.step * HALF

    def agrees_with(self, exact: Decimal) -> bool:
        """Whether an exact number, in the same unit, could be printed so."""
        return abs(exact - self.value) <= self.slack

    def agrees_with_row(self, other: "PublishedRow") -> bool:
        """Whether one exact number could be printed as both."""
        return abs(other.value - self.value) <= self.slack + other.slack


@dataclass(frozen=True)
class History:
    """All that was published of a team; nothing where nothing was taken in."""

    rows: Sequence[PublishedRow] = field(default=(), repr=False)

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, Period], Sequence[PublishedRow]]:
        found: dict[tuple[str, Period], list[PublishedRow]] = {}
        for each in self.rows:
            found.setdefault((each.address, each.period), []).append(each)
        # The report of the period itself goes first, then the latest that tells of it.
        for several in found.values():
            several.sort(key=lambda each: (each.is_own, each.own.end), reverse=True)
        return found

    def every(self, address: str, period: Period) -> Sequence[PublishedRow]:
        """All that was published of a figure and period, what holds first."""
        return self._by_place.get((address, period), ())

    def at(self, address: str, period: Period) -> PublishedRow | None:
        """What holds of a figure and period; the report about that period goes first.

        Months may have been printed as years.
        """
        for each in (address, f"{address}{IN_YEARS}"):
            if found := self.every(each, period):
                return found[0]
        return None

    @cached_property
    def own_periods(self) -> Sequence[Period]:
        """The periods that reports are about, oldest first."""
        return sorted({each.own for each in self.rows})

    @cached_property
    def periods(self) -> Sequence[Period]:
        """Every period that anything was published of, oldest first."""
        return sorted({each.period for each in self.rows}, key=lambda each: (each.end, each.start))

    def of_figure(self, address: str) -> Sequence[PublishedRow]:
        """All that was published of a figure, oldest first."""
        return sorted(
            (each for each in self.rows if each.address == address),
            key=lambda each: (each.period.end, each.period.start, not each.is_own),
        )


NOTHING = History()


def history_of(team: Team) -> History:
    """What was published of the team; one query."""
    found = PublishedFigure.objects.filter(report__team=team).select_related("report")
    return History(tuple(_rows(found)))


def _rows(found: Iterable[PublishedFigure]) -> Iterable[PublishedRow]:
    for each in found:
        yield PublishedRow(
            pk=each.pk,
            address=each.address,
            period=each.period,
            own=each.report.period,
            value=each.value,
            step=each.step,
            unit=each.unit,
            shown=each.shown,
            is_in_doubt=each.is_in_doubt,
            is_set_right=bool(each.chosen) and each.chosen != each.printed,
            document=each.report.document,
            line=each.line,
            page=each.page,
            note=each.note,
        )


def in_unit_of(row: PublishedRow, address: str) -> Decimal:
    """The row's number in the unit in which Samspel counts the figure: months, a share of one."""
    value = row.value
    if row.unit == "percent":
        return value / 100
    if row.address.endswith(IN_YEARS) and not address.endswith(IN_YEARS):
        return value * _MONTHS
    return value
