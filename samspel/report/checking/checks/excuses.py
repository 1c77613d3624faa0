"""What explains a claim that does not hold, so that it is not told.

Rounding is no excuse of its own: it is within what each claim allows. See `docs/checking.md`.
"""

from collections.abc import Sequence

from samspel.report.checking.checks.held import Held
from samspel.report.checking.checks.shares import HeldShare
from samspel.report.checking.checks.sums import HeldSum
from samspel.report.checking.printed import Printed


def not_excused(broken: Sequence[Held], claims: Sequence[Held]) -> list[Held]:
    """The broken claims that nothing explains."""
    excuses = _Excuses(claims)
    return [each for each in broken if not excuses.excuse(each)]


class _Excuses:
    """The claims of a report, by what excuses others."""

    def __init__(self, claims: Sequence[Held]) -> None:
        self.share_of: dict[tuple[int, int], HeldShare] = {}
        self.wrong_in_list: dict[tuple[Printed, ...], list[HeldShare]] = {}
        self.total_rows: dict[int, list[HeldSum]] = {}
        for each in claims:
            if isinstance(each, HeldShare):
                self.share_of[each.claim.part.place] = each
                if not each.holds():
                    self.wrong_in_list.setdefault(each.listed, []).append(each)
            elif isinstance(each, HeldSum) and each.claim.is_total:
                self.total_rows.setdefault(each.claim.whole.line, []).append(each)

    def excuse(self, claim: Held) -> bool:
        """Whether something explains that the claim does not hold."""
        if isinstance(claim, HeldShare):
            return self._is_made_to_fit(claim)
        if isinstance(claim, HeldSum):
            is_total = claim.claim.is_total
            return self._is_no_total(claim) if is_total else self._are_some_of_many(claim)
        return False

    def _is_made_to_fit(self, claim: HeldShare) -> bool:
        """Less than a digit off, in a list with a share that is more wrong.

        Before that one went wrong the list may have made 100, to which this one was moved.
        """
        if not claim.is_less_than_a_digit_off:
            return False
        step = claim.claim.percent.step
        return any(
            not other.is_less_than_a_digit_off or other.claim.percent.step < step
            for other in self.wrong_in_list.get(claim.listed, ())
        )

    def _are_some_of_many(self, claim: HeldSum) -> bool:
        """Parts that are less than their whole, each with its right share: more are not listed."""
        if not claim.lacks:
            return False
        own = [self.share_of.get(part.place) for part in claim.claim.parts]
        return all(
            each is not None
            and each.holds()
            and claim.claim.whole.value in [whole.value for whole in each.claim.wholes]
            for each in own
        )

    def _is_no_total(self, claim: HeldSum) -> bool:
        """A row of totals of which most do not add up: there are rows not read, or read twice.

        Then all that are wrong have less in their rows than in the total, or all have more.
        """
        row = self.total_rows[claim.claim.whole.line]
        wrong = [each for each in row if not each.holds()]
        if len(row) < 2 or len(wrong) * 2 <= len(row):
            return False
        return len({each.lacks for each in wrong}) == 1
