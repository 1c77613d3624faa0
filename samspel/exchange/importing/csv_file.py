"""A CSV file as people have them: comma, semicolon or tab, UTF-8 with or without BOM."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from samspel.exchange.importing.columns import known_headings
from samspel.exchange.importing.faults import FileRefused

_DELIMITERS = (",", ";", "\t")
_LONGEST_LINE = 200_000
_NOT_TEXT = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Excel, Word, ZIP"),
    (b"\xd0\xcf\x11\xe0", "Excel, Word"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"PAR1", "Parquet"),
)


class CsvFile:
    """The rows of an open file, read as they are asked for; never the whole at once.

    ``binary`` must be at its start. Raises FileRefused, on making or while reading, with one
    sentence: the file is empty, not text, not UTF-8, or not CSV.
    """

    def __init__(self, binary: BinaryIO) -> None:
        self._binary = binary
        _refuse_what_is_not_text(binary.read(4096))
        binary.seek(0)
        self._text = io.TextIOWrapper(binary, encoding="utf-8-sig", newline="")
        first = self._readline()
        if not first.strip():
            raise FileRefused(_("The file is empty or begins with an empty line."))
        self.delimiter, self.headings = _headings(first)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The line where each row begins (the headings stand on line 1) and its cells.

        Empty rows are passed over.
        """
        reader = csv.reader(self._lines(), delimiter=self.delimiter, strict=True)
        line = 2
        try:
            for cells in reader:
                if any(cells):
                    yield line, cells
                line = reader.line_num + 2
        except csv.Error as error:
            raise FileRefused(
                _(
                    "Line %(line)d cannot be read as CSV: a quotation mark is out of place "
                    "or not closed."
                )
                % {"line": line}
            ) from error

    def bytes_read(self) -> int:
        """How far the file has been read."""
        return self._binary.tell()

    def detach(self) -> None:
        """Let go of the underlying file, so that closing it stays with whoever opened it."""
        self._text.detach()

    def _lines(self) -> Iterator[str]:
        while line := self._readline():
            yield line

    def _readline(self) -> str:
        try:
            line = self._text.readline(_LONGEST_LINE)
        except UnicodeDecodeError as error:
            raise FileRefused(
                _("The file is not UTF-8 text: save it as “CSV UTF-8” and try again.")
            ) from error
        if len(line) == _LONGEST_LINE:
            raise FileRefused(_("The file is not CSV: a line in it is far too long."))
        return line


def _refuse_what_is_not_text(start: bytes) -> None:
    for signature, kind in _NOT_TEXT:
        if start.startswith(signature):
            raise FileRefused(
                _("The file is not CSV but another kind (%(kind)s): save it as “CSV UTF-8”.")
                % {"kind": kind}
            )
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileRefused(_("The file is not UTF-8 text: save it as “CSV UTF-8” and try again."))
    if b"\0" in start:
        raise FileRefused(_("The file is not CSV: it is not text."))


def _headings(first: str) -> tuple[str, list[str]]:
    """The delimiter under which most headings are known, and the headings it gives."""
    best: tuple[int, str, list[str]] = (0, "", [])
    for delimiter in _DELIMITERS:
        try:
            cells = next(csv.reader([first], delimiter=delimiter, strict=True))
        except csv.Error:
            continue
        best = max(best, (known_headings(cells), delimiter, cells), key=lambda each: each[0])
    if not best[1]:
        raise FileRefused(
            _("The file is not CSV with episodes: its first line has none of the known headings.")
        )
    return best[1], best[2]
