"""What an import would do: compared with the rows that were read earlier, before anything is saved.

A row of a voucher that the file has and that is not among the file's rows any more has vanished,
and so has one that the rules or the days now leave out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from samspel.budget.budget import Budget
from samspel.budget.ledger.sorting import Planned, Sorted
from samspel.budget.ledger.standing import ReadEarlier, Standing


class Change(NamedTuple):
    """An entry that the file says something else about; ``what`` are the fields' names."""

    before: ReadEarlier
    after: Planned
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """New, changed and vanished rows; those that stay; and those in another budget of the team."""

    new: list[Planned]
    changed: list[Change]
    vanished: list[ReadEarlier]
    same: list[Planned]
    elsewhere: list[Planned]

    @property
    def does_something(self) -> bool:
        """Whether anything would be saved."""
        return bool(self.new or self.changed or self.vanished)

    def digest(self) -> str:
        """The same for two plans that do the same: what was shown is what is carried out."""
        text = "\n".join(sorted(self._lines()))
        return sha256(text.encode()).hexdigest()

    def _lines(self) -> Iterator[str]:
        for kind, each in [
            *(("new", planned) for planned in self.new),
            *(("changed", change.after) for change in self.changed),
        ]:
            row = each.row
            values = (row.origin, each.line.pk, row.on, row.ore, each.text, row.voucher)
            yield repr((kind, *map(str, values)))
        for earlier in self.vanished:
            yield repr(("vanished", earlier.origin))


def plan_of(budget: Budget, found: Sorted, standing: Standing) -> Plan:
    """What would be done with the sorted rows."""
    plan = Plan([], [], [], [], [])
    planned_origins = set()
    for planned in found.planned:
        planned_origins.add(planned.row.origin)
        before = standing.earlier.get(planned.row.origin)
        if before is None:
            plan.new.append(planned)
        elif before.budget_id != budget.pk:
            plan.elsewhere.append(planned)
        elif what := _differing(before, planned):
            plan.changed.append(Change(before, planned, what))
        else:
            plan.same.append(planned)
    plan.vanished.extend(
        each
        for each in standing.earlier.values()
        if each.budget_id == budget.pk
        and each.origin not in planned_origins
        and (each.voucher_key in found.vouchers or each.origin in found.not_planned)
    )
    return plan


def _differing(before: ReadEarlier, after: Planned) -> tuple[str, ...]:
    now = {
        "line": (before.line_id, after.line.pk),
        "on": (before.on, after.row.on),
        "amount": (before.amount_ore, after.row.ore),
        "account": (before.account, after.row.account),
        "text": (before.text, after.text),
        "voucher": (before.voucher, after.row.voucher),
    }
    by_hand = {"line", "text"} if before.is_corrected else set()
    return tuple(name for name, (one, other) in now.items() if one != other and name not in by_hand)
