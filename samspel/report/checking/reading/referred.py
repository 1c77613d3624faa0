"""“Remitterade” often means the newly enrolled: the results table tells which.

Some teams head the list of those who began with “remitterade deltagare”. Where so many were newly
enrolled, by the report's own table or text, the list is read as one of them.
"""

from collections.abc import Sequence
from dataclasses import replace

from samspel.figures.address import Address
from samspel.report.checking.statement import Statement

REFERRED, ENROLLED = "referred", "newly_enrolled"


def as_newly_enrolled(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, with the referred called newly enrolled where they are as many."""
    wholes = {
        figure: {each.printed.value for each in statements if each.address == Address(figure)}
        for figure in (REFERRED, ENROLLED)
    }
    if len(wholes[REFERRED]) != 1 or not wholes[REFERRED] & wholes[ENROLLED]:
        return tuple(statements)
    return tuple(_called(each) for each in statements)


def _called(told: Statement) -> Statement:
    if told.address.figure != REFERRED or told.address.period is not None:
        return told
    return replace(told, address=replace(told.address, figure=ENROLLED))
