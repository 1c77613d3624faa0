"""The team that a report is about: told by its title, its captions and what recurs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from samspel.report.checking.reading.days import find_days, find_periods
from samspel.report.checking.reading.letters import any_of, words
from samspel.report.checking.source import Line, Source

_NAME = r"[A-ZÅÄÖ][\w&'’-]*[^\W_]"
_NAMES = rf"{_NAME}(?:[ ]{_NAME})*"
_KINDS = words(
    "helårsrapport*",
    "halvårsrapport*",
    "delårsrapport*",
    "årsrapport*",
    "verksamhetsrapport*",
    "verksamhetsberättelse*",
    "slutrapport*",
    "rapport*",
    "årsredovisning*",
    "uppföljning*",
    "period*",
    "mätperiod*",
    "sida",
    "innehåll*",
    "bilaga",
)
"""Words of a title page that are not the team's name."""
_TEAM = re.compile(
    rf"(?P<name>(?i:{any_of('samverkansteam', 'samverkansteamet', 'rehabteam')})\s+{_NAMES})"
)
_WITH_WORD = words("samverkansteam*", "rehabteam*", "team", "teamet")
_CAPTIONED = re.compile(
    rf"(?i:{any_of('deltagarresultat', 'genomströmningstid*', 'budget')}\s+{any_of('i', 'för')}"
    rf"|{any_of('deltagare', 'remitterade')}\s+{any_of('till', 'i')})\s+(?P<name>{_NAMES})"
)
_WITHIN = re.compile(rf"(?<=[a-zåäö,;] )(?P<name>{_NAME})")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*/\s*\d\d(?:\d\d)?)?")
_AUTHORITIES = words(
    "region*",
    "försäkringskass*",
    "arbetsförmedling*",
    "social*",
    "kommun*",
    "samordningsförbund*",
    "styrgrupp*",
    "soc",
    "ame",
    "psyk*",
    "under",
    "period*",
    "antal*",
    *("januari", "februari", "mars", "april", "maj", "juni", "juli"),
    *("augusti", "september", "oktober", "november", "december"),
)
_WHO_PAYS = words("samordningsförbund*", "med stöd av", "finansieras")
_LONGEST_NAME = 5
_CAPTION_WORTH, _WORDED_WORTH, _WITH_WORD_WORTH = 8, 8, 1000
_LEAST_TITLE_WORTH, _OFTEN = 2, 6


def team_of(source: Source, titles: Sequence[Line]) -> str:
    """The team's name as the report itself writes it; empty where it cannot be told."""
    texts = [line.text for line in source.lines if not line.is_blank]
    recurring = _recurring(texts)
    titled = [name for name in _titled(titles) if not _AUTHORITIES.match(name)]
    best = max(titled, key=lambda each: _title_worth(each, recurring), default="")
    if best and _title_worth(best, recurring) >= _LEAST_TITLE_WORTH:
        return best
    if len(titled) == 1:
        return titled[0]
    worded = Counter(" ".join(name.split()) for name in _all(_TEAM, texts) if name[0].isupper())
    for name, times in worded.most_common(1):
        if times > 1 and max(recurring.values(), default=0) < times * _WORDED_WORTH:
            return name
    return _outstanding(recurring)


def _all(form: re.Pattern[str], texts: Iterable[str]) -> list[str]:
    return [match["name"] for text in texts for match in form.finditer(text)]


def _recurring(texts: Sequence[str]) -> Counter[str]:
    """How much speaks for each name: captions weigh as much as several mentions."""
    counts: Counter[str] = Counter()
    for name in _all(_WITHIN, texts):
        if name[1:].islower() and not _AUTHORITIES.match(name):
            counts[_base(name)] += 1
    for name in _all(_CAPTIONED, texts):
        first = _base(name.split()[0])
        if not _AUTHORITIES.match(first):
            counts[first] += _CAPTION_WORTH
    return counts


def _base(name: str) -> str:
    """A name without the s of the genitive, where it can be one."""
    is_genitive = name.endswith(("ns", "ts"))
    return name[:-1] if is_genitive else name


def _titled(titles: Sequence[Line]) -> list[str]:
    """What of the title page can be a name: its lines without the report's kind and its days."""
    found = []
    for line in titles:
        if find_days(line.text) and not find_periods(line.text):
            continue  # a place and a day are where and when it was signed
        if _WHO_PAYS.search(line.text):
            continue
        for piece in re.split(r"\t|\s{3,}|\s[–—|]\s|,", _without_days(line.text)):
            name = piece.strip(" .:;-–—*_#")
            is_short = 0 < len(name.split()) <= _LONGEST_NAME
            if is_short and re.fullmatch(rf"{_NAME}(?: [\w&'’-]+)*", name):
                found.append(name)
    return found


def _without_days(text: str) -> str:
    spans = [(day.start, day.end) for day in find_days(text)]
    spans += [(period.start, period.end) for period in find_periods(text)]
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    text = _KINDS.sub("   ", _YEAR.sub("   ", text))
    return re.sub(r"\s*\0+\s*[-–—]?\s*", "   ", text)


def _title_worth(name: str, recurring: Counter[str]) -> int:
    worth = recurring[_base(name.split(maxsplit=1)[0])]
    if _WITH_WORD.match(name) and len(name.split()) > 1:
        worth += _WITH_WORD_WORTH
    return 0 if _AUTHORITIES.match(name) else worth


def _outstanding(recurring: Counter[str]) -> str:
    """The name that recurs far more often than the next."""
    ranked = [*recurring.most_common(2), ("", 0), ("", 0)]
    (name, times), (_next, fewer) = ranked[0], ranked[1]
    return name if times >= _OFTEN and times >= 2 * fewer else ""
