"""Words of direction: “betydligt färre än förra året”, “genomströmningstiden har ökat”.

What is read is only what a figure can be held against: a subject that is one figure, a direction,
and whether the period before or the same time a year earlier is meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samspel.figures.address import PREVIOUS, YEAR_BEFORE, Address
from samspel.report.checking.reading.letters import any_of, words
from samspel.report.checking.reading.passages import Passage
from samspel.report.checking.statement import Statement

_SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("throughput_months", words("genomströmningstid*", "tiden i insatsen")),
    (
        "public_support_months",
        words("tid* i offentlig försörjning", "tid* i bidragsberoende", "tid* med offentlig*"),
    ),
    ("age_at_end", words("medelålder*", "genomsnittsålder*", "snittålder*")),
    ("result_rate", words("andel* till resultat", "resultatandel*", "andel* som gick till")),
    ("in_queue_at_end", words("kön", "antal* i kö", "antalet som väntar")),
    ("newly_enrolled", words("nyinskriv*", "nya deltagare", "inflöde*", "antalet inskrivningar")),
    ("referred", words("antalet remisser", "remisserna", "antalet remitterade")),
    ("dropouts", words("dropout*", "drop-out*", "avhopp*")),
    ("closed", words("antalet avslut*", "avsluten", "avslutade", "avslutades")),
    (
        "enrolled_at_end",
        words("antalet deltagare", "antalet inskrivna", "antalet aktiva", "deltagarantalet"),
    ),
)
_MORE = (
    "fler",
    "ökat",
    "ökade",
    "ökar",
    "ökning",
    "högre",
    "större",
    "längre",
    "stigit",
    "steg",
    "stiger",
)
_FEWER = (
    "färre",
    "minskat",
    "minskade",
    "minskar",
    "minskning",
    "lägre",
    "mindre",
    "kortare",
    "sjunkit",
    "sjönk",
    "sjunker",
)
_SAME = ("oförändrad*", "oförändrat", "lika många", "lika lång", "lika hög", "samma nivå")
_WAYS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, words(*_MORE)),
    (-1, words(*_FEWER)),
    (0, words(*_SAME)),
)
_BEFORE = any_of(
    "föregående period*",
    "förra perioden",
    "tidigare period*",
    "perioden före",
    "perioden innan",
    "senaste mätning*",
    "förra mätning*",
    "föregående mätning*",
    "förra rapporten",
    "tidigare",
    "förut",
    "under perioden",
)
_YEAR_BEFORE = any_of(
    "förra året", "föregående år", "året innan", "året före", "i fjol", "fjolåret"
)
_AGAINST = re.compile(rf"(?P<year>{_YEAR_BEFORE})|(?P<before>{_BEFORE})", re.IGNORECASE)
_REACH = 60
"""Characters between the subject and the word of direction, at most: within one clause."""
_CLAUSE_ENDS = re.compile(r"[;:]|,?\s+(?:men|medan|samtidigt som|dock)\s", re.IGNORECASE)
_POINTS_BACK = re.compile(
    rf"^\s*(?:{any_of('det är', 'detta är', 'det var', 'vilket är')})\b", re.IGNORECASE
)
_ASIDE = words("om", "borde", "bör", "kan", "kommer", "ska", "planeras", "förhoppning*", "inte")
"""What is wished for, expected or denied says nothing of what the figures did."""


@dataclass(frozen=True, slots=True)
class Direction:
    """A claim that a figure went up (1), down (−1) or stood still (0).

    ``start`` and ``end`` are the characters of the line that hold the word of direction;
    ``against`` is the period it is held against, as in an address.
    """

    line: int
    start: int
    end: int
    text: str
    address: Address
    way: int
    against: str

    @property
    def then(self) -> Address:
        """The figure in the period that it is compared with."""
        return Address(
            self.address.figure, self.address.where, self.address.statistic, period=self.against
        )


def directions_in(
    texts: Sequence[Passage], statements: Sequence[Statement] = ()
) -> Iterator[Direction]:
    """Every direction that is told of one figure; “det är färre” points at the number before it."""
    for passage in texts:
        told: Address | None = None
        for sentence in passage.sentences():
            for clause in _clauses(sentence):
                found = _direction(clause, told)
                if found is not None:
                    yield found
            told = _first_count(sentence, statements) or told


def _clauses(sentence: Passage) -> Iterator[Passage]:
    start = 0
    for end in [match.start() for match in _CLAUSE_ENDS.finditer(sentence.text)] + [None]:
        length = (len(sentence.text) if end is None else end) - start
        if length > 0:
            yield sentence.cut(start, length)
        start = end or 0


def _direction(clause: Passage, told: Address | None) -> Direction | None:
    if _ASIDE.search(clause.text):
        return None
    ways = [(match, way) for way, form in _WAYS for match in form.finditer(clause.text)]
    if len(ways) != 1:
        return None
    match, way = ways[0]
    address = _subject(clause.text, match)
    if address is None and _POINTS_BACK.match(clause.text):
        address = told
    if address is None:
        return None
    line, start = _placed(clause, match.start())
    against = _against(clause.text)
    return Direction(line, start, start + len(match[0]), match[0], address, way, against)


def _subject(text: str, way: re.Match[str]) -> Address | None:
    """The one figure named near the word; of two nothing is understood."""
    near = text[max(0, way.start() - _REACH) : way.end() + _REACH]
    named = [figure for figure, form in _SUBJECTS if form.search(near)]
    return Address(named[0]) if len(named) == 1 else None


def _against(text: str) -> str:
    found = _AGAINST.search(text)
    return YEAR_BEFORE if found and found["year"] else PREVIOUS


def _first_count(sentence: Passage, statements: Sequence[Statement]) -> Address | None:
    """The first figure of the report's own period that the sentence tells the number of."""
    here = {number.place for _offset, number in sentence.numbers_at() + sentence.spelled_at()}
    told = (each for each in statements if each.printed.place in here)
    of_now = (each.address for each in told if not each.address.period and not each.exception)
    return next((address for address in of_now if address.statistic is None), None)


def _placed(clause: Passage, offset: int) -> tuple[int, int]:
    piece = clause.cut(offset, 1)
    _offset, line, character = piece.starts[0]
    return line, character
