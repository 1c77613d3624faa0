"""One figure, or one amount, told in several places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from django.utils.translation import gettext as _

from samspel.figures.period import Period
from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.printing import rounded, told
from samspel.report.checking.finding import Certainty, Kind
from samspel.report.checking.printed import Printed
from samspel.report.checking.same_figure import meet, same_figures, scaled, standing, times_of
from samspel.report.checking.statement import Statement

_ONE = Decimal(1)


@dataclass(frozen=True)
class HeldAgain(Held):
    """Two numbers that are one. ``stands`` is believed, ``odd`` is looked at first.

    ``times`` and ``odd_times`` make the same unit of both: 12 for years among months.
    """

    stands: Printed
    odd: Printed
    times: Decimal = _ONE
    odd_times: Decimal = _ONE
    certain: bool = True

    @property
    def kind(self) -> Kind:
        return "restated"

    @property
    def certainty(self) -> Certainty:
        return "certain" if self.certain else "likely"

    @property
    def numbers(self) -> tuple[Printed, ...]:
        return (self.odd, self.stands)

    def holds(self) -> bool:
        return meet(scaled(self.stands, self.times), scaled(self.odd, self.odd_times))

    def mends(self) -> Iterator[Mend]:
        right = self.stands.value * self.times / self.odd_times
        yield Mend(self.odd, rounded(self.odd, right))
        other = self.odd.value * self.odd_times / self.times
        yield Mend(self.stands, rounded(self.stands, other))

    def message(self, mend: Mend) -> str:
        other = self.odd if mend.at == self.stands else self.stands
        named = {"printed": told(mend.at), "other": told(other), "line": other.line}
        return _("Here it says %(printed)s, but on line %(line)s %(other)s.") % named


def told_again(statements: Sequence[Statement], period: Period | None) -> list[HeldAgain]:
    """Every two statements of one figure, the one that stands first."""
    pairs = []
    for each in same_figures(statements, period).values():
        for first, second in combinations(each, 2):
            if first.printed.place != second.printed.place:
                pairs.append(_pair(first, second, each))
    return pairs


def _pair(first: Statement, second: Statement, all_of_it: Sequence[Statement]) -> HeldAgain:
    stands, odd = sorted((first, second), key=lambda each: standing(each, all_of_it))
    certain = not (stands.printed.about or odd.printed.about)
    return HeldAgain(stands.printed, odd.printed, times_of(stands), times_of(odd), certain)
