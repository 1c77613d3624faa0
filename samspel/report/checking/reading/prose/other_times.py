"""Whether a number is of another time than the report's period, or of no time that has been."""

import re
from typing import Literal

from samspel.figures.period import Period
from samspel.report.checking.reading.days import MONTH_NAMES
from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.prose.masked import Masked

When = Literal["now", "previous", "unclear"]

_BEFORE = any_of(
    "föregående",
    "förra året*",
    "förra halvåret*",
    "förra hösten",
    "förra våren",
    "förra perioden",
    "förra rapporten",
    "förra mätningen",
    "halvåret innan",
    "halvåret före",
    "motsvarande period*",
    "fjolåret*",
    "i fjol",
    "året innan",
    "året före",
    "perioden innan",
    "perioden före",
    "tidigare år",
    "tidigare period*",
)
_PREVIOUS = re.compile(_BEFORE, re.IGNORECASE)
_COMPARED = re.compile(
    any_of("än", "jämfört med", "i jämförelse", "liksom", "precis som", "samma"), re.IGNORECASE
)
_NOT_YET = re.compile(
    any_of(
        "kommer att",
        "beräkna*",
        "förvänta*",
        "väntas",
        "planer*",
        "målet",
        "önska*",
        "önskvärt",
        "bör",
        "borde",
        "hoppas",
        "räknar med",
        "skulle",
        "ska",
        "prognos*",
        "nästa år",
        "inför",
    ),
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d/-])")
_SINCE = re.compile(
    any_of("sedan starten", "sedan start", "sedan dess", "genom åren", "totalt sedan", "sedan"),
    re.IGNORECASE,
)
_SEASONS = any_of("våren", "hösten", "sommaren", "vintern", "halvåret", "kvartalet", "hösten")
_MONTHS = any_of(*MONTH_NAMES)
_PART_BEFORE = re.compile(rf"{_SEASONS}|{_MONTHS}", re.IGNORECASE)
_PART_AFTER = re.compile(
    rf"{any_of('under', 'på')}\s+{_SEASONS}|{any_of('i', 'under')}\s+{_MONTHS}", re.IGNORECASE
)
_TO_COME = re.compile(any_of("skrivas in", "påbörja", "börja"), re.IGNORECASE)
_LONGER_THAN_HALF_A_YEAR = 200
_FROM = re.compile(rf"{any_of('från')}\s*(?:ca\.?\s*)?$", re.IGNORECASE)
_TO = re.compile(rf"^[^.;:,()]{{0,30}}?{any_of('till')}\s", re.IGNORECASE)
_CLAUSE = re.compile(rf"[;:.()]|,|{any_of('men', 'medan')}", re.IGNORECASE)


def time_of(sentence: Masked, index: int, period: Period | None) -> When:
    """When a number of a sentence was true; “unclear” numbers are to be left alone."""
    return time_at(sentence, sentence.mentions[index].at, period)


def time_at(sentence: Masked, at: int, period: Period | None) -> When:
    """The same for whatever stands at a place of the masked text."""
    earlier, later = sentence.text[:at], sentence.text[at + 1 :]
    clause_before = earlier[_last_end(earlier) :]
    clause_after = later[: _first_end(later)]
    if is_not_yet(sentence, at) or _SINCE.search(clause_before):
        return "unclear"
    if _is_of_other_year(clause_before, period) or _is_of_a_part(
        clause_before, clause_after, period
    ):
        return "unclear"
    if _is_then(earlier, clause_before, clause_after):
        return "previous"
    if _FROM.search(earlier) and _TO.search(later):
        return "previous"
    return "now"


def is_not_yet(sentence: Masked, at: int) -> bool:
    """Whether what stands at a place is planned, wished for or expected."""
    earlier = sentence.text[:at]
    return _NOT_YET.search(earlier[_last_end(earlier) :]) is not None


def _is_then(earlier: str, clause_before: str, clause_after: str) -> bool:
    if _PREVIOUS.search(clause_before):
        return _COMPARED.search(clause_before) is None or _is_the_compared(clause_before)
    if re.search(rf",\s*{any_of('då')}\s[^,;]*$", earlier, re.IGNORECASE):
        return _PREVIOUS.search(earlier) is not None
    then = _PREVIOUS.search(clause_after)
    return then is not None and _COMPARED.search(clause_after[: then.start()]) is None


def _is_the_compared(clause_before: str) -> bool:
    """Whether the number stands right after what it is compared with: “än förra årets 14”."""
    match = _PREVIOUS.search(clause_before)
    return match is not None and len(clause_before) - match.end() < len(" periodens ") + 4


def _is_of_other_year(text: str, period: Period | None) -> bool:
    if period is None:
        return False
    years = {int(year) for year in _YEAR.findall(text)}
    return bool(years) and not years & set(range(period.start.year, period.end.year + 1))


def _is_of_a_part(clause_before: str, clause_after: str, period: Period | None) -> bool:
    """“Under hösten skrevs 4 personer in”: only a part of a year's report."""
    if period is not None and (period.end - period.start).days < _LONGER_THAN_HALF_A_YEAR:
        return False
    if _PART_BEFORE.search(clause_before):
        return True
    return _PART_AFTER.search(clause_after) is not None and not _TO_COME.search(clause_after)


def _last_end(text: str) -> int:
    return max((match.end() for match in _CLAUSE.finditer(text)), default=0)


def _first_end(text: str) -> int:
    return min((match.start() for match in _CLAUSE.finditer(text)), default=len(text))
