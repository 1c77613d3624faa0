"""What a check or an import found, as it is stored with the import and shown on its page.

No text of a row is stored: texts may name people.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from itertools import chain, islice
from typing import Any, NamedTuple

from samspel.budget.budget import Budget
from samspel.budget.ledger.plan import Plan
from samspel.budget.ledger.reading.faults import Fault
from samspel.budget.ledger.reading.sie_balances import AGREES, Beside
from samspel.budget.ledger.sorting import Sorted, Tally
from samspel.budget.ledger.source import LedgerFile
from samspel.budget.ledger.standing import ReadEarlier, Standing

CHANGES_KEPT = 200
"""As many changed and vanished rows as a page shows; of the others it tells how many they are."""


class Sum(NamedTuple):
    """A number of rows and their sum in öre, of an account or a line."""

    key: str
    title: str
    rows: int
    ore: int


class Changed(NamedTuple):
    """A row that is changed, or has vanished: then it has no amount after. ``what`` are codes."""

    voucher: str
    on: str
    account: str
    line: str
    before_ore: int
    after_ore: int | None
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Numbers of rows and sums, and what is wrong; ``refusal`` when the file could not be read."""

    refusal: str = ""
    faults: tuple[Fault, ...] = ()
    fault_count: int = 0
    rows: int = 0
    passed_over: int = 0
    new: int = 0
    changed: int = 0
    vanished: int = 0
    same: int = 0
    elsewhere: int = 0
    outside: int = 0
    outside_ore: int = 0
    left_out: int = 0
    left_out_ore: int = 0
    unmapped: tuple[Sum, ...] = ()
    lineless: tuple[Sum, ...] = ()
    lines: tuple[Sum, ...] = ()
    changes: tuple[Changed, ...] = ()
    of_other_form: int = 0
    """Entries of the same days that came from another kind of file: these rows may be the same."""
    has_unnumbered: bool = False
    beside: Beside = AGREES
    """Whether the vouchers come to what the file's own balances say."""
    is_later_look: bool = False
    """Whether something had changed between the check and the import, so that nothing was saved."""
    digest: str = ""
    days: tuple[str, str] = field(default=("", ""))

    @property
    def is_sound(self) -> bool:
        """Whether the file can be imported."""
        return not self.refusal and not self.fault_count

    @property
    def does_something(self) -> bool:
        """Whether an import would save anything."""
        return self.is_sound and bool(self.new or self.changed or self.vanished)

    @property
    def faults_left_out(self) -> int:
        """How many faults were counted but not kept."""
        return self.fault_count - len(self.faults)

    @property
    def changes_left_out(self) -> int:
        """How many changed and vanished rows were counted but not kept."""
        return self.changed + self.vanished - len(self.changes)

    def as_data(self) -> dict[str, Any]:
        """For storing with the import."""
        return asdict(self)


def stored_told(data: Mapping[str, Any]) -> Told:
    """What an import keeps; nothing before the first check has ended."""
    kept = dict(data)
    for name, kind in {
        "faults": Fault,
        "unmapped": Sum,
        "lineless": Sum,
        "lines": Sum,
        "changes": Changed,
    }.items():
        kept[name] = tuple(kind(*each) for each in data.get(name, ()))
    kept["beside"] = Beside(*data.get("beside", ()))
    return Told(**kept)


def told_of_faults(file: LedgerFile, found: Sorted) -> Told:
    """What is told of a file with faults in its lines."""
    return Told(faults=tuple(file.faults), fault_count=file.faults.count, rows=found.read)


def told_of(
    budget: Budget, file: LedgerFile, found: Sorted, plan: Plan, standing: Standing
) -> Told:
    """What is told of a file without faults."""
    days = (found.first_on.isoformat(), found.last_on.isoformat()) if found.read else ("", "")
    return Told(
        rows=found.read,
        passed_over=file.passed_over,
        new=len(plan.new),
        changed=len(plan.changed),
        vanished=len(plan.vanished),
        same=len(plan.same),
        elsewhere=len(plan.elsewhere),
        outside=found.outside.rows,
        outside_ore=found.outside.ore,
        left_out=found.left_out.rows,
        left_out_ore=found.left_out.ore,
        unmapped=_sums(found.unmapped, file.account_names),
        lineless=_sums(found.lineless, {}),
        lines=_by_line(found, standing),
        changes=tuple(islice(_changes(plan, standing), CHANGES_KEPT)),
        of_other_form=len(_of_other_form(budget, found, standing)),
        has_unnumbered=file.has_unnumbered,
        beside=file.beside,
        digest=plan.digest(),
        days=days,
    )


def _sums(tallies: Mapping[str, Tally], titles: Mapping[str, str]) -> tuple[Sum, ...]:
    return tuple(
        Sum(key, titles.get(key, ""), each.rows, each.ore) for key, each in sorted(tallies.items())
    )


def _by_line(found: Sorted, standing: Standing) -> tuple[Sum, ...]:
    """What the file has for each line of the budget, in the order of the budget."""
    tallies = {line.pk: Tally() for line in standing.budget_lines()}
    for planned in found.planned:
        tallies[planned.line.pk].add(planned.row.ore)
    return tuple(
        Sum(str(line.pk), line.title, tallies[line.pk].rows, tallies[line.pk].ore)
        for line in standing.budget_lines()
    )


def _changes(plan: Plan, standing: Standing) -> chain[Changed]:
    titles = {line.pk: line.title for line in standing.budget_lines()}
    changed = (
        Changed(
            each.after.row.voucher,
            each.after.row.on.isoformat(),
            each.after.row.account,
            each.after.line.title,
            each.before.amount_ore,
            each.after.row.ore,
            each.what,
        )
        for each in plan.changed
    )
    vanished = (
        Changed(
            each.voucher,
            each.on.isoformat(),
            each.account,
            titles.get(each.line_id, ""),
            each.amount_ore,
            None,
            (),
        )
        for each in plan.vanished
    )
    return chain(changed, vanished)


def _of_other_form(budget: Budget, found: Sorted, standing: Standing) -> list[ReadEarlier]:
    forms = {planned.row.origin.partition(":")[0] for planned in found.planned}
    return [
        each
        for each in standing.earlier.values()
        if each.budget_id == budget.pk
        and found.first_on <= each.on <= found.last_on
        and forms
        and each.origin.partition(":")[0] not in forms
    ]
