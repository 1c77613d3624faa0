"""Open a report of any form: .txt, .docx or .pdf."""

import re
from collections.abc import Callable
from pathlib import Path

from django.utils.translation import gettext as _

from samspel.report.checking.opening import limits
from samspel.report.checking.opening.language import refuse_other_languages
from samspel.report.checking.opening.plain_text import lines_of_text
from samspel.report.checking.opening.refused import NeedsRecognition, NotReadable
from samspel.report.checking.opening.sniffing import Form, form_of
from samspel.report.checking.source import Line, Source


def open_report(path: Path) -> Source:
    """The lines of a report in a file; pages that are pictures are recognised.

    Raises NotReadable with one translated sentence. Bounds neither time nor memory: what comes
    from somebody else is opened through `samspel.report.checking.apart.examined`.
    """
    return open_bytes(read_bounded(path), path.name, recognise=True)


def open_bytes(data: bytes, name: str, *, recognise: bool) -> Source:
    """The lines of a report. Raises NotReadable.

    Raises NeedsRecognition where pages are pictures and ``recognise`` is false.
    """
    form = form_of(data, name)
    try:
        lines = _READERS[form](data, name, recognise)
    except (NotReadable, NeedsRecognition, MemoryError):
        raise
    except Exception as error:
        # The libraries raise errors of every kind, their own mistakes among them, at damaged files.
        raise NotReadable(
            _("“%(file)s” is damaged and cannot be read.") % {"file": name}
        ) from error
    if all(line.is_blank for line in lines):
        raise NotReadable(_("There is no text in “%(file)s”.") % {"file": name})
    if sum(len(_NUMBER.findall(line.text)) for line in lines) > limits.NUMBERS:
        raise NotReadable(
            _("“%(file)s” holds far more numbers than a report does.") % {"file": name}
        )
    source = Source(name, lines)
    refuse_other_languages(source)
    return source


def read_bounded(path: Path) -> bytes:
    """The bytes of a file. Raises NotReadable where there is none, or where it is too large."""
    told = {"file": path}
    try:
        if path.is_dir():
            raise NotReadable(_("“%(file)s” is a folder, not a file.") % told)
        if path.exists() and not path.is_file():
            raise NotReadable(_("“%(file)s” is no ordinary file.") % told)
        with path.open("rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise NotReadable(_("There is no file “%(file)s”.") % told) from error
    except PermissionError as error:
        raise NotReadable(_("You may not open the file “%(file)s”.") % told) from error
    except (OSError, ValueError) as error:
        raise NotReadable(_("“%(file)s” cannot be opened.") % told) from error
    refuse_large(data, path.name)
    return data


def refuse_large(data: bytes, name: str) -> None:
    """Raise NotReadable where a file is larger than a report is."""
    if len(data) > limits.FILE_BYTES:
        most = limits.FILE_BYTES // limits.MEGABYTE
        raise NotReadable(
            _("“%(file)s” is larger than %(most)d MB, which is no report.")
            % {"file": name, "most": most}
        )


def _lines_of_word(data: bytes, name: str, _recognise: object) -> tuple[Line, ...]:
    from samspel.report.checking.opening.word import lines_of_word

    return lines_of_word(data, name)


def _lines_of_pdf(data: bytes, name: str, recognise: bool) -> tuple[Line, ...]:  # noqa: FBT001 - a row of the table below
    from samspel.report.checking.opening.pdf import lines_of_pdf

    return lines_of_pdf(data, name, recognise=recognise)


_NUMBER = re.compile(r"\d+")
# The libraries are loaded when they are needed: a text file is read at once.
_READERS: dict[Form, Callable[[bytes, str, bool], tuple[Line, ...]]] = {
    "txt": lambda data, name, _recognise: lines_of_text(data, name),
    "docx": _lines_of_word,
    "pdf": _lines_of_pdf,
}
