"""The mean of all against the means of its parts, weighted by their numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from samspel.report.checking.bounds import Term, is_level, levelling, slack
from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.printing import printed_like, rounded, told
from samspel.report.checking.claims import MeanOfParts, numbers_in
from samspel.report.checking.finding import Certainty, Kind
from samspel.report.checking.printed import Printed

MAY_LACK_VALUES = ("public_support_months",)
"""Means over those who have a value: their numbers are not always the counts of people."""


@dataclass(frozen=True)
class HeldMean(Held):
    """A mean and its parts. The mean of all is looked at first."""

    claim: MeanOfParts

    @property
    def kind(self) -> Kind:
        return "mean"

    @property
    def certainty(self) -> Certainty:
        doubtful = self._sizes() is None or self.claim.measure in MAY_LACK_VALUES
        return "likely" if doubtful else "certain"

    @property
    def numbers(self) -> tuple[Printed, ...]:
        return numbers_in(self.claim)

    def holds(self) -> bool:
        sizes = self._sizes()
        if sizes is None:
            return self._is_between(self.claim.parts)
        if not self._is_all(sizes):
            return True
        parts = tuple(part for part, size in zip(self.claim.parts, sizes, strict=True) if size)
        if len(parts) < 2:
            return True
        return is_level(self._terms(sizes), amounts=True)

    def mends(self) -> Iterator[Mend]:
        sizes = self._sizes()
        if sizes is None:
            yield Mend(self.claim.whole)
            return
        for number, value in levelling(self._terms(sizes)):
            if value >= 0:
                yield Mend(number, rounded(number, value))
        yield from self._sizes_that_fit(sizes)

    def message(self, mend: Mend) -> str:
        sizes = self._sizes()
        if sizes is None:
            named = {
                "whole": told(self.claim.whole),
                "parts": _(" and ").join(told(part) for part in self.claim.parts),
            }
            return _("The mean of all, %(whole)s, is not between its parts, %(parts)s.") % named
        weighted = [
            _("%(mean)s for %(size)s") % {"mean": told(part), "size": size}
            for part, size in zip(self.claim.parts, sizes, strict=True)
        ]
        named = {
            "parts": _(" and ").join(weighted),
            "right": printed_like(self.claim.whole, self._weighted(sizes)),
            "whole": told(self.claim.whole),
        }
        return _("%(parts)s give %(right)s for all, not %(whole)s.") % named

    def _sizes(self) -> tuple[Decimal, ...] | None:
        """The size of each part; None where one is not told."""
        sizes = [None if number is None else number.value for number in self.claim.numbers]
        for at, counted in enumerate(self.claim.counted):
            if sizes[at] is None and counted:
                sizes[at] = sum((each.value for each in counted), Decimal(0))
        if self.claim.all_of is not None and sizes.count(None) == 1:
            rest = self.claim.all_of.value - sum(size for size in sizes if size is not None)
            sizes = [rest if size is None else size for size in sizes]
        known = tuple(size for size in sizes if size is not None and size >= 0)
        return known if known and len(known) == len(self.claim.parts) and sum(known) else None

    def _is_all(self, sizes: tuple[Decimal, ...]) -> bool:
        return self.claim.all_of is None or sum(sizes) == self.claim.all_of.value

    def _is_between(self, parts: tuple[Printed, ...]) -> bool:
        whole, room = self.claim.whole, slack(self.claim.whole, amounts=True)
        lowest = min(part.value - slack(part, amounts=True) for part in parts)
        highest = max(part.value + slack(part, amounts=True) for part in parts)
        return lowest - room <= whole.value <= highest + room

    def _weighted(self, sizes: tuple[Decimal, ...]) -> Decimal:
        added = sum(
            (size * part.value for part, size in zip(self.claim.parts, sizes, strict=True)),
            Decimal(0),
        )
        return added / sum(sizes)

    def _terms(self, sizes: tuple[Decimal, ...]) -> list[Term]:
        parts = list(zip(sizes, self.claim.parts, strict=True))
        return [(-sum(sizes, Decimal(0)), self.claim.whole), *parts]

    def _sizes_that_fit(self, sizes: tuple[Decimal, ...]) -> Iterator[Mend]:
        """For each printed size the number of people with which the mean would be right."""
        whole = self.claim.whole.value
        apart = [
            size * (part.value - whole) for size, part in zip(sizes, self.claim.parts, strict=True)
        ]
        for at, number in enumerate(self.claim.numbers):
            distance = self.claim.parts[at].value - whole
            if number is not None and distance:
                size = (apart[at] - sum(apart)) / distance
                if size > 0:
                    yield Mend(number, size.quantize(Decimal(1), rounding=ROUND_HALF_UP))
