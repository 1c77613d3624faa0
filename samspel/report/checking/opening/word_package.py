"""A Word file before it is opened: its parts are no bomb, and nothing in them is to be expanded."""

import io
import re
import zipfile
import zlib

from django.utils.translation import gettext as _

from samspel.report.checking.opening import limits
from samspel.report.checking.opening.refused import NotReadable
from samspel.report.checking.opening.sniffing import locked

_MARKUP = (".xml", ".rels")
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_IS_ENCRYPTED = 0x1


def refuse_bomb(data: bytes, name: str) -> None:
    """Raise NotReadable where a package unpacks to far more than a report, or declares entities.

    The sizes that the package tells are those that are unpacked: a part that is longer than it
    says is cut there and fails its sum.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_large(package.infolist(), name)
            _refuse_entities(package, name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise NotReadable(
            _("“%(file)s” is damaged and cannot be read.") % {"file": name}
        ) from error


def _refuse_large(parts: list[zipfile.ZipInfo], name: str) -> None:
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise NotReadable(locked(name))
    markup = sum(part.file_size for part in parts if _is_markup(part))
    unpacked = sum(part.file_size for part in parts)
    too_many = len(parts) > limits.PARTS
    if too_many or markup > limits.MARKUP_BYTES or unpacked > limits.UNPACKED_BYTES:
        raise NotReadable(
            _("“%(file)s” unpacks to far more than a report holds, and was left unread.")
            % {"file": name}
        )


def _refuse_entities(package: zipfile.ZipFile, name: str) -> None:
    """Word never declares a document type or an entity; whoever does wants it expanded."""
    for part in package.infolist():
        if not _is_markup(part):
            continue
        content = package.read(part)
        if _ENTITIES.search(content) or content.startswith(_UTF_16):
            raise NotReadable(
                _("“%(file)s” holds what no Word document holds, and was left unread.")
                % {"file": name}
            )


def _is_markup(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith(_MARKUP)
