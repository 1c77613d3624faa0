"""The lines of an Excel file's first sheet with anything in it; nothing of it is trusted."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.faults import FileRefused

_ZIP = b"PK\x03\x04"
_MOST_PARTS = 2_000
_LARGEST_UNPACKED = 300 * 1024 * 1024
"""Bytes; read row by row they are never in memory at once."""
_LARGEST_TEXTS = 60 * 1024 * 1024
"""Bytes of the shared texts, which are read whole."""
_MOST_PACKED = 200
"""Times that a part may grow when it is unpacked; sheets stay far below."""
_MOST_COLUMNS = 60
_MOST_ROWS = 500_000
_ENCRYPTED = 1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # what both parsers of XML call a broken part
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    IndexError,
    AttributeError,
    TypeError,
    OverflowError,
    EOFError,
    OSError,
)
"""What reading a broken or made-up workbook can end in."""


def is_xlsx(binary: BinaryIO) -> bool:
    """Whether the file begins as an archive does; it is put back to its start."""
    binary.seek(0)
    start = binary.read(len(_ZIP))
    binary.seek(0)
    return start == _ZIP


def xlsx_lines(binary: BinaryIO) -> Iterator[tuple[int, list[Any]]]:
    """The number of each row and its cells; empty rows are passed over.

    Raises FileRefused for what is no Excel file, is broken, or would grow out of all proportion.
    """
    _refuse_bomb(binary)
    binary.seek(0)
    try:
        yield from _sheet_lines(binary)
    except FileRefused:
        raise
    except _BROKEN as error:
        raise _not_excel() from error


def _sheet_lines(binary: BinaryIO) -> Iterator[tuple[int, list[Any]]]:
    # Loading it takes a third of a second that nobody else has to wait.
    from openpyxl import load_workbook

    book = load_workbook(binary, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            is_empty = True
            for number, cells in enumerate(
                sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), 1
            ):
                if number > _MOST_ROWS:
                    raise FileRefused(_("The sheet has more rows than can be read: divide it."))
                if any(cell not in {None, ""} for cell in cells):
                    is_empty = False
                    yield number, list(cells)
            if not is_empty:
                return
    finally:
        book.close()


def _refuse_bomb(binary: BinaryIO) -> None:
    """Look at the archive's list of parts only; nothing is unpacked."""
    try:
        with zipfile.ZipFile(binary) as archive:
            parts = archive.infolist()
    except _BROKEN as error:
        raise _not_excel() from error
    names = {each.filename for each in parts}
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise _not_excel()
    whole = sum(each.file_size for each in parts)
    grows = any(each.file_size > _MOST_PACKED * max(each.compress_size, 1) for each in parts)
    texts = sum(each.file_size for each in parts if "sharedstrings" in each.filename.lower())
    locked = any(each.flag_bits & _ENCRYPTED for each in parts)
    too_large = len(parts) > _MOST_PARTS or whole > _LARGEST_UNPACKED or texts > _LARGEST_TEXTS
    if too_large or grows or locked:
        raise FileRefused(
            _(
                "The Excel file would be far too large when it is unpacked: save it anew with "
                "only the rows that are needed."
            )
        )


def _not_excel() -> FileRefused:
    return FileRefused(
        _("The file is no Excel file that can be read, or it is broken: save it anew as .xlsx.")
    )
