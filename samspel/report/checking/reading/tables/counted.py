"""Counts by a key on short lines: “Varav kvinnor: 10 (56 %)”, “31-45 6”, “Region Norr (RN):7”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from samspel.figures.address import Address
from samspel.report.checking.claims import Claim, Share, Sum
from samspel.report.checking.printed import Printed, Unit
from samspel.report.checking.reading.letters import any_of, words
from samspel.report.checking.reading.numerals import numbers_in
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.prose.names import band_of, first_named, gender_of
from samspel.report.checking.source import Line
from samspel.report.checking.statement import Statement

_LONGEST = 120
_HEADING_WORDS = 7
_LETTERS = str.maketrans("OoIl", "0011")
_COUNT = re.compile(
    r"""
    ^\s*(?:[-–•*]\s+)?
    (?P<label>[^\d\s][^\d]{0,59}?|\d{1,3}\s?[-–—]\s?(?:\d{1,3})?(?:\s*år)?)
    \s*[:.]?\s*
    (?P<number>(?<![\d,.])(?=[OIl]*\d)[0-9OIl]{1,4})(?![\d,.]\d)
    \s*(?:st|stycken|personer|person|deltagare|ärenden)?\.?
    \s*(?:\(?\s*(?:andel\s*)?(?P<percent>\d{1,3}(?:[.,]\d)?)\s*%\s*\)?)?
    \s*(?P<note>\(.*)?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    r"""
    ^\s*(?:[-–•*]\s+)?
    (?P<number>\d{1,4})\s+(?P<label>[^\d:]{3,40}?)
    \s*(?:\(?\s*(?:andel\s*)?(?P<percent>\d{1,3}(?:[.,]\d)?)\s*%\s*\)?)?\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEW = words("nya deltagare*", "nyinskriv*", "nya inskrivna", "inskrivna under perioden")
_REFERRED = words("remitterade deltagare*", "remitterade", "nya remisser", "antal remisser")
_TO_RESULT = words(
    "avslutade i resultat*", "avslutade till resultat*", "resultat fördelat*", "till resultat"
)
_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("age_band", words("åldersfördelning*", "ålder*", "åldersgrupp*")),
    ("referred_by", words("remittent*", "remitterande*", "remitterade av")),
    ("income_source", words("försörjning*", "försörjningsgrund*", "inkomst*")),
    ("gender", words("kön*", "könsfördelning*")),
)
_BY_NAME = ("referred_by", "income_source")
_OF_WHICH = re.compile(any_of("varav"), re.IGNORECASE)


@dataclass
class _List:
    """A whole and the counts under it, as the reader goes down the lines."""

    figure: str = ""
    whole: Printed | None = None
    dimension: str = ""
    parts: dict[str, dict[str, Printed]] = field(default_factory=dict)
    shares: list[tuple[Printed, Printed]] = field(default_factory=list)
    unnamed: dict[str, list[Printed]] = field(default_factory=dict)
    """Counts in a breakdown whose names are not known: parts of it, or of something else."""

    def tell(self, dimension: str, code: str, number: Printed) -> None:
        """Remember a part; a code that comes twice makes the breakdown unclear, so it is kept."""
        told = self.parts.setdefault(dimension, {})
        told[code if code not in told else f"{code} again"] = number


def read_counted(outline: Outline) -> Found:
    """Every list of counts under a whole that is one of the figures."""
    found, current = Found(), _List()
    for line in outline.source.lines:
        if line.is_blank or line.number in outline.tables:
            continue
        if line.number in outline.headings:
            found += _told(current)
            current = _List()
            continue
        read = _line(line, current)
        if read is _ANOTHER:
            found += _told(current)
            current = _List()
            read = _line(line, current)
        if read is _PART:
            found += Found(lines=frozenset({line.number}))
    return found + _told(current)


_PART, _OTHER, _ANOTHER = "part", "other", "another"


def _line(line: Line, current: _List) -> str:
    """Read a line into the list; says whether it was a part of it, or begins another one."""
    if len(line.text) > _LONGEST or line.cells:
        return _OTHER
    if begun := _figure_of(line.text):
        if current.figure:
            return _ANOTHER
        return _begin(line, begun, current)
    match = _COUNT.match(line.text) or _NUMBER_FIRST.match(line.text)
    if match is None:
        current.dimension = _head(line.text) or current.dimension
        return _OTHER
    if not current.figure:
        return _OTHER
    return _part(line, match, current)


def _figure_of(text: str) -> str:
    """The figure that a whole or a heading names; “varav” begins a part, not a whole."""
    text = text.partition("(")[0]
    if _OF_WHICH.search(text):
        return ""
    if _TO_RESULT.search(text):
        return "closed_to_result"
    if _NEW.search(text):
        return "newly_enrolled"
    return "referred" if _REFERRED.search(text) else ""


def _begin(line: Line, figure: str, current: _List) -> str:
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
    current.dimension = _head(line.text) if is_heading else ""
    return _PART if is_whole else _OTHER


def _head(text: str) -> str:
    """The breakdown that a heading without a number begins."""
    found = [dimension for dimension, form in _HEADS if form.search(text)]
    is_heading = len(text.split()) <= _HEADING_WORDS
    return found[0] if found and is_heading else ""


def _part(line: Line, match: re.Match[str], current: _List) -> str:
    label = match["label"]
    dimension, code = _code(label, current.dimension)
    if not code:
        if current.dimension in _BY_NAME:
            number = _printed(line, match, "number")
            current.unnamed.setdefault(current.dimension, []).append(number)
        return _OTHER
    number = _printed(line, match, "number")
    current.tell(dimension, code, number)
    if match["percent"]:
        current.shares.append((number, _printed(line, match, "percent")))
    return _PART


def _code(label: str, dimension: str) -> tuple[str, str]:
    """What a label names: an age band and a gender wherever they stand, else of the breakdown."""
    if band := band_of(label):
        return "age_band", band
    if gender := gender_of(label, "") or gender_of("", label):
        return "gender", gender
    if dimension in _BY_NAME:
        return dimension, first_named(dimension, label) or ""
    return "", ""


def _printed(line: Line, match: re.Match[str], group: str) -> Printed:
    text = match[group]
    value = Decimal(text.translate(_LETTERS).replace(",", "."))
    step = Decimal("0.1") if "," in text or "." in text else Decimal(1)
    start, end = match.span(group)
    unit: Unit = "percent" if group == "percent" else ""
    return Printed(line.number, start, end, text, value, step, unit)


def _told(current: _List) -> Found:
    if not current.figure or not current.parts:
        return Found()
    return Found(tuple(_statements(current)), tuple(_claims(current)))


def _statements(current: _List) -> Iterator[Statement]:
    if current.whole is not None:
        yield Statement(Address(current.figure), current.whole, "table")
    for dimension, told in current.parts.items():
        for code, number in told.items():
            if " " not in code:
                yield Statement(Address(current.figure, ((dimension, code),)), number, "table")


def _claims(current: _List) -> Iterator[Claim]:
    if current.whole is None:
        return
    for dimension, told in current.parts.items():
        parts = (*told.values(), *current.unnamed.get(dimension, ()))
        # With a name that is not known the list is taken for whole only where it comes to that.
        is_whole = dimension not in current.unnamed or _come_to(current.whole, parts)
        if len(parts) > 1 and is_whole:
            yield Sum(current.whole, parts)
    for part, percent in current.shares:
        yield Share(part, percent, (current.whole,), named=True, group=current.whole.line)


def _come_to(whole: Printed, parts: tuple[Printed, ...]) -> bool:
    return sum(part.value for part in parts) == whole.value
