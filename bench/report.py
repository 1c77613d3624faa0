"""Seconds for a full report, from the records to the file."""

import time

from bench.records import PERIOD, Records
from bench.table import Tell
from samspel.documents.render.formats import FORMATS, render
from samspel.report.build import document_of

_TIMES = 3
_AIMS = {"pdf": "under 1 s", "docx": "under 1 s"}


def measure(records: Records, *, tell: Tell) -> None:
    """The first of each, with everything still to be loaded, and the best of three after it."""
    for ending in FORMATS:
        taken = [_seconds(records, ending) for _time in range(1 + _TIMES)]
        measured = f"{min(taken[1:]):.2f} s (the first {taken[0]:.2f} s)"
        tell(f"full report as {ending.upper()}", measured, _AIMS.get(ending, ""))


def _seconds(records: Records, ending: str) -> float:
    begun = time.perf_counter()
    render(document_of(records.team, PERIOD, language="sv"), ending)
    return time.perf_counter() - begun
