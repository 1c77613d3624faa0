"""Enrolled at the start and newly enrolled, less closed, are enrolled at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.report.checking.bounds import Term, is_level, levelling
from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.printing import told
from samspel.report.checking.claims import Flow
from samspel.report.checking.finding import Kind
from samspel.report.checking.printed import Printed


@dataclass(frozen=True)
class HeldFlow(Held):
    """The identity of every results table. The enrolled at the end are looked at first."""

    claim: Flow

    @property
    def kind(self) -> Kind:
        return "identity"

    @property
    def numbers(self) -> tuple[Printed, ...]:
        return (self.claim.end, self.claim.start, self.claim.new, self.claim.closed)

    def holds(self) -> bool:
        return is_level(self._terms())

    def mends(self) -> Iterator[Mend]:
        yield from (Mend(number, value) for number, value in levelling(self._terms()) if value >= 0)

    def message(self, mend: Mend) -> str:
        named = {
            "start": told(self.claim.start),
            "new": told(self.claim.new),
            "closed": told(self.claim.closed),
            "end": told(self.claim.end),
            "printed": told(mend.at),
            "expected": mend.expected,
        }
        if mend.at == self.claim.end:
            return (
                _(
                    "%(start)s enrolled + %(new)s new − %(closed)s closed = %(expected)s, "
                    "not %(end)s."
                )
                % named
            )
        return (
            _(
                "%(start)s enrolled + %(new)s new − %(closed)s closed is not %(end)s; "
                "%(expected)s instead of %(printed)s would fit."
            )
            % named
        )

    def _terms(self) -> list[Term]:
        return [
            (Decimal(-1), self.claim.end),
            (Decimal(1), self.claim.start),
            (Decimal(1), self.claim.new),
            (Decimal(-1), self.claim.closed),
        ]
