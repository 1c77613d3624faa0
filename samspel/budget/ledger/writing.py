"""Saving what a look at a ledger's file has planned: all of it or nothing."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.budget.budget import Budget
from samspel.budget.entry import Entry
from samspel.budget.ledger.ledger_import import LedgerImport
from samspel.budget.ledger.plan import Change, Plan
from samspel.budget.ledger.read_row import ReadRow
from samspel.budget.ledger.reading.faults import FileRefused
from samspel.budget.ledger.sorting import Planned
from samspel.budget.ledger.standing import Standing, standing_of
from samspel.records.constraints import saving

_BATCH = 500
_Each = TypeVar("_Each")
_ENTRY_FIELDS = ("line", "on", "amount_ore", "text", "voucher", "version")
_ROW_FIELDS = ("brought_by", "account", "project", "cost_centre", "voucher_key", "entry_version")


class ChangedMeanwhile(FileRefused):
    """Rules, lines or entries changed after the file was looked at; nothing was saved."""


def save_plan(
    *,
    budget: Budget,
    plan: Plan,
    standing: Standing,
    job: LedgerImport | None,
    by: Actor,
    now: datetime,
) -> None:
    """Enter the new rows, change the changed, take back those that vanished; with a log entry.

    Raises ChangedMeanwhile when something that the plan hangs on is no longer as it was looked at.
    """
    with saving():
        Budget.objects.select_for_update().get(pk=budget.pk)
        if standing_of(budget) != standing:
            raise ChangedMeanwhile(
                _("Somebody changed the budget, its entries or the rules meanwhile.")
            )
        _enter(budget, plan.new, job, by, now)
        for some in _batches(plan.changed):
            _change(some, job)
        for gone in _batches([each.pk for each in plan.vanished]):
            Entry.objects.filter(pk__in=gone).delete()
        budget.team.touch()
        log(
            by=by,
            act="import_ledger",
            subject=f"budget:{budget.pk}",
            team_id=budget.team_id,
            details={
                "new": len(plan.new),
                "changed": len(plan.changed),
                "taken_back": len(plan.vanished),
            },
        )


def _enter(
    budget: Budget, new: list[Planned], job: LedgerImport | None, by: Actor, now: datetime
) -> None:
    entries = [
        Entry(
            team_id=budget.team_id,
            line=planned.line,
            on=planned.row.on,
            amount_ore=planned.row.ore,
            text=planned.text,
            voucher=planned.row.voucher,
            origin=planned.row.origin,
            made_by=by.user,
            made_at=now,
        )
        for planned in new
    ]
    made = Entry.objects.bulk_create(entries, batch_size=_BATCH)
    ReadRow.objects.bulk_create(
        [_read_row(entry, planned, job) for entry, planned in zip(made, new, strict=True)],
        batch_size=_BATCH,
    )


def _read_row(entry: Entry, planned: Planned, job: LedgerImport | None) -> ReadRow:
    row = planned.row
    return ReadRow(
        entry=entry,
        brought_by=job,
        account=row.account,
        project=row.project,
        cost_centre=row.cost_centre,
        voucher_key=row.voucher_key,
        entry_version=entry.version,
    )


def _change(changes: Sequence[Change], job: LedgerImport | None) -> None:
    after = {change.before.pk: change.after for change in changes}
    corrected = {change.before.pk for change in changes if change.before.is_corrected}
    entries = list(Entry.objects.filter(pk__in=list(after)))
    row_of = dict(ReadRow.objects.filter(entry__in=list(after)).values_list("entry_id", "pk"))
    known: list[ReadRow] = []
    unknown: list[ReadRow] = []
    for entry in entries:
        planned = after[entry.pk]
        entry.on, entry.amount_ore = planned.row.on, planned.row.ore
        entry.voucher, entry.version = planned.row.voucher, entry.version + 1
        row = _read_row(entry, planned, job)
        if entry.pk in corrected:
            row.entry_version = entry.version - 1  # it stays known as corrected by hand
        else:
            entry.line, entry.text = planned.line, planned.text
        row.pk = row_of.get(entry.pk)
        (unknown if row.pk is None else known).append(row)
    Entry.objects.bulk_update(entries, _ENTRY_FIELDS)
    ReadRow.objects.bulk_update(known, _ROW_FIELDS)
    ReadRow.objects.bulk_create(unknown)


def _batches(rows: Sequence[_Each]) -> Iterator[Sequence[_Each]]:
    """Some rows at a time: a database takes only so many values in one question."""
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]
