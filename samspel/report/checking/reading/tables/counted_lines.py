"""One short line of a list of counts: its label, its number, and the share beside it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from samspel.report.checking.printed import Printed, Unit
from samspel.report.checking.reading.letters import any_of, words
from samspel.report.checking.reading.prose.names import band_of, first_named, gender_of
from samspel.report.checking.source import Line

AGE, GENDER = "age_band", "gender"
_LETTERS = str.maketrans("OoIl", "0011")
_UPWARDS = r"\+|\s+år\s+(?:och|eller)\s+äldre"
_PERCENT = r"(?:\(?\s*(?:andel\s*)?(?P<percent>\d{1,3}(?:[.,]\d)?)\s*%\s*\)?)?"
_COUNT = re.compile(
    rf"""
    ^\s*(?:[-–•*]\s+)?
    (?P<label>[^\d\s][^\d]{{0,59}}?|\d{{1,3}}\s?(?:[-–—]\s?(?:\d{{1,3}})?(?:\s*år)?|{_UPWARDS}))
    \s*[:.]?\s*
    (?P<number>(?<![\d,.])(?=[OIl]*\d)[0-9OIl]{{1,4}})(?![\d,.]\d)
    \s*(?:st|stycken|personer|person|deltagare|ärenden)?\.?
    \s*{_PERCENT}
    \s*(?P<note>\(.*)?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    rf"""
    ^\s*(?:[-–•*]\s+)?
    (?P<number>\d{{1,4}})\s+(?P<label>[^\d:]{{3,40}}?)
    \s*{_PERCENT}\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BAND_FIRST = re.compile(r"^\s*(?:[-–•*]\s+)?\d{1,3}\s?[-–—+]")
_OPEN_BAND = re.compile(rf"(\d{{1,3}})\s?(?:[-–—]|{_UPWARDS})", re.IGNORECASE)
_SHORT_NAMES = (
    ("none", words("ingen", "inga")),
    ("other", words("annat", "annan", "övrigt", "övriga", "övrig", "andra")),
    ("unknown", words("okänd*", "okänt", "uppgift saknas", "ej angiv*", "vet ej")),
)
_OF_WHICH = re.compile(rf"^\s*(?:[-–•*]\s+)?{any_of('varav', 'därav')}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A line of a list: whose number it is, by a breakdown and a code of it, empty if unknown."""

    dimension: str
    code: str
    number: Printed
    percent: Printed | None


def count_in(line: Line, dimension: str) -> Count | None:
    """The count that a line tells in a list of a breakdown; None where it is no such line."""
    match = _COUNT.match(line.text) or _NUMBER_FIRST.match(line.text)
    if match is None:
        return None
    percent = _printed(line, match, "percent") if match["percent"] else None
    dimension, code = _code(match["label"], dimension)
    return Count(dimension, code, _printed(line, match, "number"), percent)


def is_of_which(text: str) -> bool:
    """Whether a line begins with “varav”."""
    return _OF_WHICH.match(text) is not None


def begins_with_band(text: str) -> bool:
    """Whether a line begins as a band of ages does."""
    return _BAND_FIRST.match(text) is not None


def _code(label: str, dimension: str) -> tuple[str, str]:
    """What a label names: an age band and a gender wherever they stand, else of the breakdown."""
    if band := band_of(label):
        return AGE, band
    if is_open := _OPEN_BAND.fullmatch(label.strip()):
        return AGE, f"{is_open[1]}-"
    if gender := gender_of(label, "") or gender_of("", label):
        return GENDER, gender
    if dimension in ("referred_by", "income_source"):
        return dimension, first_named(dimension, label) or _short_name(dimension, label)
    return dimension, ""


def _short_name(dimension: str, label: str) -> str:
    found = (code for code, form in _SHORT_NAMES if form.fullmatch(label.strip()))
    code = next(found, "")
    return "" if code == "none" and dimension == "referred_by" else code


def _printed(line: Line, match: re.Match[str], group: str) -> Printed:
    text = match[group]
    value = Decimal(text.translate(_LETTERS).replace(",", "."))
    step = Decimal("0.1") if "," in text or "." in text else Decimal(1)
    start, end = match.span(group)
    unit: Unit = "percent" if group == "percent" else ""
    return Printed(line.number, start, end, text, value, step, unit)
