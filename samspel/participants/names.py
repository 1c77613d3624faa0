"""Keys by which names sort and are found alike on every database.

Databases differ in where å, ä and ö stand and in whether Å and å are the same letter, so both
are decided here and stored beside the name.
"""

import unicodedata

_ALPHABET = " -'0123456789abcdefghijklmnopqrstuvwxyzåäö"
_PLACE = {letter: f"{number:02x}" for number, letter in enumerate(_ALPHABET, start=1)}
_UNKNOWN = f"{len(_ALPHABET) + 1:02x}"


def sort_key(name: str) -> str:
    """Lower-case hexadecimal text that sorts as Swedish does: å, ä, ö last, accents ignored."""
    return "".join(_PLACE.get(letter, _UNKNOWN) for letter in _letters(name, keep="åäö"))


def search_key(name: str) -> str:
    """The name without case or accents, words parted by one space: “Åsa-Lí Ö” → “asa li o”."""
    folded = _letters(name, keep="")
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())


def initials_of(name: str) -> str:
    """How somebody is named where the name itself is not to be told: “Nils Åke Ek” → “N.Å.E.”."""
    return "".join(f"{part[0].upper()}." for part in name.split()[:3])


def _letters(name: str, *, keep: str) -> str:
    plain = []
    for letter in unicodedata.normalize("NFC", name).casefold():
        base = letter if letter in keep else unicodedata.normalize("NFD", letter)[0]
        plain.append(
            {"æ": "ä" if "ä" in keep else "a", "ø": "ö" if "ö" in keep else "o"}.get(base, base)
        )
    return " ".join("".join(plain).split())
