"""Claims that do not hold as findings: one for each error, however often it is printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from samspel.report.checking.checks.guessing import Book, Guess, holds_with
from samspel.report.checking.checks.held import Held, Mend
from samspel.report.checking.checks.restated import HeldAgain
from samspel.report.checking.finding import Certainty, Finding, Kind
from samspel.report.checking.printed import Printed

STRONGEST: tuple[Kind, ...] = ("date", "sum", "identity", "share", "mean", "restated", "series")
"""Of several claims that one number breaks, the first kind is told."""


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
    """A finding for each number whose change mends what is broken."""
    book = Book(claims)
    return _once([_tell(guess, book) for guess in book.likeliest(list(dict.fromkeys(broken)))])


def _tell(guess: Guess, book: Book) -> _Told:
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


def _mend_of(main: Held, guess: Guess) -> Mend:
    """What the told claim itself expects of the number, where that mends all the others too."""
    own = (each for each in main.mends() if each.at.place == guess.mend.at.place and each.expected)
    fitting = (each for each in own if all(holds_with(one, each) for one in guess.mended))
    return next(fitting, guess.mend)


def _certainty(main: Held, guess: Guess) -> Certainty:
    """A number told again differently can be another thing where it agrees with its own table."""
    if main.kind == "restated" and guess.broken:
        return "likely"
    return main.certainty


def _copies(main: Held, at: Printed, book: Book) -> tuple[int, ...]:
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
