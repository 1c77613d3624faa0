"""Which number is the wrong one, of those in claims that do not hold.

A misprint breaks several claims. The number whose change mends most of them is the likeliest; where
none mends more than another, the number that a claim itself looks at first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.restated import HeldAgain
from samspel.report.checking.printed import Printed

Place = tuple[int, int]
_NOT_MENDED = 1_000
"""Breaks more than anything: taken only where no change mends the claim."""
_MOST_WEIGHED = 100
"""With more broken claims than so many hanging together nothing is weighed against anything."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A change, the claims that it mends, and how many claims that hold it would break."""

    mend: Mend
    mended: tuple[Held, ...]
    broken: int
    is_first: bool

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Greater is likelier. What is told twice alike counts once.

        A number that no claim looks at first must not break what holds: the right value would not.
        """
        mended = len({(type(each), each.said) for each in self.mended})
        return (mended - (0 if self.is_first else self.broken), self.is_first, -self.broken)

    def mends(self, claim: Held) -> bool:
        """Whether a claim needs no finding of its own when this change is told.

        A number that is told as wrong need not be told again for being said in several ways.
        """
        if claim in self.mended:
            return True
        return isinstance(claim, HeldAgain) and self.touches(claim)

    def touches(self, claim: Held) -> bool:
        """Whether a claim is about the number that this change is of."""
        return any(number.place == self.mend.at.place for number in claim.numbers)

    def without(self, told: Sequence[Held]) -> "Guess":
        """The guess for what is left when some claims have been told."""
        return replace(self, mended=tuple(each for each in self.mended if each not in told))


class Book:
    """All claims of a report, with those of each number at hand."""

    def __init__(self, claims: Sequence[Held]) -> None:
        self.of_number: dict[Place, list[Held]] = {}
        for claim in claims:
            for place in {number.place for number in claim.numbers}:
                self.of_number.setdefault(place, []).append(claim)

    def likeliest(self, broken: Sequence[Held]) -> Iterator[Guess]:
        """The fewest changes that mend all that is broken."""
        for heap in _hanging_together(broken):
            if len(heap) > _MOST_WEIGHED:
                yield from _first_of_each(heap)
            else:
                yield from self._likeliest_of(heap)

    def _likeliest_of(self, heap: Sequence[Held]) -> Iterator[Guess]:
        guesses, left = list(self._guesses(heap)), list(heap)
        while left:
            best = max(guesses, key=lambda guess: guess.rank)
            yield best
            told = [each for each in left if best.mends(each)]
            left = [each for each in left if each not in told]
            if best.mend.value is not None and any(map(best.touches, left)):
                yield from self._with(best.mend).likeliest(_broken_with(best.mend, left))
                return
            guesses = [each for each in (one.without(told) for one in guesses) if each.mended]

    def _with(self, mend: Mend) -> "Book":
        """The report as it would be with a change: what is left is judged in its light."""
        everything = dict.fromkeys(
            claim for several in self.of_number.values() for claim in several
        )
        return Book([_changed(claim, mend) for claim in everything])

    def _guesses(self, broken: Sequence[Held]) -> Iterator[Guess]:
        """Every change that a broken claim offers; at least one that is said to mend each claim."""
        for claim in broken:
            yield Guess(Mend(claim.numbers[0]), (claim,), _NOT_MENDED, is_first=False)
            for at, mend in enumerate(claim.mends()):
                guess = self._guess(mend, claim, broken, is_first=at == 0)
                if guess.mended:
                    yield guess

    def _guess(self, mend: Mend, claim: Held, broken: Sequence[Held], *, is_first: bool) -> Guess:
        if mend.value is None:
            return Guess(mend, (claim,), 0, is_first)
        mended, breaks = [], 0
        for each in self.of_number.get(mend.at.place, ()):
            holds = holds_with(each, mend)
            if holds and each in broken:
                mended.append(each)
            elif not holds and each not in broken and not isinstance(each, HeldAgain):
                breaks += 1
        return Guess(mend, tuple(mended), breaks, is_first)


def holds_with(claim: Held, mend: Mend) -> bool:
    """Whether a claim would hold with the change."""
    return mend.value is not None and _changed(claim, mend).holds()


def _changed(claim: Held, mend: Mend) -> Held:
    if mend.value is None or mend.at.place not in {number.place for number in claim.numbers}:
        return claim
    return claim.with_number(mend.at, _as_printed(mend.at, mend.value))


def _broken_with(mend: Mend, claims: Sequence[Held]) -> list[Held]:
    changed = dict.fromkeys(_changed(each, mend) for each in claims)
    return [each for each in changed if not each.holds()]


def _as_printed(number: Printed, value: Decimal) -> Printed:
    steps = (value / number.step).to_integral_value(rounding=ROUND_HALF_UP)
    return replace(number, value=steps * number.step)


def _hanging_together(broken: Sequence[Held]) -> list[list[Held]]:
    """The claims in heaps that share no number: no one change mends claims of two heaps."""
    heaps: list[tuple[set[Place], list[Held]]] = []
    for claim in broken:
        places, members, apart = {number.place for number in claim.numbers}, [claim], []
        for heap in heaps:
            if heap[0] & places:
                places |= heap[0]
                members = [*heap[1], *members]
            else:
                apart.append(heap)
        heaps = [*apart, (places, members)]
    return [members for _places, members in heaps]


def _first_of_each(heap: Sequence[Held]) -> Iterator[Guess]:
    """What each claim looks at first, each number once."""
    doubted: set[Place] = set()
    for claim in heap:
        mend = next(claim.mends(), Mend(claim.numbers[0]))
        if mend.at.place not in doubted:
            doubted.add(mend.at.place)
            yield Guess(mend, (claim,), 0, is_first=True)
