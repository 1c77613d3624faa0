"""Numbers in running text, as exactly as they are printed.

What is no statement of a quantity is left out: days and periods, ranges (``18-30``), years,
numbers of chapters, pages and paragraphs, times of day, and numbers that are part of a name.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from samspel.report.checking.printed import Printed, Unit
from samspel.report.checking.reading.days import find_days, find_periods
from samspel.report.checking.reading.letters import any_of

SPACES = " \u00a0\u2009\u202f"
_DIGIT = "[0-9OoIl]"
_NUMBER = re.compile(
    rf"""
    (?<![^\W_]) (?<![.,:/]\b) (?<!\d[.,:/-]) (?<!\d[–—])
    (?P<sign>(?<!\S)[-−–+](?=\d))?
    (?P<whole>
        \d{{1,3}} (?:[{SPACES}]\d{{3}}(?!\d))+
      | (?=[OIl]*\d) {_DIGIT}+
    )
    (?P<decimals>[.,]\d{{1,2}}(?!\d))?
    (?!\d) (?![.,:/]\d) (?! (?!st\b|[kmt]?kr\b|mnkr\b|år|mån|tim) [^\W\d_] )
    """,
    re.VERBOSE,
)
_LETTERS_FOR_DIGITS = str.maketrans("OoIl|", "00111")
_RANGE = re.compile(r"(?<![\d-])\d{1,3}\s?[-–—]\s?\d{1,3}(?![\d-])")
_OPEN_BAND = re.compile(
    r"(?<![\d-])(?<!\d[.,])\d{1,3}\s?[-–—](?=\s|$)|\b\d{1,3}\s*(?:\+|år och äldre)"
)
_LABELS = (
    "sid*",
    "s",
    "punkt",
    "p",
    "bilaga",
    "fält",
    "tabell",
    "diagram",
    "figur",
    "kap*",
    "kl",
    "version",
    "nr",
    "steg",
    "etapp",
    "agenda",
    "covid",
    "vecka",
    "v",
)
_LABEL = re.compile(rf"(?:{any_of(*_LABELS)}|§)\.?[\s-]*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19[5-9]|20[0-9])\d")
_UNITS: tuple[tuple[Unit, re.Pattern[str]], ...] = (
    ("percent", re.compile(rf"\s*(?:%|{any_of('procent', 'proc')})", re.IGNORECASE)),
    ("months", re.compile(rf"\s*{any_of('månad', 'månader', 'månaders')}", re.IGNORECASE)),
    ("months", re.compile(r"\s*mån(?![^\W\d_])", re.IGNORECASE)),
    ("years", re.compile(rf"\s*{any_of('år', 'års')}", re.IGNORECASE)),
    ("days", re.compile(rf"\s*{any_of('dag', 'dagar', 'dagars', 'dgr')}", re.IGNORECASE)),
    ("hours", re.compile(rf"\s*{any_of('tim', 'timme', 'timmar', 'timmars')}", re.IGNORECASE)),
    ("kronor", re.compile(rf"\s*(?:{any_of('kronor', 'kr', 'sek')}|:-)", re.IGNORECASE)),
)
_DAMAGED_MONTHS = re.compile(r"\s*m[aàáâ&]n(?![^\W\d_])", re.IGNORECASE)
"""“mån” without its ring reads like “män”, men: it is months only after a number with decimals."""
_MULTIPLES = (
    (Decimal(1_000_000), re.compile(rf"\s*{any_of('miljon*', 'mkr', 'mnkr')}", re.IGNORECASE)),
    (Decimal(1_000), re.compile(rf"\s*{any_of('tusen', 'tkr')}", re.IGNORECASE)),
)
_BEFORE = 40
"""Characters before a number that tell what it is: looking at all of them takes forever in a
paragraph of many numbers."""
_ABOUT = re.compile(
    rf"{any_of('ca', 'cirka', 'circa', 'drygt', 'knappt', 'runt', 'ungefär', 'omkring', 'nästan')}"
    r"\.?\s*$|[≈~]\s*$",
    re.IGNORECASE,
)
SPELLED = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "elva": 11,
    "tolv": 12,
    "tretton": 13,
    "fjorton": 14,
    "femton": 15,
    "sexton": 16,
    "sjutton": 17,
    "arton": 18,
    "nitton": 19,
    "tjugo": 20,
}
_SPELLED = re.compile(any_of(*SPELLED), re.IGNORECASE)


def numbers_in(text: str, line: int = 0) -> list[Printed]:
    """The numbers in digits of a piece of running text, in order."""
    taken = _not_numbers(text)
    return [
        number
        for match in _NUMBER.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
        if (number := _number(text, match, line)) is not None
    ]


def spelled_in(text: str, line: int = 0) -> list[Printed]:
    """The numbers in letters, ``en`` to ``tjugo``; “en” is often no number: ask what follows."""
    return [
        Printed(line, match.start(), match.end(), match[0], _spelled_value(match[0]), spelled=True)
        for match in _SPELLED.finditer(text)
    ]


def _number(text: str, match: re.Match[str], line: int) -> Printed | None:
    before, end = text[max(0, match.start() - _BEFORE) : match.start()], match.end()
    if _LABEL.search(before):
        return None
    decimals = match["decimals"] or ""
    whole = match["whole"].translate(_LETTERS_FOR_DIGITS)
    digits = "".join(digit for digit in whole if digit.isdigit())
    multiple = next((by for by, form in _MULTIPLES if form.match(text, end)), None)
    unit = "kronor" if multiple else _unit(text, end, is_whole=not decimals)
    if _YEAR.fullmatch(match["whole"]) and not decimals and unit not in ("kronor",):
        return None
    sign = -1 if (match["sign"] or "+")[0] in "-−–" else 1
    scale = multiple or Decimal(1)
    value = sign * Decimal(f"{digits}.{decimals[1:]}" if decimals else digits) * scale
    step = Decimal(1).scaleb(-len(decimals[1:])) * scale if decimals else scale
    return Printed(
        line, match.start(), end, match[0], value, step, unit, _ABOUT.search(before) is not None
    )


def _unit(text: str, end: int, *, is_whole: bool) -> Unit:
    if not is_whole and _DAMAGED_MONTHS.match(text, end):
        return "months"
    return next((unit for unit, form in _UNITS if form.match(text, end)), "")


def _spelled_value(word: str) -> Decimal:
    for name, value in SPELLED.items():
        if re.fullmatch(any_of(name), word, re.IGNORECASE):
            return Decimal(value)
    raise ValueError(f"{word!r} is no number.")


def _not_numbers(text: str) -> list[tuple[int, int]]:
    """The characters that days, periods, ranges and open bands take."""
    spans = [(day.start, day.end) for day in find_days(text)]
    spans += [(period.start, period.end) for period in find_periods(text)]
    return spans + list(_matched(text, _RANGE, _OPEN_BAND))


def _matched(text: str, *forms: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for form in forms:
        yield from (match.span() for match in form.finditer(text))
