"""The demo's ledger: rules for the accounts, and entries as a file of the ledger brought them.

The sums of the budget stay as they are: what is written here is where its entries came from.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from samspel.accounts.models import User
from samspel.budget.ledger.models import LedgerImport, MappingRule, ReadRow
from samspel.budget.ledger.reading.ledger_row import key_of
from samspel.budget.ledger.told import Sum, Told
from samspel.budget.models import Budget, Entry
from samspel.organisation.models import Team

_ACCOUNTS = {
    "own_personnel": ("5000", "5999", "5011"),
    "external_services": ("4600", "4699", "4621"),
    "premises": ("6000", "6099", "6011"),
    "supervision_training": ("7530", "7539", "7531"),
    "participants_costs": ("6900", "6999", "6911"),
    "other": ("6400", "6899", "6411"),
}
"""By the line's kind: the accounts from, to, and the one that the demo's entries have."""
_PROJECT, _COST_CENTRE = "91230", "47110"
_BATCH = 500


def fill_ledger(team: Team, *, leader: User, today: date) -> None:
    """Rules, and for each budget that has begun one file that brought what its entries say."""
    budgets = list(Budget.objects.filter(team=team, start__lte=today).order_by("start"))
    if not budgets:
        return
    _write_rules(team, budgets[-1])
    for budget in budgets:
        _bring(budget, leader=leader, today=today)


def _write_rules(team: Team, budget: Budget) -> None:
    rules = [
        MappingRule(team=team, turn=1, account_from="1000", account_to="2999", leaves_out=True)
    ]
    taken = set()
    for line in budget.lines.all():
        if line.kind not in taken:
            first, last, _account = _ACCOUNTS[line.kind]
            target = {"line_kind": line.kind, "line_title": line.title}
            turn = len(rules) + 1
            rules.append(
                MappingRule(team=team, turn=turn, account_from=first, account_to=last, **target)
            )
            taken.add(line.kind)
    MappingRule.objects.bulk_create(rules)


def _bring(budget: Budget, *, leader: User, today: date) -> None:
    """Say of the budget's entries that one file brought them."""
    by_hand = Entry.objects.filter(line__budget=budget, origin="").select_related("line")
    entries = list(by_hand.order_by("on", "pk"))
    if not entries:
        return
    job = _job(budget, entries, leader=leader, today=today)
    rows = []
    for number, entry in enumerate(entries, 1):
        entry.voucher = f"L {number}"
        entry.origin = key_of("sie", entry.on.year, "L", number, 1)
        voucher_key = key_of("sie", entry.on.year, "L", number)
        rows.append(
            ReadRow(
                entry=entry,
                brought_by=job,
                account=_ACCOUNTS[entry.line.kind][2],
                project=_PROJECT,
                cost_centre=_COST_CENTRE,
                voucher_key=voucher_key,
                entry_version=entry.version,
            )
        )
    Entry.objects.bulk_update(entries, ["voucher", "origin"], batch_size=_BATCH)
    ReadRow.objects.bulk_create(rows)


def _job(budget: Budget, entries: list[Entry], *, leader: User, today: date) -> LedgerImport:
    day = min(budget.end + timedelta(days=14), today - timedelta(days=3))
    at = timezone.make_aware(datetime.combine(day, time(9, 40)))
    return LedgerImport.objects.create(
        budget=budget,
        file_name=f"samverkansteam-{budget.name}.se",
        form=LedgerImport.Form.SIE,
        state=LedgerImport.State.DONE,
        percent=100,
        result=_told(budget, entries).as_data(),
        asked_by=leader,
        asked_at=at,
        confirmed_by=leader,
        confirmed_at=at,
    )


def _told(budget: Budget, entries: list[Entry]) -> Told:
    lines = []
    for line in budget.lines.all():
        amounts = [entry.amount_ore for entry in entries if entry.line_id == line.pk]
        lines.append(Sum(str(line.pk), line.title, len(amounts), sum(amounts)))
    days = (entries[0].on.isoformat(), entries[-1].on.isoformat())
    return Told(
        rows=2 * len(entries),
        new=len(entries),
        left_out=len(entries),
        left_out_ore=-sum(each.ore for each in lines),
        lines=tuple(lines),
        days=days,
    )
