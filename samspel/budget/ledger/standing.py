"""What stands before a file is looked at: the rules, the budget's lines, the rows read earlier."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.ledger.mapping_rule import MappingRule
from samspel.budget.line import Line


class ReadEarlier(NamedTuple):
    """An entry that was read from a ledger, as it stands now."""

    pk: int
    version: int
    budget_id: int
    line_id: int
    on: date
    amount_ore: int
    text: str
    voucher: str
    origin: str
    account: str
    voucher_key: str
    is_corrected: bool
    """Whether somebody gave it another line or text by hand: then both stay as they are."""


class Standing(NamedTuple):
    """All that the outcome hangs on beside the file; two are equal when nothing changed."""

    rules: tuple[tuple[MappingRule, int], ...]
    lines: tuple[tuple[Line, str, str], ...]
    earlier: Mapping[str, ReadEarlier]
    """By origin; of the whole team, since a row is entered once in a team."""

    def mapping(self) -> list[MappingRule]:
        """The rules in their order."""
        return [rule for rule, _version in self.rules]

    def budget_lines(self) -> list[Line]:
        """The lines of the budget in their order."""
        return [line for line, _title, _kind in self.lines]


def standing_of(budget: Budget) -> Standing:
    """What stands now; three queries."""
    rules = MappingRule.objects.filter(team_id=budget.team_id)
    lines = Line.objects.filter(budget=budget)
    entries = Entry.objects.filter(team_id=budget.team_id).exclude(origin="").order_by("pk")
    fields = (
        "pk",
        "version",
        "line__budget_id",
        "line_id",
        "on",
        "amount_ore",
        "text",
        "voucher",
        "origin",
        "read_row__account",
        "read_row__voucher_key",
        "read_row__entry_version",
    )
    found = (_earlier(values) for values in entries.values_list(*fields))
    return Standing(
        tuple((rule, rule.version) for rule in rules),
        tuple((line, line.title, line.kind) for line in lines),
        {each.origin: each for each in found},
    )


def _earlier(values: tuple[Any, ...]) -> ReadEarlier:
    """An entry whose row of the ledger is not known is known by its origin alone."""
    *plain, written_version = ("" if value is None else value for value in values)
    return ReadEarlier._make([*plain, (written_version or plain[1]) < plain[1]])
