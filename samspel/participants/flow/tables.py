"""The chart's numbers as rows of tables, which say the same and a little more."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samspel.participants.flow.numbers import FlowNumbers, Number, StageNumbers, WayNumbers
from samspel.participants.flow.told_by import ENDS, STAGES, STEPS, title_of
from samspel.participants.when import transitions


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage that one can leave, with its numbers."""

    title: Any
    numbers: StageNumbers


@dataclass(frozen=True, slots=True)
class WayRow:
    """A way from stage to stage; None where no figure counts it."""

    source: Any
    step: Any
    target: Any
    numbers: WayNumbers | None


@dataclass(frozen=True, slots=True)
class EndRow:
    """Who ended in some way, in the period and in the one before."""

    title: Any
    number: Number
    number_before: Number


def stage_rows(numbers: FlowNumbers) -> Sequence[StageRow]:
    """One row for each stage that one can leave, in their order."""
    return [StageRow(STAGES[stage].title, told) for stage, told in numbers.stages.items()]


def way_rows(numbers: FlowNumbers) -> Sequence[WayRow]:
    """One row for each transition."""
    return [
        WayRow(title_of(source), STEPS[step], title_of(target), numbers.ways.get((source, step)))
        for source, step, target in transitions()
    ]


def end_rows(numbers: FlowNumbers) -> Sequence[EndRow]:
    """Two rows for each end: everybody, and those who are told of by themselves."""
    rows = []
    for stage, told in numbers.ends.items():
        end = ENDS[stage]
        rows.append(EndRow(end.title, told.number, told.number_before))
        rows.append(EndRow(f"{end.title}: {end.part_words}", told.part, told.part_before))
    return rows
