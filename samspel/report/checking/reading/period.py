"""The period that a report is about: evidence from the whole report is weighed.

A title and the captions of tables weigh most. The years of a series and of budgets weigh nothing,
and a year named in passing little: a misprint in one place loses against the rest.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from samspel.figures.period import Period, month_end
from samspel.report.checking.reading.days import (
    PeriodFound,
    find_days,
    find_periods,
    month_number,
)
from samspel.report.checking.reading.letters import any_of, words
from samspel.report.checking.source import Line, Source

_TITLE, _CAPTION, _TEXT, _HEAD, _MENTION = 50, 40, 20, 12, 2
_USUAL = (3, 4, 6, 12, 18, 24)
"""Months of a reporting period."""
_NO_SERIES = 2
_MONTH = any_of(
    *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"),
    *("september", "oktober", "november", "december"),
    *("jan", "feb", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec"),
)
_SHORT = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_Y = r"(?:19|20)\d\d"
_DASH = r"\s*(?:-{1,2}|–|—|\.\.|t\.?o\.?m\.?|till(?: och med)?)\s*"
_MONTHS = re.compile(
    rf"(?:\b\d{{1,2}}\s+)?(?P<from>{_MONTH})\.?(?:\s+(?P<y1>{_Y}))?{_DASH}"
    rf"(?:\d{{1,2}}\s+)?(?P<to>{_MONTH})\.?\s+(?P<y2>{_Y})",
    re.IGNORECASE,
)
_YEAR_MONTHS = re.compile(
    rf"(?<![\d-])(?P<y1>{_Y})-(?P<m1>\d\d){_DASH}(?P<y2>{_Y})-(?P<m2>\d\d)(?![\d-])"
)
_SPLIT_YEAR = re.compile(rf"(?<![\d/-])(?P<y1>{_Y})\s?/\s?(?P<y2>(?:20)?\d\d)(?![\d/-])")
_FIRST = any_of("första", "förra")
_HALF = any_of("halvår", "halvåret", "halvårsrapport")
_HALVES = (
    re.compile(
        rf"(?:(?P<first>{_FIRST})|(?P<second>{any_of('andra', 'senare')}))\s+{_HALF}\s+"
        rf"(?:av\s+)?(?:år\s+)?(?P<year>{_Y})",
        re.IGNORECASE,
    ),
    re.compile(rf"\bH\s?(?:(?P<first>1)|(?P<second>2))[\s-]*(?P<year>{_Y})", re.IGNORECASE),
    re.compile(
        rf"(?<!\d)(?P<year>{_Y})[\s-]*H\s?(?:(?P<first>1)|(?P<second>2))(?!\d)", re.IGNORECASE
    ),
    re.compile(
        rf"{_HALF}\s+(?:(?P<first>1|I)|(?P<second>2|II))[\s,]+(?P<year>{_Y})", re.IGNORECASE
    ),
    re.compile(
        rf"{_HALF}\s+(?P<year>{_Y})\s*[:,]\s*(?:(?P<first>1|I)|(?P<second>2|II))(?!\w)",
        re.IGNORECASE,
    ),
)
_YEAR = re.compile(rf"(?<![\d.,:/-])(?P<year>{_Y})(?![\d/]|[-.,:]\d)")
_UNDER = re.compile(
    rf"{any_of('under', 'helår', 'helåret', 'kalenderåret', 'verksamhetsåret', 'året')}\s+"
    rf"(?:år(?:et)?\s+)?(?P<year>{_Y})(?![\d/]|[-.,:]\d)",
    re.IGNORECASE,
)
_CAPTION_WORDS = words(
    "tabell*",
    "deltagarresultat*",
    "nya deltagare",
    "remitterade",
    "remitterade under perioden",
    "under perioden",
    "period",
    "mätperioden",
    "nyinskriv*",
    "inskrivna",
)
_ASIDE = words("budget*", "prognos*", "årsbudget*", "tilldel*", "äska*", "kronor", "kr", "sedan")
"""Lines about money and staff tell of years of their own."""
_DECISION = words("den", "daterad", "beslut*", "upprättad")


def period_of(source: Source, titles: Sequence[Line]) -> Period | None:
    """The report's own period, or None where nothing tells it."""
    title_lines = {line.number for line in titles}
    votes: Counter[Period] = Counter()
    for line in _with_digits(source):
        for period, worth in _evidence(line, is_title=line.number in title_lines):
            votes[period] += worth
    firsts, lasts = _days_in_heads(source)
    for period in _paired(firsts, lasts):
        votes[period] += _HEAD
    for period in votes:
        votes[period] += _MENTION * (firsts[period.start] + lasts[period.end])
    return max(votes, key=lambda period: (votes[period], period.end), default=None)


def period_named(text: str) -> Period | None:
    """The period that a label is, as in a series: “2022/23”, “2023”, “220701-230630”."""
    told = [*_periods(text)]
    if not told and re.fullmatch(_Y, text.strip()):
        return _year(int(text))
    return told[0] if len(told) == 1 else None


def _with_digits(source: Source) -> Iterator[Line]:
    """The lines that can tell a period; long text is read quickly."""
    return (line for line in source.lines if any(letter.isdigit() for letter in line.text))


def _evidence(line: Line, *, is_title: bool) -> Iterator[tuple[Period, int]]:
    """The periods that a line tells, with what each is worth."""
    told = list(_periods(line.text))
    if len(told) >= _NO_SERIES:
        return
    if told:
        worth = _TITLE if is_title else _CAPTION if _CAPTION_WORDS.search(line.text) else _TEXT
        usual = told[0].whole_months in _USUAL
        yield told[0], worth if usual else worth // 10
    elif not _ASIDE.search(line.text):
        yield from _years(line.text, is_title=is_title)


def _years(text: str, *, is_title: bool) -> Iterator[tuple[Period, int]]:
    days = find_days(text)
    years = [
        int(match["year"])
        for match in _YEAR.finditer(text)
        if not any(day.start <= match.start() < day.end for day in days)
    ]
    if not years or (is_title and days):
        return
    if is_title and len(set(years)) == 1:
        yield _year(years[0]), _TITLE
        return
    under = [int(match["year"]) for match in _UNDER.finditer(text)]
    for year in years:
        yield _year(year), 2 * _MENTION if year in under else 1


def windows_in(text: str) -> list[PeriodFound]:
    """The periods that stand in the head of a series, bare years among them, in order."""
    told = periods_in(text)
    years = (
        PeriodFound(match.start(), match.end(), _year(int(match["year"])))
        for match in _YEAR.finditer(text)
        if all(match.end() <= each.start or each.end <= match.start() for each in told)
    )
    return sorted([*told, *years], key=lambda each: each.start)


def periods_in(text: str) -> list[PeriodFound]:
    """Every period of more than a bare year that a line tells, in order."""
    found = find_periods(text)
    for form, read in (
        (_MONTHS, _of_months),
        (_YEAR_MONTHS, _of_year_months),
        (_SPLIT_YEAR, _of_split_year),
        *((form, _of_half) for form in _HALVES),
    ):
        for match in form.finditer(text):
            period = read(match)
            is_new = all(match.end() <= old.start or old.end <= match.start() for old in found)
            if period and is_new:
                found.append(PeriodFound(match.start(), match.end(), period))
    return sorted(found, key=lambda each: (each.start, each.end))


def _periods(text: str) -> Iterator[Period]:
    """Every period of more than a bare year that a line tells."""
    yield from (each.period for each in periods_in(text))


def _of_months(match: re.Match[str]) -> Period | None:
    first, last = _month(match["from"]), _month(match["to"])
    end_year = int(match["y2"])
    start_year = int(match["y1"] or end_year)
    return _between(start_year, first, end_year, last)


def _of_year_months(match: re.Match[str]) -> Period | None:
    return _between(int(match["y1"]), int(match["m1"]), int(match["y2"]), int(match["m2"]))


def _of_split_year(match: re.Match[str]) -> Period | None:
    """“2018/2019” is from July to June, as the halves of these reports are."""
    first = int(match["y1"])
    is_next = int(match["y2"]) % 100 == (first + 1) % 100
    return Period(date(first, 7, 1), date(first + 1, 6, 30)) if is_next else None


def _of_half(match: re.Match[str]) -> Period | None:
    year = int(match["year"])
    return _between(year, 1, year, 6) if match["first"] else _between(year, 7, year, 12)


def _month(name: str) -> int:
    whole = month_number(name)
    short = (number for number, each in enumerate(_SHORT, 1) if name.lower().startswith(each))
    return whole or next(short, 0)


def _between(y1: int, m1: int, y2: int, m2: int) -> Period | None:
    if not (1 <= m1 <= 12 and 1 <= m2 <= 12) or (y1, m1) > (y2, m2):
        return None
    return Period(date(y1, m1, 1), month_end(y2, m2))


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _days_in_heads(source: Source) -> tuple[Counter[date], Counter[date]]:
    """Days that a period could begin with and end with, and how often each stands in the report."""
    firsts: Counter[date] = Counter()
    lasts: Counter[date] = Counter()
    for line in _with_digits(source):
        for found in find_days(line.text):
            if found.day and found.day.day == 1:
                firsts[found.day] += 1
            if found.day and (found.day + timedelta(days=1)).day == 1:
                lasts[found.day] += 1
    return firsts, lasts


def _paired(firsts: Counter[date], lasts: Counter[date]) -> Iterator[Period]:
    """The pairs of such days that make a usual period."""
    for first in firsts:
        for last in lasts:
            if first < last and Period(first, last).whole_months in _USUAL:
                yield Period(first, last)
