"""Which characters a file is written in, told by its bytes alone.

SIE prescribes code page 437 (`#FORMAT PC8`), and many programs write something else under the
same word, so the word is not asked. Of bytes outside ASCII:

* all that form UTF-8 are UTF-8: in code page 437 the first byte of such a pair is a line-drawing
  sign or a Greek letter, which no word begins with;
* å ä ö Å Ä Ö lie at 86 84 94 8F 8E 99 in code page 437 and at E5 E4 F6 C5 C4 D6 in Latin-1, so
  either of the two shows which it is. A file with both is neither, and is refused.
"""

import codecs
from typing import BinaryIO

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.faults import FileRefused

_CHUNK = 1 << 16
_ASCII = bytes(range(0x80))
_OF_437 = frozenset(b"\x86\x84\x94\x8f\x8e\x99")
_OF_LATIN_1 = frozenset(b"\xe5\xe4\xf6\xc5\xc4\xd6")
_NOT_TEXT = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "Excel 97, Word 97"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)


def encoding_of(binary: BinaryIO) -> str:
    """The encoding of a text file, by Python's name; the file is put back to its start.

    Raises FileRefused when the file is empty, no text, or written in two ways at once.
    """
    binary.seek(0)
    start = binary.read(8)
    if not start:
        raise FileRefused(_("The file is empty."))
    for signature, kind in _NOT_TEXT:
        if start.startswith(signature):
            told = {"kind": kind}
            raise FileRefused(_("The file is not text but another kind (%(kind)s).") % told)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FileRefused(_("The file is UTF-16 text: save it as “CSV UTF-8” and try again."))
    binary.seek(0)
    used, is_utf8 = _bytes_used(binary)
    binary.seek(0)
    if not used or is_utf8:
        return "utf-8-sig"
    if start.startswith(codecs.BOM_UTF8):
        raise FileRefused(_("The file breaks off in the middle of a letter: fetch it anew."))
    return _one_byte_encoding(used)


def _bytes_used(binary: BinaryIO) -> tuple[frozenset[int], bool]:
    """The bytes outside ASCII that occur, and whether all of the file is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    used: set[int] = set()
    is_utf8 = True
    while chunk := binary.read(_CHUNK):
        if b"\0" in chunk:
            raise FileRefused(_("The file is not text."))
        used.update(chunk.translate(None, _ASCII))
        is_utf8 = is_utf8 and _goes_on(decoder, chunk)
    return frozenset(used), is_utf8 and _goes_on(decoder, b"", final=True)


def _goes_on(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _one_byte_encoding(used: frozenset[int]) -> str:
    is_437, is_latin = bool(used & _OF_437), bool(used & _OF_LATIN_1)
    if is_437 and is_latin:
        raise FileRefused(
            _(
                "The letters å, ä and ö are written in two different ways in the file, so it "
                "cannot be read for certain: fetch it anew from the ledger."
            )
        )
    return "cp1252" if is_latin else "cp437"
