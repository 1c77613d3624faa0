"""What follows from statements together, by the definitions of the figures."""

from collections.abc import Sequence

from samspel.report.checking.claims import Claim
from samspel.report.checking.statement import Statement


def claims_between(statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """The claims that the definitions make of statements that stand apart in the report."""
    return ()
