"""The list of the checks."""

from collections.abc import Callable, Iterator

from samspel.report.checking.finding import Finding
from samspel.report.checking.reading.read import Reading

CHECKS: tuple[Callable[[Reading], Iterator[Finding]], ...] = ()
