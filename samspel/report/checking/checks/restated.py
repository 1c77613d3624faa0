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
from samspel.report.checking.same_figure import by_standing, meet, same_figures, scaled, times_of
from samspel.report.checking.statement import Statement

_ONE = Decimal(1)
_FEW = 8
"""A figure told more often is held against its best statement only, not each against each."""


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
        if other.line == mend.at.line:
            return _("On the same line it says both %(printed)s and %(other)s.") % named
        return _("Here it says %(printed)s, but on line %(line)s %(other)s.") % named


def told_again(statements: Sequence[Statement], period: Period | None) -> list[HeldAgain]:
    """Every two statements of one figure, with the one that stands and the odd one."""
    pairs = []
    for each in same_figures(statements, period).values():
        ordered = by_standing(each)
        all_pairs = combinations(ordered, 2)
        against_best = ((ordered[0], other) for other in ordered[1:])
        for stands, odd in all_pairs if len(each) <= _FEW else against_best:
            if stands.printed.place != odd.printed.place:
                pairs.append(_pair(stands, odd))
    return pairs


def _pair(stands: Statement, odd: Statement) -> HeldAgain:
    certain = not (stands.printed.about or odd.printed.about)
    return HeldAgain(stands.printed, odd.printed, times_of(stands), times_of(odd), certain)
