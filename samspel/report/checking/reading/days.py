"""Days and periods as reports write them, found anywhere in a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from samspel.figures.period import Period, month_end
from samspel.report.checking.reading.letters import any_of

MONTH_NAMES = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_EARLIEST, _LATEST = 1990, 2099
_CENTURY = 2000
_EDGE = r"(?<![\d.,:/])"
_END = r"(?![\d/]|[.,:]\d)"
_DASH = r"\s*(?:-|–|—|t\.?o\.?m\.?|till)\s*"
_DAY_FORMS = (
    re.compile(_EDGE + r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)" + _END),
    re.compile(_EDGE + r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)" + _END),
    re.compile(_EDGE + r"(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)" + _END),
    re.compile(_EDGE + r"(?P<d>\d{1,2})/(?P<m>\d{1,2})[\s-]+(?P<y>(?:19|20)\d\d)" + _END),
    re.compile(
        _EDGE
        + r"(?P<d>\d{1,2})[.:]?[ea]?\s+(?P<name>"
        + "|".join(any_of(month) for month in MONTH_NAMES)
        + r")\s+(?P<y>(?:19|20)\d\d)"
        + _END,
        re.IGNORECASE,
    ),
)
_DAY_OF_YEAR = re.compile(_EDGE + r"(\d{1,2})\s?/\s?(\d{1,2})(?![\d/])")
_DAY_AND_MONTH = re.compile(
    _EDGE + r"(\d{1,2})[.:]?[ea]?\s+(?:" + "|".join(any_of(month) for month in MONTH_NAMES) + ")",
    re.IGNORECASE,
)
_MONTH_PAIR = re.compile(_EDGE + r"(\d\d)(\d\d)" + _DASH + r"(\d\d)(\d\d)" + _END)
_DAY_LIKE = re.compile(r"(?<![\d.,])(?:\d{8}|\d{6})(?![\d.,])")
_BETWEEN = re.compile(_DASH)


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day in a line: its characters, and the day; None where the year is not told."""

    start: int
    end: int
    day: date | None


@dataclass(frozen=True, slots=True)
class PeriodFound:
    """A period in a line: its characters, and the period."""

    start: int
    end: int
    period: Period


def find_days(text: str) -> list[DayFound]:
    """Every day in a line, in order; six digits are a day only where the calendar has it."""
    found: list[DayFound] = []
    for form in _DAY_FORMS:
        for match in form.finditer(text):
            day = _day(match.groupdict())
            if day is not None and _is_free(found, match.start(), match.end()):
                found.append(DayFound(match.start(), match.end(), day))
    for form in (_DAY_OF_YEAR, _DAY_AND_MONTH):
        for match in form.finditer(text):
            if _is_free(found, match.start(), match.end()) and _could_be_day(match):
                found.append(DayFound(match.start(), match.end(), None))
    return sorted(found, key=lambda each: each.start)


def find_days_in_head(text: str) -> list[DayFound]:
    """Every day in a table's head or caption, where six or eight digits are nothing else.

    Digits that no calendar has as a day are found as ``date.min``: somebody's slip.
    """
    days = [each for each in find_days(text) if each.day is not None]
    slips = (
        DayFound(match.start(), match.end(), date.min)
        for match in _DAY_LIKE.finditer(text)
        if _is_free(days, match.start(), match.end())
    )
    return sorted([*days, *slips], key=lambda each: each.start)


def find_periods(text: str) -> list[PeriodFound]:
    """Every pair of days or of months (``1807-1906``) in a line, in order."""
    found = [
        PeriodFound(first.start, last.end, Period(first.day, last.day))
        for first, last in _neighbours(find_days(text))
        if first.day and last.day and first.day <= last.day
        if _BETWEEN.fullmatch(text, first.end, last.start)
    ]
    for match in _MONTH_PAIR.finditer(text):
        period = _months(match)
        if period is not None:
            found.append(PeriodFound(match.start(), match.end(), period))
    return sorted(found, key=lambda each: each.start)


def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month, however damaged; None for another word."""
    for number, month in enumerate(MONTH_NAMES, start=1):
        if re.fullmatch(any_of(month), name, re.IGNORECASE):
            return number
    return None


def _day(parts: dict[str, str | None]) -> date | None:
    year = int(parts["y"] or 0)
    month = month_number(parts["name"] or "") if "name" in parts else int(parts["m"] or 0)
    year += _CENTURY if year < _CENTURY // 20 else 0
    if not _EARLIEST <= year <= _LATEST or month is None:
        return None
    try:
        return date(year, month, int(parts["d"] or 0))
    except ValueError:
        return None


def _could_be_day(match: re.Match[str]) -> bool:
    day, *month = (int(group) for group in match.groups())
    return 1 <= day <= 31 and all(1 <= number <= 12 for number in month)


def _months(match: re.Match[str]) -> Period | None:
    years = (int(match[1]) + _CENTURY, int(match[3]) + _CENTURY)
    months = (int(match[2]), int(match[4]))
    if not all(1 <= month <= 12 for month in months) or years > (_LATEST, _LATEST):
        return None
    start, end = date(years[0], months[0], 1), month_end(years[1], months[1])
    return Period(start, end) if start <= end else None


def _is_free(found: list[DayFound], start: int, end: int) -> bool:
    return all(end <= each.start or each.end <= start for each in found)


def _neighbours(days: list[DayFound]) -> Iterator[tuple[DayFound, DayFound]]:
    yield from pairwise(days)
