"""Alter a number of a report at random, as a slip of the hand would, and see who notices."""

import random
from dataclasses import dataclass

from samspel.report.checking.examination import examine
from samspel.report.checking.finding import Finding
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.numerals import SPELLED
from samspel.report.checking.source import Line, Source


@dataclass(frozen=True, slots=True)
class Rates:
    """How many alterations were tried and found, and what was told of the unaltered report."""

    tried: int
    found: int
    told_unaltered: int
    missed: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Found of tried."""
        return self.found / self.tried if self.tried else 0.0

    def __add__(self, other: "Rates") -> "Rates":
        return Rates(
            self.tried + other.tried,
            self.found + other.found,
            self.told_unaltered + other.told_unaltered,
            self.missed + other.missed,
        )

    def __str__(self) -> str:
        return (
            f"{self.found} of {self.tried} alterations found ({self.share:.1%}); "
            f"{self.told_unaltered} findings on the unaltered reports"
        )


def rates_of(source: Source, rng: random.Random, most: int) -> Rates:
    """Alter up to ``most`` understood numbers of a report, one at a time."""
    whole = examine(source)
    known = {_told(finding) for finding in whole.findings}
    chosen = rng.sample(whole.understood, min(most, len(whole.understood)))
    missed = []
    for number in chosen:
        altered = altered_text(number, rng)
        told = {_told(finding) for finding in examine(_with(source, number, altered)).findings}
        if not told - known:
            missed.append(
                f"line {number.line}: {number.text} -> {altered}: {_around(source, number)}"
            )
    return Rates(len(chosen), len(chosen) - len(missed), len(whole.findings), tuple(missed))


def _told(finding: Finding) -> tuple[str, int, str, str]:
    return (finding.kind, finding.at.line, finding.at.text, finding.expected)


def altered_text(number: Printed, rng: random.Random) -> str:
    """The same number with one digit exchanged; a number in letters becomes another word."""
    if number.spelled:
        others = [word for word, value in SPELLED.items() if value != number.value and value > 1]
        word = rng.choice(others)
        return word.capitalize() if number.text[:1].isupper() else word
    places = [at for at, sign in enumerate(number.text) if sign.isdigit()]
    at = rng.choice(places)
    is_first = at == places[0] and len(places) > 1
    others = [digit for digit in "0123456789"[is_first:] if digit != number.text[at]]
    return number.text[:at] + rng.choice(others) + number.text[at + 1 :]


def _with(source: Source, number: Printed, text: str) -> Source:
    lines = tuple(
        Line(line.number, line.text[: number.start] + text + line.text[number.end :], line.page)
        if line.number == number.line
        else line
        for line in source.lines
    )
    return Source(source.name, lines)


def _around(source: Source, number: Printed) -> str:
    line = source.by_number[number.line].text
    return line[max(0, number.start - 40) : number.end + 40].replace("\t", " | ")
