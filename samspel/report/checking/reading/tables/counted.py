"""Counts by a key on short lines: “Varav kvinnor: 10 (56 %)”, “31-45 6”, “Region Norr (RN):7”.

A list begins with its whole, or with a heading that names it, and ends where anything else is
told. A breakdown is said to make up its whole only where nothing of it may have been passed over.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from samspel.figures.address import Address
from samspel.figures.period import Period
from samspel.figures.values import SHARE
from samspel.report.checking.claims import Claim, Share, Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.numerals import numbers_in
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.tables.counted_lines import (
    AGE,
    GENDER,
    Count,
    begins_with_band,
    count_in,
    is_of_which,
)
from samspel.report.checking.reading.tables.other_time import is_of_another_time
from samspel.report.checking.source import Line
from samspel.report.checking.statement import Statement

_LONGEST = 120
_HEADING_WORDS = 7
_NEW = words("nya deltagare*", "nyinskriv*", "nya inskrivna", "inskrivna under perioden")
_REFERRED = words("remitterade deltagare*", "remitterade", "nya remisser", "antal remisser")
_TO_RESULT = words(
    "avslutade i resultat*", "avslutade till resultat*", "resultat fördelat*", "till resultat"
)
_OTHERS = words(
    *("avslut*", "aktiva", "aktuella", "pågående", "samtliga", "i kö", "i kön", "studiebesök*"),
    *("inskrivna vid", "vid periodens slut", "vid årets slut", "personal*", "alla deltagare"),
)
"""Breakdowns of these are of another whole."""
_BY_NAME = ("referred_by", "income_source")
_SOME = words(
    *(
        "bland annat",
        "bl a",
        "bl.a.",
        "främst",
        "framför allt",
        "huvudsak*",
        "till exempel",
        "t ex",
    ),
    *("störst*", "största", "vanligast*", "flest", "exempel*"),
)
_SEVERAL = words("flera", "fler än en", "mer än en", "samma person", "dubbel*")
"""One person can be counted several times."""
_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (AGE, words("åldersfördelning*", "ålder*", "åldersgrupp*")),
    ("referred_by", words("remittent*", "remitterande*", "remitterade av")),
    ("income_source", words("försörjning*", "försörjningsgrund*", "inkomst*")),
    (GENDER, words("kön*", "könsfördelning*")),
)
_FEWEST_LETTERS = 3
_LONGEST_NOTE = 2
"""Lines that a note in brackets goes on for after the one that it begins in."""
_NUMBER = re.compile(r"(?<![^\W\d_])\d+(?![^\W\d_])")
"""A number, and no letter that was read as one."""
_BAND = re.compile(r"(\d+)-(\d*)")


@dataclass
class _List:
    """A whole and the counts under it, as the reader goes down the lines."""

    figure: str = ""
    whole: Printed | None = None
    is_of_another_time: bool = False
    dimension: str = ""
    parts: dict[str, dict[str, list[Printed]]] = field(default_factory=dict)
    shares: list[tuple[str, str, Printed, Printed]] = field(default_factory=list)
    unclear: set[str] = field(default_factory=set)
    """The breakdowns that may lack a part, or have one twice."""
    unnamed: dict[str, list[Printed]] = field(default_factory=dict)
    """Counts in a breakdown whose names are not known: parts of it, or of something else."""
    note: int = 0
    """The lines that a note in brackets can still go on for."""

    def tell(self, count: Count, text: str) -> None:
        """Remember a part; “varav” under another referrer is a part of that part."""
        told = self.parts.setdefault(count.dimension, {})
        if told and is_of_which(text) and count.dimension == self.dimension != GENDER:
            return
        told.setdefault(count.code, []).append(count.number)
        if count.percent is not None:
            self.shares.append((count.dimension, count.code, count.number, count.percent))

    def doubt(self) -> None:
        """Something was passed over in the breakdown that is being told."""
        self.unclear.add(self.dimension)


def read_counted(outline: Outline) -> Found:
    """Every list of counts under a whole that is one of the figures."""
    found, current = Found(), _List()
    for line in outline.source.lines:
        if line.is_blank:
            continue
        is_apart = line.number in outline.tables or line.number in outline.headings
        read = _ENDS if is_apart else _line(line, current, outline.period)
        if read is _ENDS:
            found += _told(current)
            current = _List()
            read = _ENDS if is_apart else _line(line, current, outline.period)
        if read is _PART:
            found += Found(lines=frozenset({line.number}))
    return found + _told(current)


_PART, _OTHER, _ENDS = "part", "other", "ends"


def _line(line: Line, current: _List, period: Period | None) -> str:
    """Read a line into the list; says whether it was a part of it, or ends it."""
    if current.note:
        current.note = 0 if ")" in line.text else current.note - 1
        return _OTHER
    if begun := _figure_of(line):
        return _ENDS if current.figure else _begin(line, begun, current, period)
    if not current.figure:
        return _OTHER
    if len(line.text) > _LONGEST or line.cells:
        return _ENDS
    count = count_in(line, current.dimension)
    return _head(line, current) if count is None else _count(line, count, current)


def _count(line: Line, count: Count, current: _List) -> str:
    """A count of the breakdown that is being told, of another one, or of nobody knows what."""
    if count.code:
        if current.unnamed and count.dimension != current.dimension:
            return _ENDS  # “Studiebesök: 20” came between: women and men can be of them
        current.note = _open_note(line.text)
        current.tell(count, line.text)
        return _PART
    if count.dimension in _BY_NAME and not is_of_which(line.text):
        current.unnamed.setdefault(count.dimension, []).append(count.number)
        return _OTHER
    return _unknown(line, current)


def _figure_of(line: Line) -> str:
    """The figure that a whole or a heading names; “varav” begins a part, not a whole."""
    if len(line.text) > _LONGEST or line.cells:
        return ""
    text = line.text.partition("(")[0]
    if is_of_which(text):
        return ""
    if _TO_RESULT.search(text):
        return "closed_to_result"
    if _NEW.search(text):
        return "newly_enrolled"
    return "referred" if _REFERRED.search(text) else ""


def _begin(line: Line, figure: str, current: _List, period: Period | None) -> str:
    """A whole with its number at the end of its line, or a heading over counts."""
    numbers = [number for number in numbers_in(line.text, line.number) if number.is_whole]
    rest = line.text[numbers[-1].end :] if numbers else line.text
    # a sentence that the page has cut behind a number holds further numbers
    is_whole = len(numbers) == 1 and re.fullmatch(r"\s*(?:personer|st|deltagare)?\s*[.:]?\s*", rest)
    is_heading = not numbers and line.text.rstrip().endswith(":")
    if not is_whole and not is_heading:
        return _OTHER
    current.figure = figure
    current.whole = numbers[-1] if is_whole else None
    before = line.text[: numbers[-1].start] if is_whole else line.text
    current.is_of_another_time = is_of_another_time(before, period)
    current.dimension = _dimension(line.text) if is_heading else ""
    return _PART if is_whole else _OTHER


def _head(line: Line, current: _List) -> str:
    """A line without a count: the heading of a breakdown, a note, or the end of the list."""
    text = line.text.strip()
    if _SEVERAL.search(text):
        current.unclear.update(_BY_NAME)
    dimension = _dimension(text)
    if dimension and not _OTHERS.search(text) and not _NUMBER.search(text):
        current.dimension = dimension
        if _SOME.search(text):
            current.doubt()
        return _OTHER
    if begins_with_band(text) or is_of_which(text):
        return _unknown(line, current)
    is_noise = sum(map(str.isalpha, text)) < _FEWEST_LETTERS
    is_note = text[:1] in "(*" or (text[:1].islower() and not _NUMBER.search(text))
    current.note = _open_note(text)
    return _OTHER if is_noise or is_note else _ENDS


def _open_note(text: str) -> int:
    return _LONGEST_NOTE if text.rfind("(") > text.rfind(")") else 0


def _unknown(line: Line, current: _List) -> str:
    """A count of nobody knows what: it may belong to the breakdown that is being told."""
    if is_of_which(line.text):
        return _OTHER
    if begins_with_band(line.text):
        current.unclear.add(AGE)
        return _OTHER
    return _ENDS


def _dimension(text: str) -> str:
    """The breakdown that a heading without a number begins."""
    found = [dimension for dimension, form in _HEADS if form.search(text)]
    is_heading = len(text.split()) <= _HEADING_WORDS
    return found[0] if found and is_heading else ""


def _told(current: _List) -> Found:
    if not current.figure or not current.parts:
        return Found()
    statements = () if current.is_of_another_time else tuple(_statements(current))
    return Found(statements, tuple(_claims(current)))


def _statements(current: _List) -> Iterator[Statement]:
    if current.whole is not None:
        yield Statement(Address(current.figure), current.whole, "table")
    for dimension, told in current.parts.items():
        for code, numbers in told.items():
            if len(numbers) == 1:
                address = Address(current.figure, ((dimension, code),))
                yield Statement(address, numbers[0], "table")
    if current.whole is None:
        for dimension, code, _number, percent in current.shares:
            address = Address(current.figure, ((dimension, code),), SHARE)
            yield Statement(address, percent, "table")


def _claims(current: _List) -> Iterator[Claim]:
    if current.whole is None:
        return
    for dimension, told in current.parts.items():
        named = tuple(number for numbers in told.values() for number in numbers)
        parts = (*named, *current.unnamed.get(dimension, ()))
        # With a name that is not known the list is taken for whole only where it comes to that.
        is_known = dimension not in current.unnamed or _come_to(current.whole, parts)
        is_whole = is_known and dimension not in current.unclear and _is_complete(dimension, told)
        if len(parts) > 1 and is_whole:
            yield Sum(current.whole, parts)
    for _dimension, _code, part, percent in current.shares:
        yield Share(part, percent, (current.whole,), named=True, group=current.whole.line)


def _is_complete(dimension: str, told: Mapping[str, list[Printed]]) -> bool:
    """Whether a breakdown plainly has everybody, by its words alone and not by its numbers."""
    if dimension in (GENDER, AGE) and any(len(numbers) > 1 for numbers in told.values()):
        return False
    if dimension == GENDER:
        return {"woman", "man"} <= told.keys()
    return dimension != AGE or _follow_each_other(told)


def _follow_each_other(bands: Mapping[str, list[Printed]]) -> bool:
    """Whether each band of ages begins a year after the one before it ends."""
    ends = sorted(
        (int(match[1]), int(match[2] or 0)) for match in map(_BAND.fullmatch, bands) if match
    )
    return all(last + 1 == first for (_, last), (first, _) in pairwise(ends))


def _come_to(whole: Printed, parts: tuple[Printed, ...]) -> bool:
    return sum(part.value for part in parts) == whole.value
