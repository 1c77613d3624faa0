"""Whether an attached file is what its name says: known by its content, never by what is claimed.

Nothing is unpacked: of a document that is a zip archive only the list of its parts is read.
"""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LARGEST = 10 * 1024 * 1024
"""Bytes."""
MOST_FILES = 5
LONGEST_NAME = 120
_MOST_PARTS = 2_000
_LARGEST_UNPACKED = 100 * 1024 * 1024
_MOST_PACKED = 200
"""Times that a part may grow when it is unpacked; text in documents stays far below."""
_FIRST_BYTES = 1024
_ODT = b"application/vnd.oasis.opendocument.text"
_ENCRYPTED = 1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    EOFError,
)
"""What reading a broken or made-up archive can end in."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that may be attached; ``fits`` reads it from its beginning."""

    content_type: str
    fits: Callable[[IO[bytes]], bool]


def kind_of(name: str, file: IO[bytes], size: int) -> Kind:
    """The kind of a file. Raises ValidationError with one sentence for what is not taken."""
    if size > LARGEST:
        raise ValidationError(too_large(), code="too_large")
    if not size:
        raise ValidationError(_("The file is empty."), code="empty")
    kind = KINDS.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None:
        raise ValidationError(
            _("Only PDF, Word, OpenDocument, JPEG, PNG and plain text can be attached."),
            code="unknown",
        )
    file.seek(0)
    fits = kind.fits(file)
    file.seek(0)
    if not fits:
        raise ValidationError(_("The file is not what its name says."), code="other")
    return kind


def too_large() -> str:
    """What is said of a file that is larger than `LARGEST`."""
    return _("The file is larger than %(limit)d MB.") % {"limit": LARGEST // (1024 * 1024)}


def clean_name(name: str) -> str:
    """What the sender called the file, without folders and signs that cannot be seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(each for each in last if each.isprintable()).strip() or "file"
    stem, dot, ending = shown.rpartition(".")
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}{dot}{ending}"[-LONGEST_NAME:]


def _begins_with(*starts: bytes) -> Callable[[IO[bytes]], bool]:
    def fits(file: IO[bytes]) -> bool:
        return file.read(_FIRST_BYTES).startswith(starts)

    return fits


def _is_text(file: IO[bytes]) -> bool:
    """Letters in UTF-8 or Latin-1, and no sign that only programs and pictures hold."""
    content = file.read(LARGEST)
    controls = {*range(32)} - {9, 10, 12, 13}
    if content.translate(None, bytes(controls)) != content:
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return not any(byte in content for byte in range(0x7F, 0xA0))
    return True


def _is_docx(file: IO[bytes]) -> bool:
    parts = _parts(file)
    names = {each.filename for each in parts}
    has_program = any("vbaproject" in name.lower() for name in names)
    return {"[Content_Types].xml", "word/document.xml"} <= names and not has_program


def _is_odt(file: IO[bytes]) -> bool:
    parts = _parts(file)
    if not parts or parts[0].filename != "mimetype" or parts[0].file_size > len(_ODT):
        return False
    try:
        with zipfile.ZipFile(file) as archive, archive.open(parts[0]) as first:
            return first.read(len(_ODT) + 1) == _ODT and "content.xml" in archive.namelist()
    except _BROKEN:
        return False


def _parts(file: IO[bytes]) -> list[zipfile.ZipInfo]:
    """The parts of an archive that can be trusted; none where something is odd about it."""
    if not file.read(4).startswith(b"PK\x03\x04"):
        return []
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except _BROKEN:
        return []
    whole = sum(each.file_size for each in parts)
    grows = any(each.file_size > _MOST_PACKED * max(each.compress_size, 1) for each in parts)
    locked = any(each.flag_bits & _ENCRYPTED for each in parts)
    odd = len(parts) > _MOST_PARTS or whole > _LARGEST_UNPACKED or grows or locked
    return [] if odd else parts


_JPEG = Kind("image/jpeg", _begins_with(b"\xff\xd8\xff"))
KINDS: Mapping[str, Kind] = {
    "pdf": Kind("application/pdf", _begins_with(b"%PDF-")),
    "docx": Kind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _is_docx
    ),
    "odt": Kind(_ODT.decode(), _is_odt),
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": Kind("image/png", _begins_with(b"\x89PNG\r\n\x1a\n")),
    "txt": Kind("text/plain", _is_text),
}
"""By the ending of the name."""
