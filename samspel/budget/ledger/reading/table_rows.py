"""From a table's cells to rows of a ledger, by columns that somebody has named."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.amounts import ore_of
from samspel.budget.ledger.reading.columns import PART_TITLES, Part
from samspel.budget.ledger.reading.days import day_of
from samspel.budget.ledger.reading.faults import CellRefused, Faults, shown
from samspel.budget.ledger.reading.ledger_row import LedgerRow, key_of
from samspel.budget.ledger.reading.sie_balances import AGREES
from samspel.budget.ledger.reading.table import Cells, Table

LONGEST_TEXT = 200
LONGEST_CODE = 40
_ACCOUNT = re.compile(r"([0-9]{1,10})(?:\.0)?(?:[\s:–-]+(.*))?")


class TableFile:
    """The rows of a table. ``columns`` says where each part stands.

    ``costs_are_negative`` turns the amounts, for ledgers that print costs with a minus. A row is
    known again by voucher, account, day and amount, and by how many before it have the same.
    """

    has_unnumbered = False
    """Whether there are rows without a voucher: what vanishes of them is not seen."""
    beside = AGREES
    """A table has no balances to hold its rows against."""

    def __init__(
        self,
        table: Table,
        columns: Mapping[Part, int],
        faults: Faults,
        *,
        costs_are_negative: bool = False,
    ) -> None:
        self.faults = faults
        self.account_names: dict[str, str] = {}
        self.passed_over = 0
        """Lines with neither day nor account, such as sums and page heads."""
        self._table, self._columns = table, columns
        self._sign = -1 if costs_are_negative else 1
        self._alike: Counter[str] = Counter()

    def rows(self) -> Iterator[LedgerRow]:
        """The rows, in the order of the file; what is wrong in one is noted."""
        for line, cells in self._table.lines:
            try:
                row = self._row(line, cells)
            except CellRefused as refused:
                self.faults.add(line, refused)
                continue
            if row is not None:
                yield row

    def _row(self, line: int, cells: Cells) -> LedgerRow | None:
        day, account_cell = self._cell(cells, Part.DAY), self._cell(cells, Part.ACCOUNT)
        if _is_empty(day) and _is_empty(account_cell):
            self.passed_over += 1
            return None
        on = day_of(day)
        account = self._account(account_cell)
        if on is None or account is None:
            raise CellRefused(_("The row lacks its day or its account."))
        ore = self._ore(cells)
        voucher = self._text(cells, Part.VOUCHER, LONGEST_CODE)
        origin, voucher_key = self._keys(voucher, account, on, ore)
        project = self._text(cells, Part.PROJECT, LONGEST_CODE)
        cost_centre = self._text(cells, Part.COST_CENTRE, LONGEST_CODE)
        text = self._text(cells, Part.TEXT, LONGEST_TEXT)
        return LedgerRow(
            line, origin, voucher_key, on, account, project, cost_centre, voucher, text, ore
        )

    def _keys(self, voucher: str, account: str, on: date, ore: int) -> tuple[str, str]:
        """Vouchers are numbered by calendar year, as those of municipalities are."""
        alike = key_of("table", on.year, voucher, account, on, ore)
        self._alike[alike] += 1
        origin = key_of("table", on.year, voucher, account, on, ore, self._alike[alike])
        if not voucher:
            self.has_unnumbered = True
            return origin, ""
        return origin, key_of("table", on.year, voucher)

    def _ore(self, cells: Cells) -> int:
        if Part.AMOUNT in self._columns:
            ore = ore_of(self._cell(cells, Part.AMOUNT))
        else:
            debit, credit = (ore_of(self._cell(cells, p)) for p in (Part.DEBIT, Part.CREDIT))
            nothing = debit is None and credit is None
            # Some ledgers write what is credited with a minus beside its column.
            ore = None if nothing else (debit or 0) - abs(credit or 0)
        if ore is None:
            raise CellRefused(_("The row lacks its amount."))
        return self._sign * ore

    def _account(self, cell: object) -> str | None:
        if _is_empty(cell):
            return None
        found = None if isinstance(cell, bool) else _ACCOUNT.fullmatch(str(cell).strip())
        if found is None:
            sentence = _("“%(text)s” is no account number.")
            raise CellRefused(sentence % {"text": shown(cell)})
        if found[2]:
            self.account_names[found[1]] = _plain(found[2])[:LONGEST_TEXT]
        return found[1]

    def _text(self, cells: Cells, part: Part, longest: int) -> str:
        cell = self._cell(cells, part)
        if _is_empty(cell):
            return ""
        whole = isinstance(cell, float) and cell.is_integer()
        text = _plain(str(int(cell)) if whole and isinstance(cell, float) else str(cell))
        if longest == LONGEST_CODE and len(text) > longest:
            told = {"column": PART_TITLES[part], "most": longest}
            raise CellRefused(
                _("%(column)s has more than %(most)d characters: it is no code.") % told
            )
        return text[:longest]

    def _cell(self, cells: Cells, part: Part) -> object:
        place = self._columns.get(part)
        return cells[place] if place is not None and place < len(cells) else None


def _is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
