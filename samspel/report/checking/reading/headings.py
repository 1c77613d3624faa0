"""The headings of the report's template, however they are numbered, worded and scanned.

The nine fields are three subjects (Deltagare, Personal, Organisation) by three questions
(förutsättningar, genomförande, resultat); before them comes the summary, after them appendices.
"""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from samspel.report.checking.reading.letters import squeezed
from samspel.report.checking.reading.parts import Text

Kind = Literal["field", "question", "subject", "summary", "text", "appendix", "contents"]

_LONGEST = 90
"""Characters of a heading, at most."""
_LIKE, _LIKE_NUMBERED = 0.84, 0.74
_SUBJECTS: tuple[tuple[str, ...], ...] = (
    ("deltagare", "deltagarna", "deltagarnas"),
    ("personal", "personalen", "personalens"),
    ("organisation", "organisationen", "organisationens"),
)
_QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("förutsättningar", "insatsensförutsättningar", "insatsförutsättningar"),
    (
        "genomförandeochprocess",
        "genomförande",
        "process",
        "arbetssättochmetoder",
        "arbetssätt",
        "metoder",
    ),
    ("resultatocheffekter", "resultat", "effekter", "resultateffekter"),
)
_TEXTS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    ("description", ("beskrivning", "beskrivningar")),
    ("analysis", ("analys", "analysochreflektion", "analysreflektion")),
    ("reflection", ("reflektion", "reflektioner", "reflexion")),
)
_SUMMARY = ("sammanfattning", "sammanfattningar", "sammanfattandetext")
_CONTENTS = ("innehåll", "innehållsförteckning")
OWN_APPENDICES = ("resultatefterålderochkön", "resultatsedanteametstartade")
"""Titles of appendices that stand without the word, after the ninth field."""
_NUMBER = re.compile(
    r"\s*(?:(?:fält|f[aä&]lt|punkt|avsnitt|del|kapitel)\s*)?"
    r"(?P<number>[1-9]|[Il|]|VI{1,3}|I?V|IX|I{2,3})(?P<mark>\s*[.):]|(?=\s))\s*[-–—]?\s*",
    re.IGNORECASE,
)
_ROMAN = {
    name: value
    for value, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"), 1)
} | {"l": 1, "|": 1}
_PAGE = re.compile(
    r"(?:\s*[.…·_]{2,}\s*|\s{2,}|\t\s*)(?:s(?:id)?\.?\s*)?\d{1,3}\s*$|\s*[.…]{3,}\s*$"
)
_APPENDIX = re.compile(
    r"\s*(?:b[i1l|]lag(?:a|or|an)|append[i1l|]x)(?![^\W\d_])"
    r"\s*(?:\d{1,2}|[A-F](?![^\W\d_])|[IVX]{1,4}(?![^\W\d_]))?\s*(?P<mark>[.:–—-]|$|(?=[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
_MARKS = re.compile(r"</?[biu]>|[*_#]+")
"""What a word processor leaves of bold and slanted letters."""
_IN_A_SENTENCE = re.compile(r"(?!l[.)])[a-zåäö]")
_SENTENCE = re.compile(r"[a-zåäö0-9]\s*\.\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line says as a heading.

    ``key`` is ``1`` to ``9`` for a field, the question or the subject as 0 to 2, the kind of text,
    and empty for the rest. ``has_page`` is true where a page number stands after it.
    """

    kind: Kind
    key: str = ""
    has_page: bool = False


def heading_of(line: str) -> Heading | None:
    """The heading that a line is, or None; what is longer than a heading is none."""
    page = _PAGE.search(line)
    text = line[: page.start()] if page else line
    text = _MARKS.sub("", text).strip()
    if len(text) > _LONGEST or _IN_A_SENTENCE.match(text) or not text:
        return None
    found = _field(text) or _plain(squeezed(text)) or _appendix(text)
    return Heading(*found, page is not None) if found else None


def _field(text: str) -> tuple[Kind, str] | None:
    numbered = _NUMBER.match(text)
    if numbered:
        name = squeezed(text[numbered.end() :])
        number = _value(numbered["number"])
        if number and _names_field(name, number):
            return "field", str(number)
    name = squeezed(text)
    best = max(range(1, 10), key=lambda field: _likeness(name, _names(field)))
    return ("field", str(best)) if _likeness(name, _names(best)) >= _LIKE else None


def _names_field(name: str, number: int) -> bool:
    """Whether a numbered line names the field, or at least its subject or its question."""
    subject, question = divmod(number - 1, 3)
    if _likeness(name, _names(number)) >= _LIKE_NUMBERED:
        return True
    return _likeness(name, _SUBJECTS[subject] + _QUESTIONS[question]) >= _LIKE


def _plain(name: str) -> tuple[Kind, str] | None:
    """A heading that is one known word or two."""
    texts = {str(text): names for text, names in _TEXTS}
    subjects = {str(index): names for index, names in enumerate(_SUBJECTS)}
    questions = {str(index): names for index, names in enumerate(_QUESTIONS)}
    known: tuple[tuple[Kind, dict[str, tuple[str, ...]]], ...] = (
        ("text", texts),
        ("summary", {"": _SUMMARY}),
        ("contents", {"": _CONTENTS}),
        ("subject", subjects),
        ("question", questions),
        ("appendix", {"own": OWN_APPENDICES}),
    )
    for kind, keys in known:
        for key, names in keys.items():
            if _likeness(name, names) >= _LIKE:
                return kind, key
    return None


def _appendix(text: str) -> tuple[Kind, str] | None:
    return ("appendix", "") if _APPENDIX.match(text) and not _SENTENCE.search(text) else None


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _ROMAN.get(number.lower(), 0)


@lru_cache
def _names(field: int) -> tuple[str, ...]:
    """Every way to write the name of a field, squeezed."""
    subject, question = divmod(field - 1, 3)
    return tuple(
        name
        for who in _SUBJECTS[subject]
        for what in _QUESTIONS[question]
        for name in (who + what, what + who)
    )


@lru_cache(maxsize=4096)
def _likeness(name: str, names: tuple[str, ...]) -> float:
    """How like the likeliest of the names it is, 0 to 1: a scan costs a letter here and there."""
    return max((_ratio(name, known) for known in names), default=0.0)


def _ratio(name: str, known: str) -> float:
    if abs(len(name) - len(known)) > max(2, len(known) // 5):
        return 0.0
    common = (_letters(name) & _letters(known)).total()
    if 2 * common < _LIKE_NUMBERED * (len(name) + len(known)):
        return 0.0  # no order of the letters can make it likelier
    return SequenceMatcher(None, name, known, autojunk=False).ratio()


@lru_cache(maxsize=4096)
def _letters(name: str) -> Counter[str]:
    return Counter(name)
