"""Entries: what a line has cost, written by hand, corrected and taken back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.keeping import insert, locked_budget, tell, update
from samspel.budget.keeping_budgets import days_of
from samspel.budget.line import Line
from samspel.records.constraints import saving
from samspel.records.versions import must_be

FROM_LEDGER = frozenset({"line", "text"})
"""What can be changed of an entry that was read from a ledger: the rest is as the ledger says."""


def refuse_day(budget: Budget, on: date) -> None:
    """Raise ValidationError, in one sentence that names the budget's days, for any other day."""
    if not budget.has(on):
        sentence = _("%(day)s is not a day of this budget, which runs %(days)s.")
        raise ValidationError({"on": [sentence % {"day": on.isoformat(), "days": days_of(budget)}]})


def enter(*, line: Line, values: Mapping[str, Any], by: Actor, now: datetime) -> Entry:
    """A cost or credit by hand; ``values``: on, amount_ore, text, voucher.

    Raises ValidationError.
    """
    with saving():
        budget = locked_budget(line.budget)
        refuse_day(budget, values["on"])
        row = insert(Entry(team=budget.team, line=line, made_by=by.user, made_at=now), values)
        tell("budget_entry_made", row, budget.team, values, by=by)
    return row


def correct_entry(*, entry: Entry, version: int, values: Mapping[str, Any], by: Actor) -> Entry:
    """Correct an entry, its line too. Raises ValidationError, and ChangedMeanwhileError."""
    with saving():
        line: Line = values["line"]
        budget = locked_budget(line.budget)
        row = _locked(entry, version)
        kept = values if row.is_by_hand else {name: values[name] for name in FROM_LEDGER}
        refuse_day(budget, kept.get("on", row.on))
        if changed := update(row, kept):
            tell("budget_entry_corrected", row, budget.team, changed, by=by)
    return row


def take_back_entry(*, entry: Entry, version: int, by: Actor) -> None:
    """Take away what was entered by mistake. Raises ChangedMeanwhileError, and ValidationError
    for what a ledger says: there it is credited."""
    with saving():
        row = _locked(entry, version)
        if not row.is_by_hand:
            raise ValidationError(
                _(
                    "The entry was read from the ledger, which would bring it back: correct it "
                    "there."
                )
            )
        tell("budget_entry_taken_back", row, row.team, ("on", "amount_ore", "line"), by=by)
        row.delete()


def _locked(entry: Entry, version: int) -> Entry:
    found = Entry.objects.select_for_update().select_related("team").get(pk=entry.pk)
    must_be(version, found)
    return found
