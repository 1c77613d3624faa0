"""A ledger's file, whatever its kind: what it is, and its rows."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO, Protocol

from django.utils.translation import gettext as _

from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.reading.characters import encoding_of
from samspel.budget.ledger.reading.columns import Part
from samspel.budget.ledger.reading.faults import Faults, FileRefused
from samspel.budget.ledger.reading.ledger_row import LedgerRow
from samspel.budget.ledger.reading.sie import SieFile
from samspel.budget.ledger.reading.sie_balances import Beside
from samspel.budget.ledger.reading.table import read_table
from samspel.budget.ledger.reading.table_rows import TableFile
from samspel.budget.ledger.reading.xlsx_lines import is_xlsx

LARGEST = 50 * 1024 * 1024
"""Bytes. A municipality's whole year is some tens of MB; a team's rows are some hundred kB."""
SIE_ENDINGS = (".se", ".si", ".sie")
Form = LedgerImport.Form
_FIRST_BYTES = 4096


class LedgerFile(Protocol):
    """What every kind of file gives."""

    @property
    def faults(self) -> Faults: ...
    @property
    def account_names(self) -> Mapping[str, str]: ...
    @property
    def has_unnumbered(self) -> bool: ...
    @property
    def passed_over(self) -> int: ...
    @property
    def beside(self) -> Beside: ...

    def rows(self) -> Iterator[LedgerRow]: ...


def too_large() -> str:
    """What is said of a file that is larger than `LARGEST`."""
    return _("The file is larger than %(limit)d MB: fetch only the team's own rows.") % {
        "limit": LARGEST // (1024 * 1024)
    }


def form_of(binary: BinaryIO, name: str) -> Form:
    """The kind of a file, by how it begins. Raises FileRefused for what is neither kind."""
    if is_xlsx(binary):
        return Form.TABLE
    encoding_of(binary)
    start = binary.read(_FIRST_BYTES).removeprefix(b"\xef\xbb\xbf").lstrip()
    binary.seek(0)
    # What calls itself SIE, or is XML as SIE 5, is told what is wrong with it as SIE.
    is_sie = start.startswith((b"#", b"<")) or name.lower().endswith(SIE_ENDINGS)
    return Form.SIE if is_sie else Form.TABLE


def open_ledger(
    binary: BinaryIO,
    form: Form,
    columns: Mapping[Part, int],
    *,
    costs_are_negative: bool = False,
) -> LedgerFile:
    """The rows of an open file. Raises FileRefused with one sentence, also while they are read."""
    if form == Form.SIE:
        return SieFile(binary, Faults())
    if missing := missing_parts(columns):
        raise FileRefused(missing)
    table = read_table(binary)
    return TableFile(table, columns, Faults(), costs_are_negative=costs_are_negative)


def missing_parts(columns: Mapping[Part, int]) -> str:
    """What is missing among a table's columns, as one sentence; nothing when it can be read."""
    has_amount = Part.AMOUNT in columns
    has_sides = Part.DEBIT in columns or Part.CREDIT in columns
    if Part.DAY not in columns or Part.ACCOUNT not in columns or not (has_amount or has_sides):
        return _("Choose the columns of the day, the account, and the amount or debit and credit.")
    if has_amount and has_sides:
        return _("Choose either the amount or debit and credit, not both.")
    places = list(columns.values())
    if len(set(places)) != len(places):
        return _("The same column is chosen twice.")
    return ""
