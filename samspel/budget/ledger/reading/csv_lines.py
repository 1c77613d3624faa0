"""The lines of a CSV file as ledgers write them: semicolon, comma or tab, in any encoding."""

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.characters import encoding_of
from samspel.budget.ledger.reading.columns import known_headings
from samspel.budget.ledger.reading.faults import FileRefused

_DELIMITERS = ";\t,|"
_LINES_TRIED = 30
_LONGEST_LINE = 20_000


def csv_lines(binary: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """The line where each row begins, and its cells; empty rows are passed over."""
    text = io.TextIOWrapper(binary, encoding=encoding_of(binary), errors="replace", newline="")
    try:
        tried = list(islice(_physical(text), _LINES_TRIED))
        text.seek(0)
        yield from _rows(text, _delimiter(tried))
    finally:
        text.detach()


def _rows(text: io.TextIOWrapper, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_physical(text), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise FileRefused(
            _("Line %(line)d cannot be read: a quotation mark is out of place or not closed.")
            % {"line": line}
        ) from error


def _physical(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise FileRefused(_("The file is no table: a line in it is far too long."))
        yield line


def _delimiter(lines: list[str]) -> str:
    """The delimiter that gives most known headings in one line, then most cells."""

    def fits(delimiter: str) -> tuple[int, int]:
        parted = [line.strip().split(delimiter) for line in lines]
        plain = [[cell.strip('" ') for cell in cells] for cells in parted]
        return max((known_headings(cells), len(cells)) for cells in plain)

    return max(_DELIMITERS, key=fits) if lines else _DELIMITERS[0]
