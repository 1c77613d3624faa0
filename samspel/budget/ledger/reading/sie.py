"""Rows of vouchers from a SIE file of type 4 (4E from a ledger, 4I into one).

Read are the vouchers (`#VER` with its `#TRANS`), the financial years (`#RAR`), the names of
accounts (`#KONTO`) and dimensions (`#DIM`, `#UNDERDIM`), and the balances of accounts (`#RES`,
`#IB`, `#UB`) to hold the vouchers against. Every other label is passed over, as the format asks
of readers: budgets, and the rows that only tell of a change in a voucher (`#BTRANS` was taken
out; `#RTRANS` was put in, and stands again as the `#TRANS` after it). The signature of whoever
booked a voucher is never read.

A voucher need not balance: an extract of one project never does.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.characters import encoding_of
from samspel.budget.ledger.reading.faults import Faults, FileRefused, shown
from samspel.budget.ledger.reading.ledger_row import LedgerRow, key_of
from samspel.budget.ledger.reading.sie_balances import BALANCES, Balances, Beside
from samspel.budget.ledger.reading.sie_fields import Field, LineRefused, fields_of
from samspel.budget.ledger.reading.sie_values import (
    Dimensions,
    FinancialYears,
    ValueRefused,
    account_of,
    day_of,
    ore_of,
    text_of,
)

LONGEST_VOUCHER = 40
"""Characters that are shown of a voucher; its key is whole."""
LONGEST_LINE = 20_000
"""Characters; a voucher's row has some hundred."""
_TYPE_WITH_VOUCHERS = "4"
_END_OF_FILE = "\x1a"
"""Written by DOS after the last line."""
_LABEL = re.compile(r"#[A-Za-z]")
_MAY_END = ("}", "#KSUMMA")
"""What a whole file may end in without a line break after it."""


@dataclass(slots=True)
class _Voucher:
    line: int
    series: str = ""
    number: str = ""
    text: str = ""
    on: date = date.min
    is_open: bool = False
    """Whether its brace has been begun."""
    ore: int = 0
    """What its rows come to so far."""


class SieFile:
    """The rows of an open SIE file, read as they are asked for; never the whole at once.

    Raises FileRefused, on making or while reading, with one sentence; what is wrong in single
    lines is noted in ``faults``.
    """

    passed_over = 0
    """No row of a voucher is passed over without a word."""

    def __init__(self, binary: BinaryIO, faults: Faults) -> None:
        self.faults = faults
        self.account_names: dict[str, str] = {}
        self.has_unnumbered = False
        """Whether there are vouchers without a number: what vanishes from them is not seen."""
        self._text = io.TextIOWrapper(binary, encoding=encoding_of(binary), errors="replace")
        self._years = FinancialYears()
        self._balances = Balances(self._years)
        self._dimensions = Dimensions()
        self._rows_of: Counter[str] = Counter()
        self._vouchers = 0
        self._voucher: _Voucher | None = None
        self._is_inside_other = self._waits_for_checksum = False
        self._has_begun = self._ends_midway = False
        self._labels: dict[str, Callable[[list[Field]], None]] = {
            "#SIETYP": self._type,
            "#RAR": self._years.add,
            "#KONTO": self._account,
            "#DIM": self._dimensions.add,
            "#UNDERDIM": self._dimensions.add,
            "#KSUMMA": self._checksum,
        }

    @property
    def beside(self) -> Beside:
        """How the vouchers that were read come out beside the file's own balances."""
        return self._balances.beside()

    def rows(self) -> Iterator[LedgerRow]:
        """The rows of the vouchers, in the order of the file."""
        try:
            for number, line in self._lines():
                row = self._read(number, line)
                if row is not None:
                    yield row
        finally:
            self._text.detach()
        self._must_be_whole()

    def _lines(self) -> Iterator[tuple[int, str]]:
        number = 0
        while line := self._text.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                raise FileRefused(_("The file is not SIE: a line in it is far too long."))
            plain = line.strip().strip(_END_OF_FILE)
            if not plain:
                continue
            self._ends_midway = line[-1] != "\n" and not plain.startswith(_MAY_END)
            if not self._has_begun and not _LABEL.match(plain):
                raise _not_sie(plain)
            self._has_begun = True
            yield number, plain
        if not self._has_begun:
            raise FileRefused(_("The file is empty."))

    def _read(self, number: int, line: str) -> LedgerRow | None:
        """Take one line in; what is wrong in it is noted and the line passed over."""
        try:
            if line in {"{", "}"}:
                self._brace(number, line)
            elif line.startswith("#"):
                return self._label(number, line)
            else:
                self.faults.add(number, _("The line begins with no label of SIE."))
        except (LineRefused, ValueRefused) as refused:
            self.faults.add(number, refused)
        return None

    def _label(self, number: int, line: str) -> LedgerRow | None:
        label = line.split(maxsplit=1)[0].upper()
        if label == "#VER":
            self._begin(number, line)
        elif label == "#TRANS":
            return self._row(number, fields_of(line)[1:])
        elif self._is_inside_other:
            return None
        elif label in BALANCES:
            # A balance is only compared with: one that cannot be read is no fault of the rows.
            with suppress(LineRefused, ValueRefused):
                self._balances.add(label, fields_of(line)[1:])
        elif label in self._labels:
            self._labels[label](fields_of(line)[1:])
        return None

    def _brace(self, number: int, brace: str) -> None:
        voucher = self._voucher
        if brace == "{" and voucher is not None and not voucher.is_open:
            voucher.is_open = True
        elif brace == "{":
            self._is_inside_other = True  # rows under a label that is not read
        elif voucher is not None and voucher.is_open:
            self._balances.end_voucher(voucher.ore)
            self._voucher = None
        elif self._is_inside_other:
            self._is_inside_other = False
        else:
            self.faults.add(number, _("A brace } stands where none was begun."))

    def _begin(self, number: int, line: str) -> None:
        if self._voucher is not None:
            raise _voucher_not_closed(self._voucher)
        self._vouchers += 1
        # What is wrong in its first line is told once; its rows are then passed over in silence.
        self._voucher = voucher = _Voucher(number)
        series, its_number, day, text = (*fields_of(line)[1:], "", "", "", "")[:4]
        voucher.series, voucher.number = text_of(series, 20), text_of(its_number, 40)
        voucher.text = text_of(text)
        voucher.on = day_of(day)

    def _row(self, number: int, fields: list[Field]) -> LedgerRow | None:
        voucher = self._voucher
        if voucher is None or not voucher.is_open:
            raise ValueRefused(_("The row stands outside a voucher."))
        if voucher.on == date.min:
            return None
        if len(fields) < 3 or not isinstance(fields[1], tuple):
            raise ValueRefused(_("The row is cut off: it lacks its account, objects or amount."))
        account, objects, amount, day, text = (*fields, "", "")[:5]
        about = self._dimensions.of(objects)
        on = day_of(day) if day else voucher.on
        ore = ore_of(amount)
        known = account_of(account)
        voucher.ore += ore
        self._balances.add_row(voucher.on, known, ore)
        origin, voucher_key = self._keys(voucher, known, on, ore)
        return LedgerRow(
            number,
            origin,
            voucher_key,
            on,
            known,
            about.project,
            about.cost_centre,
            f"{voucher.series} {voucher.number}".strip()[:LONGEST_VOUCHER],
            text_of(text) or voucher.text,
            ore,
            about.is_employee,
        )

    def _keys(self, voucher: _Voucher, account: str, on: date, ore: int) -> tuple[str, str]:
        """The row's key and its voucher's: year, series, number, and the row's place in it.

        Without a number (as 4I allows) the row is known by its account, day and amount, and by
        how many before it have the same.
        """
        year = self._years.of(voucher.on)
        if voucher.number:
            voucher_key = key_of("sie", year, voucher.series, voucher.number)
            self._rows_of[voucher_key] += 1
            place = self._rows_of[voucher_key]
            return key_of("sie", year, voucher.series, voucher.number, place), voucher_key
        self.has_unnumbered = True
        alike = key_of("sie", year, voucher.series, "", account, on, ore)
        self._rows_of[alike] += 1
        return key_of("sie", year, voucher.series, "", account, on, ore, self._rows_of[alike]), ""

    def _type(self, fields: list[Field]) -> None:
        if fields[:1] and fields[0] != _TYPE_WITH_VOUCHERS:
            raise FileRefused(
                _(
                    "The file is SIE of type %(type)s, which has no vouchers: fetch one of type 4 "
                    "from the ledger."
                )
                % {"type": shown(fields[0])}
            )

    def _account(self, fields: list[Field]) -> None:
        if len(fields) >= 2:
            self.account_names[account_of(fields[0])] = text_of(fields[1])

    def _checksum(self, fields: list[Field]) -> None:
        """Without a number it says that one stands at the end; the number itself is not held."""
        self._waits_for_checksum = not fields

    def _must_be_whole(self) -> None:
        if self._voucher is not None:
            raise FileRefused(str(_voucher_not_closed(self._voucher)))
        if self._waits_for_checksum or self._is_inside_other or self._ends_midway:
            raise FileRefused(_("The file is cut off: its end is missing. Fetch it anew."))
        if not self._vouchers:
            raise FileRefused(
                _("There are no vouchers in the file: fetch SIE of type 4 from the ledger.")
            )


def _voucher_not_closed(voucher: _Voucher) -> FileRefused:
    return FileRefused(
        _(
            "The file is cut off or broken: the voucher that begins on line %(line)d has no end. "
            "Fetch it anew."
        )
        % {"line": voucher.line}
    )


def _not_sie(first: str) -> FileRefused:
    if first.startswith("<"):
        return FileRefused(
            _("The file is XML, perhaps SIE 5: fetch one of SIE type 4 from the ledger.")
        )
    return FileRefused(
        _("The file is not SIE: its first line begins with no label such as #FLAGGA.")
    )
