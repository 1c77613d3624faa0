"""Parts that are said to make up a whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.report.checking.bounds import (
    AMOUNTS_FROM,
    AMOUNTS_IN_TOTALS_FROM,
    Term,
    are_amounts,
    is_level,
    levelling,
    slack,
)
from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.printing import printed_like, told
from samspel.report.checking.claims import Sum
from samspel.report.checking.finding import Certainty, Kind
from samspel.report.checking.printed import Printed

_MOST_PARTS_TOLD = 4


@dataclass(frozen=True)
class HeldSum(Held):
    """A whole and its parts. The whole is looked at first."""

    claim: Sum

    @property
    def kind(self) -> Kind:
        return "identity" if self.claim.by_definition == "identity" else "sum"

    @property
    def certainty(self) -> Certainty:
        doubtful = self.claim.by_definition or not self.claim.sure
        return "likely" if doubtful else "certain"

    @property
    def numbers(self) -> tuple[Printed, ...]:
        return (self.claim.whole, *self.claim.parts)

    @property
    def added(self) -> Decimal:
        """The parts together."""
        return sum((part.value for part in self.claim.parts), Decimal(0))

    def holds(self) -> bool:
        if is_level(self._terms(), amounts=self._amounts()):
            return True
        return not self.claim.sure and self.added <= self.claim.whole.value

    def mends(self) -> Iterator[Mend]:
        if not self.claim.sure:
            yield Mend(self.claim.whole)
            return
        for number, value in levelling(self._terms()):
            if value >= 0 or self._amounts():
                yield Mend(number, value)

    def message(self, mend: Mend) -> str:
        whole, added = told(self.claim.whole), printed_like(self.claim.whole, self.added)
        named = {"whole": whole, "added": added, "parts": self._parts(), "expected": mend.expected}
        if not self.claim.sure:
            return _("%(parts)s are together %(added)s, more than %(whole)s.") % named
        if mend.at != self.claim.whole:
            named["printed"] = told(mend.at)
            return (
                _("With %(expected)s here instead of %(printed)s the parts would make %(whole)s.")
                % named
            )
        if self.claim.is_total:
            return _("The rows add up to %(added)s, not to %(whole)s.") % named
        return _("%(parts)s are together %(added)s, not %(whole)s.") % named

    def _parts(self) -> str:
        parts = [told(part) for part in self.claim.parts if part.value]
        if len(parts) > _MOST_PARTS_TOLD:
            return _("The %(number)s parts") % {"number": len(self.claim.parts)}
        return " + ".join(parts)

    def _terms(self) -> list[Term]:
        parts = [(Decimal(1), part) for part in self.claim.parts]
        return [(Decimal(-1), self.claim.whole), *parts]

    def _amounts(self) -> bool:
        least = AMOUNTS_IN_TOTALS_FROM if self.claim.is_total else AMOUNTS_FROM
        return are_amounts(self.numbers, least)

    @property
    def lacks(self) -> bool:
        """Whether the parts are less than the whole, so that some may not be listed."""
        return self.added + slack(self.claim.whole) < self.claim.whole.value
