"""What a file is by its first bytes, and whether that is what its name says."""

from pathlib import PurePath
from typing import Literal

from django.utils.translation import gettext as _

from samspel.report.checking.opening.refused import NotReadable

Form = Literal["txt", "docx", "pdf"]

_ENDINGS: dict[str, Form] = {".txt": "txt", ".text": "txt", ".docx": "docx", ".pdf": "pdf"}
_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_STARTS_WITHIN = 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (_OLE, "Word 97–2003"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")


def form_of(data: bytes, name: str) -> Form:
    """The form of a file, by its name and its bytes together.

    Raises NotReadable where the name's ending is none that is read, where the bytes say something
    else than the name, and where there is nothing in the file.
    """
    ending = PurePath(name).suffix.lower()
    if not data.strip():
        raise NotReadable(_("“%(file)s” is empty.") % {"file": name})
    if ending not in _ENDINGS:
        raise NotReadable(
            _("“%(file)s” is no .txt, .docx or .pdf file; save the report as one of them.")
            % {"file": name}
        )
    _refuse_locked(data, name)
    found = _found(data)
    expected = _ENDINGS[ending]
    if found == expected:
        return expected
    told = {"file": name, "ending": ending, "found": found}
    if found == "":
        raise NotReadable(
            _("“%(file)s” is damaged: it is no %(ending)s file inside, despite its name.") % told
        )
    raise NotReadable(
        _("“%(file)s” is not what its name says: inside it is %(found)s, not %(ending)s.") % told
    )


def _refuse_locked(data: bytes, name: str) -> None:
    """A Word file with a password is no package of parts but an envelope of Office's own."""
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise NotReadable(locked(name))


def locked(name: str) -> str:
    """The sentence about a file that asks for a password."""
    return _("“%(file)s” is protected with a password; save it without one.") % {"file": name}


def _found(data: bytes) -> str:
    """The form of the bytes; empty where they are nothing that is known."""
    if _PDF in data[:_PDF_STARTS_WITHIN]:
        return "pdf"
    if data.startswith(_ZIP):
        return "docx" if b"word/" in data else "ZIP"
    for start, form in _OTHERS:
        if data.startswith(start):
            return form
    if data[:100].lstrip().lower().startswith(_MARKUP):
        return "HTML"
    return "txt" if _is_text(data) else ""


def _is_text(data: bytes) -> bool:
    """Whether there are letters rather than a program or a picture: text has no zero bytes.

    UTF-16 has them, and says so with its first two bytes.
    """
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in data
