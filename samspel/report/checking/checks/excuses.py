"""What explains a claim that does not hold, so that it is not told.

Rounding is no excuse of its own: it is within what each claim allows. See `docs/checking.md`.
"""

from collections.abc import Sequence

from samspel.report.checking.checks.held import Held
from samspel.report.checking.checks.shares import HeldShare
from samspel.report.checking.checks.sums import HeldSum


def not_excused(broken: Sequence[Held], claims: Sequence[Held]) -> list[Held]:
    """The broken claims that nothing explains."""
    return [each for each in broken if not _is_excused(each, claims)]


def _is_excused(claim: Held, claims: Sequence[Held]) -> bool:
    if isinstance(claim, HeldShare):
        return _is_made_to_fit(claim, claims)
    if isinstance(claim, HeldSum):
        return _are_some_of_many(claim, claims) or _is_no_total(claim, claims)
    return False


def _is_made_to_fit(claim: HeldShare, claims: Sequence[Held]) -> bool:
    """Less than a digit off, in a list with a share that is more wrong.

    Before that one went wrong the list may have made 100, to which this one was moved.
    """
    if not claim.is_less_than_a_digit_off:
        return False
    return any(
        isinstance(other, HeldShare)
        and other.listed == claim.listed
        and not other.holds()
        and (
            not other.is_less_than_a_digit_off
            or other.claim.percent.step < claim.claim.percent.step
        )
        for other in claims
    )


def _are_some_of_many(claim: HeldSum, claims: Sequence[Held]) -> bool:
    """Parts that are less than their whole, each with its right share: the rest is not listed."""
    if claim.claim.is_total or not claim.lacks:
        return False
    shares = {each.claim.part.place: each for each in claims if isinstance(each, HeldShare)}
    own = [shares.get(part.place) for part in claim.claim.parts]
    return all(
        each is not None
        and each.holds()
        and claim.claim.whole.value in [whole.value for whole in each.claim.wholes]
        for each in own
    )


def _is_no_total(claim: HeldSum, claims: Sequence[Held]) -> bool:
    """A row of totals of which most do not add up: there are rows not read, or read twice.

    Then all that are wrong have less in their rows than in the total, or all have more.
    """
    if not claim.claim.is_total:
        return False
    line = claim.claim.whole.line
    row = [
        each
        for each in claims
        if isinstance(each, HeldSum) and each.claim.is_total and each.claim.whole.line == line
    ]
    wrong = [each for each in row if not each.holds()]
    if len(row) < 2 or len(wrong) * 2 <= len(row):
        return False
    return len({each.lacks for each in wrong}) == 1
