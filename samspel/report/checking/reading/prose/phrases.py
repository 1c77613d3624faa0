"""Sentences in small, as patterns: ``av de # nyinskrivna hade # kommit``.

``#`` is a number and ``%`` a percent (groups ``n``, ``n1``, ``n2`` …), ``..`` some words without a
comma (group ``gap``), ``...`` some words, ``&`` perhaps a word for people and ``&!`` surely one,
``_`` a space within a word, ``/`` parts words for the same, and a word ends with ``*`` where more
letters can follow.
"""

import re

from samspel.report.checking.reading.letters import any_of
from samspel.report.checking.reading.prose.masked import NO_NUMBER, NUMBER, PERCENT

_PEOPLE = any_of(
    "personer",
    "person",
    "deltagare",
    "deltagarna",
    "individer",
    "människor",
    "ärenden",
    "ärende",
    "st",
    "stycken",
    "av dem",
    "av dessa",
    "kvinnor",
    "män",
)
NOUNS = any_of("personer", "person", "deltagare", "individer", "människor", "ärenden", "inskrivna")
_GAP = rf"[^.;:,(){NO_NUMBER}]{{0,70}}?"
_FIXED = {
    "..": f"(?P<gap>{_GAP})",
    "...": rf"[^.;{NO_NUMBER}]{{0,90}}?",
    "&": f"(?:{_PEOPLE})?",
    "&!": NOUNS,
    ":": ":",
    ",": ",",
}


def phrase(text: str) -> re.Pattern[str]:
    """The pattern of a sentence in small."""
    pieces, numbers = [], 0
    for piece in text.split():
        if piece in ("#", "%"):
            name = f"n{numbers}" if numbers else "n"
            pieces.append(f"(?P<{name}>{NUMBER if piece == '#' else PERCENT})")
            numbers += 1
        else:
            pieces.append(_FIXED.get(piece) or any_of(*_alternatives(piece)))
    return re.compile(r"\s*".join(pieces), re.IGNORECASE)


def words_of(text: str) -> re.Pattern[str] | None:
    """Words parted by ``/``; None for none."""
    return re.compile(any_of(*_alternatives(text)), re.IGNORECASE) if text else None


def _alternatives(text: str) -> list[str]:
    return [word.replace("_", " ") for word in text.split("/") if word]
