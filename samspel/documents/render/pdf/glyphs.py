"""Which characters our typeface has, since an archival PDF may show no missing ones.

Read from the font's own table of characters (cmap, formats 4 and 12 of the OpenType
specification), which is all that is needed of a font here.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

from samspel.documents.render.characters import printable
from samspel.documents.render.fonts import REGULAR

MISSING = "\u25a1"
LONGEST_WORD = 40
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def typeset_text(text: str) -> str:
    """``text`` in characters the typeface has, with places to break in endless words.

    A space of an unknown width becomes a no-break space, an invisible mark nothing, and any
    other unknown character an open square.
    """
    composed = unicodedata.normalize("NFC", printable(text))
    known = characters(REGULAR)
    if not known.issuperset(composed):
        composed = "".join(each if each in known else _stand_in(each) for each in composed)
    return _LONG_WORD.sub(lambda word: "\u200b".join(_pieces(word[0])), composed)


def _stand_in(character: str) -> str:
    if character in "\n\t\r\u2028\u2029":
        return " "
    category = unicodedata.category(character)
    if category == "Zs":
        return "\u00a0"
    return "" if category in {"Cf", "Mn", "Me", "Cc"} else MISSING


def _pieces(word: str) -> list[str]:
    return [word[start : start + LONGEST_WORD] for start in range(0, len(word), LONGEST_WORD)]


@cache
def characters(font: Path) -> frozenset[str]:
    """Every character that ``font`` (a TrueType file) has a glyph for."""
    data = font.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    start = next(
        struct.unpack_from(">I", data, 12 + 16 * place + 8)[0]
        for place in range(tables)
        if data[12 + 16 * place : 16 + 16 * place] == b"cmap"
    )
    (subtables,) = struct.unpack_from(">H", data, start + 2)
    found: set[int] = set()
    for place in range(subtables):
        (offset,) = struct.unpack_from(">I", data, start + 4 + 8 * place + 4)
        found |= _subtable(data, start + offset)
    return frozenset(chr(code) for code in found)


def _subtable(data: bytes, start: int) -> set[int]:
    (form,) = struct.unpack_from(">H", data, start)
    if form == 12:
        (groups,) = struct.unpack_from(">I", data, start + 12)
        spans = [struct.unpack_from(">II", data, start + 16 + 12 * n) for n in range(groups)]
    elif form == 4:
        (twice,) = struct.unpack_from(">H", data, start + 6)
        ends = struct.unpack_from(f">{twice // 2}H", data, start + 14)
        starts = struct.unpack_from(f">{twice // 2}H", data, start + 16 + twice)
        spans = [span for span in zip(starts, ends, strict=True) if span[1] != 0xFFFF]
    else:
        spans = []
    return {code for first, last in spans for code in range(first, last + 1)}
