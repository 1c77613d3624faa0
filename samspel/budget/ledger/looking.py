"""Looking at a ledger's file for a budget: what an import of it would do. Saves nothing."""

from collections.abc import Callable, Mapping
from typing import BinaryIO, NamedTuple

from samspel.budget.budget import Budget
from samspel.budget.ledger.plan import Plan, plan_of
from samspel.budget.ledger.reading.columns import Part
from samspel.budget.ledger.reading.faults import FileRefused
from samspel.budget.ledger.sorting import Sorted, Sorting, refuse_other_year
from samspel.budget.ledger.source import LARGEST, Form, LedgerFile, open_ledger, too_large
from samspel.budget.ledger.standing import Standing, standing_of
from samspel.budget.ledger.told import Told, told_of, told_of_faults

READING = 0.9
"""The share of the work that reading is."""
Progress = Callable[[float], None]
"""Told now and then how far the work has come, from 0 to 1."""


class Asked(NamedTuple):
    """How a file is to be read."""

    form: Form
    columns: Mapping[Part, int]
    costs_are_negative: bool = False
    leaves_out_texts: bool = True


class Look(NamedTuple):
    """What was found: the plan is there only when the file has no faults."""

    told: Told
    plan: Plan | None
    standing: Standing


def look(binary: BinaryIO, *, budget: Budget, asked: Asked, size: int, progress: Progress) -> Look:
    """What an import of the file would do. Raises FileRefused when it cannot be read at all."""
    if size > LARGEST:
        raise FileRefused(too_large())
    standing = standing_of(budget)
    file = open_ledger(
        binary, asked.form, asked.columns, costs_are_negative=asked.costs_are_negative
    )

    def tell() -> None:
        progress(READING * min(1.0, binary.tell() / max(size, 1)))

    sorting = Sorting(budget, standing, leaves_out_texts=asked.leaves_out_texts)
    return _compared(budget, file, sorting.sort(file, tell), standing)


def _compared(budget: Budget, file: LedgerFile, found: Sorted, standing: Standing) -> Look:
    if file.faults:
        return Look(told_of_faults(file, found), None, standing)
    refuse_other_year(budget, found)
    plan = plan_of(budget, found, standing)
    return Look(told_of(budget, file, found, plan, standing), plan, standing)
