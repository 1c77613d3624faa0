"""What the checker found, as JSON for other programs."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from samspel.report.checking.examination import Examination, lines_quoted
from samspel.report.checking.finding import Finding
from samspel.report.checking.source import Source
from samspel.report.checking.statement import Statement


def contract(examination: Examination) -> dict[str, Any]:
    """The JSON object of `check-report --format json`, as told in docs/operations.md.

    ``figures`` has every figure that was read by its address, as a whole number where it is one.
    Where the report prints one figure with several values, it is the one that it prints most
    often, in a table rather than in the text, and as exactly as it is printed.
    """
    outline = examination.reading.outline
    period = outline.period
    return {
        "period": period and {"start": str(period.start), "end": str(period.end)},
        "team": outline.team,
        "figures": figures_in(examination.reading.statements),
        "statements": examination.statements,
        "understood": len(examination.understood),
        "findings": [_finding(each, outline.source) for each in examination.findings],
    }


def figures_in(statements: Iterable[Statement]) -> dict[str, int | float]:
    """Each figure by its address, in reading order. Percentages are told as 53, not as 0.53."""
    told: dict[str, list[Statement]] = {}
    for each in statements:
        if not each.exception:
            told.setdefault(str(each.address), []).append(each)
    return {address: _number(_best(several).printed.value) for address, several in told.items()}


def _best(several: list[Statement]) -> Statement:
    def worse(one: Statement) -> tuple[int, bool, Decimal]:
        agreeing = sum(one.printed.agrees_with(other.printed) for other in several)
        return (-agreeing, one.where != "table", one.printed.step)

    # Of equals the first that was read.
    return min(several, key=worse)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    return {
        "line": finding.at.line,
        "quote": lines_quoted(source, [finding.at.line])[0],
        "kind": finding.kind,
        "printed": finding.at.text,
        "expected": finding.expected,
        "message": finding.message,
        "certainty": finding.certainty,
        "also": list(finding.also),
    }
