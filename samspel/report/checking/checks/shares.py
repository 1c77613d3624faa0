"""Shares against their counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from samspel.report.checking.bounds import slack
from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.printing import told, with_unit
from samspel.report.checking.claims import Share
from samspel.report.checking.finding import Certainty, Kind
from samspel.report.checking.printed import HALF, Printed

_HUNDRED = Decimal(100)
_QUARTER = Decimal("0.25")
_FURTHEST_WHOLE = 3
"""No whole further from the printed one than so many times is thought of."""


@dataclass(frozen=True)
class HeldShare(Held):
    """A part, its percent and what it can be a part of. The percent is looked at first.

    ``listed`` are the percents that are printed together as shares of one whole.
    """

    claim: Share
    listed: tuple[Printed, ...] = ()

    @property
    def kind(self) -> Kind:
        return "share"

    @property
    def certainty(self) -> Certainty:
        doubtful = self.claim.part.spelled or not self.claim.named
        return "likely" if doubtful else "certain"

    @property
    def numbers(self) -> tuple[Printed, ...]:
        return (self.claim.percent, self.claim.part, *self.claim.wholes)

    @property
    def said(self) -> tuple[object, ...]:
        percent, part = self.claim.percent, self.claim.part
        return (percent.value, percent.step, part.value, self.claim.wholes[:1] and self._whole)

    @property
    def _whole(self) -> Decimal:
        return self.claim.wholes[0].value

    def holds(self) -> bool:
        return not self.claim.wholes or any(self._fits(whole.value) for whole in self.claim.wholes)

    def mends(self) -> Iterator[Mend]:
        percent, part = self.claim.percent, self.claim.part
        if self._whole > 0:
            yield Mend(percent, part.value * _HUNDRED / self._whole)
            value = percent.value * self._whole / _HUNDRED
            yield Mend(part, value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
        fitting = self._fitting_whole()
        if fitting is not None:
            yield Mend(self.claim.wholes[0], fitting)

    def message(self, mend: Mend) -> str:
        part, percent, whole = self.claim.part, self.claim.percent, self.claim.wholes[0]
        right = Mend(percent, part.value * _HUNDRED / whole.value) if whole.value else Mend(percent)
        fitting = self._fitting_whole()
        named = {
            "part": told(part),
            "whole": told(whole),
            "share": with_unit(percent, right.expected),
            "percent": told(percent),
            "fitting": "" if fitting is None else str(fitting),
        }
        if fitting is None:
            return (
                _(
                    "%(part)s of %(whole)s is %(share)s, not %(percent)s, which %(part)s is of "
                    "no number."
                )
                % named
            )
        return (
            _(
                "%(part)s of %(whole)s is %(share)s, not %(percent)s, which would be %(part)s of "
                "%(fitting)s."
            )
            % named
        )

    @property
    def is_less_than_a_digit_off(self) -> bool:
        """Whether it is within one unit of its last digit, of any whole that it can be of."""
        return any(
            self._off(whole.value) < self.claim.percent.step
            for whole in self.claim.wholes
            if whole.value > 0
        )

    def _off(self, whole: Decimal) -> Decimal:
        """How far the printed percent is from the right one."""
        return abs(self.claim.part.value * _HUNDRED / whole - self.claim.percent.value)

    def _fits(self, whole: Decimal) -> bool:
        """Within rounding, to halves too, or moved less than a digit so that a list makes 100."""
        if whole <= 0:
            return False
        percent, part = self.claim.percent, self.claim.part
        off = self._off(whole)
        room = slack(percent) + slack(part) * _HUNDRED / whole
        if self._in_halves():
            room = max(room, _QUARTER)
        return off <= room or (off < percent.step and self._listed_make_100())

    def _in_halves(self) -> bool:
        percent = self.claim.percent
        if percent.step >= 1 or (percent.value / HALF) % 1:
            return False
        halves = [each for each in (percent, *self.listed) if each.value % 1 == HALF]
        return bool(halves) and all((each.value / HALF) % 1 == 0 for each in self.listed)

    def _listed_make_100(self) -> bool:
        return len(self.listed) > 1 and sum(each.value for each in self.listed) == _HUNDRED

    def _fitting_whole(self) -> Decimal | None:
        """The whole of which the part would be the printed share: the one that fits best."""
        part, percent = self.claim.part.value, self.claim.percent.value
        if part <= 0 or percent <= 0:
            return None
        middle = int(part * _HUNDRED / percent)
        near = [Decimal(n) for n in range(max(middle - 2, 1), middle + 4) if n >= part]
        fitting = [n for n in near if self._fits(n) and n <= self._whole * _FURTHEST_WHOLE]
        return min(fitting, key=lambda n: abs(part * _HUNDRED / n - percent), default=None)


def held_shares(shares: Sequence[Share]) -> list[HeldShare]:
    """The shares, each with the percents that are printed with it as shares of one whole."""
    groups: dict[tuple[int, Decimal], dict[tuple[int, int], Printed]] = {}
    for each in shares:
        if each.group and each.wholes:
            listed = groups.setdefault((each.group, each.wholes[0].value), {})
            listed[each.percent.place] = each.percent
    return [
        HeldShare(
            each,
            tuple(groups.get((each.group, each.wholes[0].value), {}).values())
            if each.group and each.wholes
            else (),
        )
        for each in shares
    ]
