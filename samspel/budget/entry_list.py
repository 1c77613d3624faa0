"""The list of a budget's entries: filtered, sorted, and its rows as they are shown."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.budget.amounts import in_kronor
from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter

FIRST, SECOND = "first", "second"
BY_HAND, LEDGER = "hand", "ledger"
_WIDE = "d-none d-md-table-cell"
COLUMNS = (
    Column("on", lazy("Day"), ("on", "pk")),
    Column("line", lazy("Line"), ("line__turn", "on")),
    Column("text", lazy("Text"), ("text", "on"), _WIDE),
    Column("voucher", lazy("Voucher"), ("voucher", "on"), _WIDE),
    Column("amount", lazy("Amount, kronor"), ("amount_ore", "on"), "number"),
)


class EntryShown(NamedTuple):
    """An entry as a row of the list."""

    url: str
    on: str
    line: str
    text: str
    voucher: str
    amount: str
    is_credit: bool


def filters(budget: Budget) -> list[Filter]:
    """What the list can be narrowed by."""
    lines = [(str(pk), title) for pk, title in budget.lines.values_list("pk", "title")]
    found = [Filter("line", _("Line"), [("", _("All lines")), *lines])]
    if budget.has_two_halves:
        halves = [
            ("", _("All")),
            (FIRST, _("The first half-year")),
            (SECOND, _("The second half-year")),
        ]
        found.append(Filter("half", _("When"), halves))
    origins = [("", _("All")), (BY_HAND, _("Written by hand")), (LEDGER, _("From the ledger"))]
    return [*found, Filter("origin", _("Where from"), origins)]


def entries_of(budget: Budget, chosen: dict[str, str]) -> "QuerySet[Entry, Entry]":
    """The entries that fit what is chosen."""
    found = Entry.objects.filter(line__budget=budget).select_related("line")
    if chosen.get("line"):
        found = found.filter(line=int(chosen["line"]))
    half = budget.first_half_ends_on
    if chosen.get("half"):
        found = found.filter(on__lte=half) if chosen["half"] == FIRST else found.filter(on__gt=half)
    if chosen.get("origin") == BY_HAND:
        return found.filter(origin="")
    return found.exclude(origin="") if chosen.get("origin") else found


def entry_rows(entries: Iterable[Entry], team: Team) -> list[EntryShown]:
    """The rows of a table of entries, amounts to the öre."""
    language = get_language() or "sv"
    return [
        EntryShown(
            reverse("budget_entry", args=[team.slug, each.pk]),
            each.on.isoformat(),
            each.line.title,
            each.text,
            each.voucher,
            in_kronor(each.amount_ore, language),
            each.amount_ore < 0,
        )
        for each in entries
    ]
