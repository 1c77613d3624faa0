"""What a check or an import found, as it is stored with its job and shown on its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from samspel.exchange.importing.faults import Fault
from samspel.exchange.importing.source import Outcome

FAULTS_KEPT = 100
"""As many as a page shows; the whole list is a file of its own."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """Numbers of rows, and what is wrong; ``refusal`` when the file could not be read at all."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    fault_count: int = 0
    faults: tuple[Fault, ...] = ()
    refusal: str = ""
    oddities: tuple[str, ...] = ()
    """What is odd without being wrong, each a sentence in the language of who asked."""

    @property
    def left_out(self) -> int:
        """How many faults were counted but not kept."""
        return self.fault_count - len(self.faults)

    @property
    def is_sound(self) -> bool:
        """Whether the file can be imported."""
        return not self.refusal and not self.fault_count

    def as_data(self) -> dict[str, Any]:
        """For storing with the job."""
        return {
            "rows": self.rows,
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "fault_count": self.fault_count,
            "faults": [fault.as_data() for fault in self.faults],
            "refusal": self.refusal,
            "oddities": list(self.oddities),
        }


def result_of(outcome: Outcome) -> ImportResult:
    """What is kept of an outcome; of its faults only the first."""
    return ImportResult(
        rows=outcome.rows,
        new=outcome.new,
        changed=outcome.changed,
        unchanged=outcome.unchanged,
        fault_count=outcome.faults.count,
        faults=tuple(islice(outcome.faults, FAULTS_KEPT)),
        oddities=tuple(outcome.oddities.sentences()),
    )


def stored_result(data: Mapping[str, Any]) -> ImportResult:
    """The result that a job keeps; an empty one before the first check has ended."""
    faults = tuple(Fault(*each) for each in data.get("faults", ()))
    oddities = tuple(data.get("oddities", ()))
    return ImportResult(**{**data, "faults": faults, "oddities": oddities})
