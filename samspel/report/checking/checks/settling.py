"""Of claims that do not hold: which number is the wrong one, told once.

A misprint breaks several claims. The number whose change mends most of them is told; where none
mends more than another, the number that a claim itself looks at first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.restated import HeldAgain
from samspel.report.checking.finding import Certainty, Finding, Kind
from samspel.report.checking.printed import Printed

STRONGEST: tuple[Kind, ...] = ("date", "sum", "identity", "share", "mean", "restated", "series")
"""Of several claims that one number breaks, the first kind is told."""

Place = tuple[int, int]
_NOT_MENDED = 1_000
"""Breaks more than anything: taken only where no change mends the claim."""


@dataclass(frozen=True, slots=True)
class _Guess:
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


@dataclass
class _Book:
    """All claims, with those of each number at hand."""

    claims: Sequence[Held]
    of_number: dict[Place, list[Held]] = field(init=False)

    def __post_init__(self) -> None:
        self.of_number = {}
        for claim in self.claims:
            for number in {number.place: number for number in claim.numbers}.values():
                self.of_number.setdefault(number.place, []).append(claim)

    def guess(self, mend: Mend, claim: Held, broken: Sequence[Held], *, is_first: bool) -> _Guess:
        """What a change would mend and break."""
        if mend.value is None:
            return _Guess(mend, (claim,), 0, is_first)
        new = as_printed(mend.at, mend.value)
        mended, breaks = [], 0
        for each in self.of_number.get(mend.at.place, ()):
            holds = each.with_number(mend.at, new).holds()
            if holds and each in broken:
                mended.append(each)
            elif not holds and each not in broken and not isinstance(each, HeldAgain):
                breaks += 1
        return _Guess(mend, tuple(mended), breaks, is_first)


@dataclass(frozen=True, slots=True)
class _Told:
    """A finding and what its claim says, by which the same error is known in another place."""

    finding: Finding
    said: tuple[object, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """The same for two findings about one and the same error."""
        at = self.finding.at
        return (self.finding.kind, at.value, at.step, at.unit, self.finding.expected, self.said)


def settle(claims: Sequence[Held], broken: Iterable[Held]) -> list[Finding]:
    """The fewest numbers whose change mends all that is broken, one finding each."""
    book, told = _Book(claims), []
    for together in _hanging_together(list(dict.fromkeys(broken))):
        left = together
        while left:
            best = max(_guesses(book, left), key=lambda guess: guess.rank)
            told.append(_tell(best, book))
            left = [each for each in left if not _is_told(each, best)]
    return _once(told)


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


def _is_told(claim: Held, guess: _Guess) -> bool:
    """A number that was told as wrong need not be told again for being said in several ways."""
    if claim in guess.mended:
        return True
    doubted = guess.mend.at.place
    return isinstance(claim, HeldAgain) and any(each.place == doubted for each in claim.numbers)


def as_printed(number: Printed, value: Decimal) -> Printed:
    """The number as it would be with another value."""
    steps = (value / number.step).to_integral_value(rounding=ROUND_HALF_UP)
    return replace(number, value=steps * number.step)


def _guesses(book: _Book, broken: Sequence[Held]) -> Iterator[_Guess]:
    """Every change that a broken claim offers; at least one that is said to mend each claim."""
    for claim in broken:
        yield _Guess(Mend(claim.numbers[0]), (claim,), _NOT_MENDED, is_first=False)
        for at, mend in enumerate(claim.mends()):
            guess = book.guess(mend, claim, broken, is_first=at == 0)
            if guess.mended:
                yield guess


def _tell(guess: _Guess, book: _Book) -> _Told:
    main = min(guess.mended, key=lambda each: (STRONGEST.index(each.kind), each.certainty))
    mend = _mend_of(main, guess)
    against = {number.line for each in guess.mended for number in each.numbers} - {mend.at.line}
    finding = Finding(
        kind=main.kind,
        at=mend.at,
        expected=mend.expected,
        message=main.message(mend),
        certainty=_certainty(main, guess),
        also=_copies(main, mend.at, book),
        against=tuple(sorted(against)),
    )
    return _Told(finding, main.said)


def _mend_of(main: Held, guess: _Guess) -> Mend:
    """What the told claim itself expects of the number, where that mends all the others too."""
    for mend in main.mends():
        if mend.at.place == guess.mend.at.place and mend.expected:
            return mend
    return guess.mend


def _certainty(main: Held, guess: _Guess) -> Certainty:
    """A number told again differently can be another thing where it agrees with its own table."""
    if main.kind == "restated" and guess.broken:
        return "likely"
    return main.certainty


def _copies(main: Held, at: Printed, book: _Book) -> tuple[int, ...]:
    """The lines where a wrong mean is printed again."""
    if main.kind != "mean":
        return ()
    pairs = (each for each in book.of_number.get(at.place, ()) if isinstance(each, HeldAgain))
    lines = {number.line for pair in pairs if pair.holds() for number in pair.numbers}
    return tuple(sorted(lines - {at.line}))


def _once(told: Sequence[_Told]) -> list[Finding]:
    """Findings about one and the same error as one, at its first place."""
    same: dict[tuple[object, ...], list[Finding]] = {}
    for each in told:
        same.setdefault(each.key, []).append(each.finding)
    return [_merged(sorted(each, key=lambda one: one.at.place)) for each in same.values()]


def _merged(findings: Sequence[Finding]) -> Finding:
    first = findings[0]
    also = {line for each in findings for line in (each.at.line, *each.also)} - {first.at.line}
    against = {line for each in findings for line in each.against} - {first.at.line}
    return replace(first, also=tuple(sorted(also)), against=tuple(sorted(against - also)))
