"""Numbers and readings made by hand, so that the checks are tested without any reader."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from samspel.figures.address import parse_address
from samspel.figures.period import Period
from samspel.report.checking.checks.every import findings_of
from samspel.report.checking.claims import Claim
from samspel.report.checking.finding import Finding
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.numerals import numbers_in, spelled_in
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.reading.read import Reading
from samspel.report.checking.reading.together import claims_together
from samspel.report.checking.source import Source
from samspel.report.checking.statement import Statement, Where

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
_lines = count(1)


def n(text: str, line: int | None = None) -> Printed:
    """The number of a short text (``"47,6 %"``), on a line of its own."""
    where = next(_lines) if line is None else line
    found = numbers_in(text, where) or spelled_in(text, where)
    assert len(found) == 1, text
    return found[0]


def row(text: str, line: int | None = None) -> tuple[Printed, ...]:
    """Numbers parted by bars, on one line: ``"41 | 16 | 23"``."""
    where = next(_lines) if line is None else line
    pieces = [piece.strip() for piece in text.split("|")]
    return tuple(
        replace(n(piece, where), start=at * 20, end=at * 20 + len(piece))
        for at, piece in enumerate(pieces)
        if piece
    )


def stated(
    address: str, text: str | Printed, where: Where = "text", *, exception: bool = False
) -> Statement:
    """“This number is that figure.”"""
    printed = n(text) if isinstance(text, str) else text
    return Statement(parse_address(address), printed, where, exception)


def reading(
    claims: Sequence[Claim] = (),
    statements: Sequence[Statement] = (),
    period: Period | None = YEAR,
) -> Reading:
    """A report that claims and states just this."""
    outline = Outline(Source.of_text(""), "", period, {})
    return Reading(outline, tuple(statements), claims_together(statements, claims, period), ())


def found(
    claims: Sequence[Claim] = (),
    statements: Sequence[Statement] = (),
    period: Period | None = YEAR,
) -> list[Finding]:
    """What the checks tell of it."""
    return list(findings_of(reading(claims, statements, period)))


def told(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    """Kind, printed and expected of each finding."""
    return [(each.kind, each.at.text, each.expected) for each in findings]
