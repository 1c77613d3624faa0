"""Sorting a file's rows: into the budget's lines, left out, outside its days, or without a rule.

Read row by row; kept are only the rows that go to a line, and of the others their number and sum.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from samspel.budget.budget import Budget
from samspel.budget.ledger.mapping_rule import first_fitting
from samspel.budget.ledger.reading.faults import FileRefused
from samspel.budget.ledger.reading.ledger_row import LedgerRow
from samspel.budget.ledger.source import LedgerFile
from samspel.budget.ledger.standing import Standing
from samspel.budget.line import Line, LineKind

MOST_ROWS = 200_000
"""Rows of one team in one file; far above what any team has."""
_ROWS_BETWEEN_TELLING = 2_000
_PERSONNEL_ACCOUNTS = "5"
"""What the numbers of costs of employees begin with in Kommun-Bas."""
Progress = Callable[[], None]


class Planned(NamedTuple):
    """A row and the line it goes to, with the text that is kept of it."""

    row: LedgerRow
    line: Line
    text: str


@dataclass(slots=True)
class Tally:
    """A number of rows and their sum in öre."""

    rows: int = 0
    ore: int = 0

    def add(self, ore: int) -> None:
        """One row more."""
        self.rows += 1
        self.ore += ore


@dataclass(slots=True)
class Sorted:
    """What became of the rows of a file."""

    planned: list[Planned] = field(default_factory=list)
    read: int = 0
    first_on: date = date.max
    last_on: date = date.min
    outside: Tally = field(default_factory=Tally)
    left_out: Tally = field(default_factory=Tally)
    unmapped: dict[str, Tally] = field(default_factory=dict)
    """By account."""
    lineless: dict[str, Tally] = field(default_factory=dict)
    """By the line's name that a rule asks for and the budget does not have."""
    vouchers: set[str] = field(default_factory=set)
    """Those of the file that entries were read from earlier."""
    not_planned: set[str] = field(default_factory=set)
    """Origins of rows that were entered earlier and go to no line any more."""


class Sorting:
    """Sorts the rows of one file for one budget."""

    def __init__(self, budget: Budget, standing: Standing, *, leaves_out_texts: bool) -> None:
        self._budget, self._earlier = budget, standing.earlier
        self._rules, self._lines = standing.mapping(), standing.budget_lines()
        self._vouchers = {each.voucher_key for each in standing.earlier.values()} - {""}
        self._leaves_out_texts = leaves_out_texts
        self._found = Sorted()

    def sort(self, file: LedgerFile, progress: Progress) -> Sorted:
        """All rows of the file. Raises FileRefused when they are far too many."""
        found = self._found
        for row in file.rows():
            found.read += 1
            found.first_on, found.last_on = min(found.first_on, row.on), max(found.last_on, row.on)
            if row.voucher_key in self._vouchers:
                found.vouchers.add(row.voucher_key)
            line = self._line_for(row)
            if line is not None:
                found.planned.append(Planned(row, line, self._text(row, line, file)))
            elif row.origin in self._earlier:
                found.not_planned.add(row.origin)
            if len(found.planned) > MOST_ROWS:
                raise FileRefused(
                    _("The file has more rows than one import takes: divide it by months.")
                )
            if found.read % _ROWS_BETWEEN_TELLING == 0:
                progress()
        return found

    def _line_for(self, row: LedgerRow) -> Line | None:
        """The line of a row; where it has none, the row is counted where it belongs."""
        found = self._found
        rule = first_fitting(self._rules, row) if self._budget.has(row.on) else None
        if not self._budget.has(row.on):
            tally = found.outside
        elif rule is None:
            tally = found.unmapped.setdefault(row.account, Tally())
        elif rule.leaves_out:
            tally = found.left_out
        elif line := rule.line_in(self._lines):
            return line
        else:
            tally = found.lineless.setdefault(rule.line_title, Tally())
        tally.add(row.ore)
        return None

    def _text(self, row: LedgerRow, line: Line, file: LedgerFile) -> str:
        """The row's text; of personnel the account's name alone, when that was asked for."""
        is_personal = (
            line.kind == LineKind.OWN_PERSONNEL
            or row.account.startswith(_PERSONNEL_ACCOUNTS)
            or row.is_about_employee
        )
        text = "" if is_personal and self._leaves_out_texts else row.text
        return text or file.account_names.get(row.account, "")


def refuse_other_year(budget: Budget, found: Sorted) -> None:
    """Raise FileRefused when no row at all lies within the budget's days."""
    if found.read and found.outside.rows == found.read:
        told = {
            "start": budget.start,
            "end": budget.end,
            "first": found.first_on,
            "last": found.last_on,
        }
        raise FileRefused(
            _(
                "The budget is for %(start)s–%(end)s but the file has %(first)s–%(last)s: choose "
                "the budget of those days, or another file."
            )
            % told
        )
