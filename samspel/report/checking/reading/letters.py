"""Words as they come out of a bad scan: å, ä and ö lost or exchanged, l and I confused.

This is the one place that knows what recognition does to letters. Everything that looks for a
word looks for it through `words` (running text) or `stems` (the squeezed head of a table).
"""

import re
from functools import lru_cache

_DAMAGED = {
    "å": "(?:[åäaàáâãâ&éèêe]|[éea][aä])",
    "ä": "(?:[äåaàáâãâ&éèêed]|[éea][aä])",
    "ö": "(?:[öoòóôõøéèêed6t]|[éea][oö])",
    "é": "[ée]",
    "l": "[l1|i]",
    "i": "[i1|l]",
}
"""What each letter was seen as in scanned reports. Case is ignored."""

_NOT_LETTER_BEFORE = r"(?<![^\W\d_])"
_NOT_LETTER_AFTER = r"(?![^\W\d_])"
_SPACE = r"(?:\s+|\s*-\s+)"
_WITHIN = r"(?:-\s*)?"
_MANY = 1024


def loose(word: str) -> str:
    """A pattern's source that finds the word, whole or broken by a hyphen, however damaged.

    A space stands for any white space, ``*`` for any letters that follow.
    """
    pieces: list[str] = []
    for letter in word.lower():
        if letter == " ":
            pieces.append(_SPACE)
        elif letter == "*":
            pieces.append(r"(?:-?[^\W\d_])*")
        else:
            joint = _WITHIN if pieces and pieces[-1] not in (_SPACE,) else ""
            pieces.append(joint + _DAMAGED.get(letter, re.escape(letter)))
    return "".join(pieces)


@lru_cache(maxsize=_MANY)
def words(*alternatives: str) -> re.Pattern[str]:
    """Find any of the words in running text: ``words("nyinskriv*", "nya deltagare")``."""
    return re.compile(any_of(*alternatives), re.IGNORECASE)


def any_of(*alternatives: str) -> str:
    """The source of `words`, to be put into a longer pattern; it has no groups of its own."""
    longest_first = sorted(alternatives, key=len, reverse=True)
    either = "|".join(loose(word) for word in longest_first)
    return f"{_NOT_LETTER_BEFORE}(?:{either}){_NOT_LETTER_AFTER}"


def squeezed(text: str) -> str:
    """The letters and digits alone, in lower case: how the head of a table is compared.

    A head is broken over lines anywhere (“ersättni / ng”, “arbets-livs- / inriktad”).
    """
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter in "&|")


@lru_cache(maxsize=_MANY)
def stems(*alternatives: str) -> re.Pattern[str]:
    """Find any of the stems anywhere in a squeezed text."""
    either = "|".join(
        "".join(_DAMAGED.get(letter, re.escape(letter)) for letter in squeezed(word))
        for word in sorted(alternatives, key=len, reverse=True)
    )
    return re.compile(f"(?:{either})", re.IGNORECASE)
