"""What is left of a whole when something is taken from it: a budget's rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.report.checking.bounds import Term, are_amounts, is_level, levelling
from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.printing import told, with_unit
from samspel.report.checking.claims import Difference
from samspel.report.checking.finding import Certainty, Kind
from samspel.report.checking.printed import Printed


@dataclass(frozen=True)
class HeldDifference(Held):
    """A whole, what is taken from it, and what is left. What is left is looked at first."""

    claim: Difference

    @property
    def kind(self) -> Kind:
        return "identity"

    @property
    def certainty(self) -> Certainty:
        return "certain" if self.claim.sure else "likely"

    @property
    def numbers(self) -> tuple[Printed, ...]:
        return (self.claim.left, self.claim.whole, *self.claim.taken)

    def holds(self) -> bool:
        return is_level(self._terms(), amounts=are_amounts(self.numbers))

    def mends(self) -> Iterator[Mend]:
        yield from (Mend(number, value) for number, value in levelling(self._terms()))

    def message(self, mend: Mend) -> str:
        named = {
            "whole": told(self.claim.whole),
            "taken": " − ".join(told(taken) for taken in self.claim.taken),
            "left": told(self.claim.left),
            "printed": told(mend.at),
            "expected": with_unit(mend.at, mend.expected),
        }
        if mend.at == self.claim.left:
            return _("%(whole)s − %(taken)s leaves %(expected)s, not %(left)s.") % named
        return (
            _(
                "%(whole)s − %(taken)s is not %(left)s; %(expected)s instead of %(printed)s "
                "would fit."
            )
            % named
        )

    def _terms(self) -> list[Term]:
        taken = [(Decimal(-1), each) for each in self.claim.taken]
        return [(Decimal(-1), self.claim.left), (Decimal(1), self.claim.whole), *taken]
