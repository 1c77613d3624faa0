"""What a SIE file says of its own accounts, held against the sums of its vouchers.

A file that was cut off between two vouchers looks whole; but its balances stand before the
vouchers and tell what they come to: `#RES` of an account of income and costs, `#UB` less `#IB` of
the others. An extract, as of one project, may carry the balances of the whole ledger, so a
difference is told and never refused.
"""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from samspel.budget.ledger.reading.sie_fields import Field
from samspel.budget.ledger.reading.sie_values import FinancialYears, account_of, ore_of

_SIGNS = {"#RES": 1, "#UB": 1, "#IB": -1}
BALANCES = tuple(_SIGNS)
"""The labels of balances."""


class Beside(NamedTuple):
    """How the vouchers come out beside the file's balances."""

    accounts: int = 0
    """Accounts whose vouchers come to another sum than the balance says."""
    first: str = ""
    """The first of them."""
    balance_ore: int = 0
    vouchers_ore: int = 0
    is_extract: bool = False
    """Whether a voucher lacks its other side, as in an extract of one project."""


AGREES = Beside()
"""Nothing differs, or there is nothing to compare with."""


class Balances:
    """The balances and the vouchers' sums of a file, account by account and year by year."""

    def __init__(self, years: FinancialYears) -> None:
        self._years = years
        self._told: dict[tuple[str, str], int] = {}
        """By year, as `#RAR` numbers it, and account; öre."""
        self._summed: dict[tuple[str, str], int] = defaultdict(int)
        """By year, as `FinancialYears.of` names it, and account; öre."""
        self._is_extract = False

    def add(self, label: str, fields: list[Field]) -> None:
        """A balance: the year's number, the account, and the amount."""
        if len(fields) >= 3:
            key = (str(fields[0]), account_of(fields[1]))
            self._told[key] = self._told.get(key, 0) + _SIGNS[label] * ore_of(fields[2])

    def add_row(self, on: date, account: str, ore: int) -> None:
        """A row of a voucher of a day."""
        self._summed[self._years.of(on), account] += ore

    def end_voucher(self, ore: int) -> None:
        """A voucher has ended; its rows come to ``ore``."""
        self._is_extract = self._is_extract or ore != 0

    def beside(self) -> Beside:
        """The accounts that differ, of the years that the file has vouchers of."""
        told_years = {year for year, _account in self._summed}
        differing = [
            (account, told, summed)
            for (number, account), told in sorted(self._told.items())
            if (year := self._years.named(number)) in told_years
            and (summed := self._summed.get((year, account), 0)) != told
        ]
        if not differing:
            return AGREES
        return Beside(len(differing), *differing[0], self._is_extract)
