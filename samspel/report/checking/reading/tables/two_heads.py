"""Two breakdowns of the newly enrolled side by side over one row: incomes, then referrers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samspel.figures.address import Address
from samspel.report.checking.claims import Claim, Sum
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.numerals import numbers_in
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.prose.names import INCOMES, REFERRERS, Names
from samspel.report.checking.source import Line
from samspel.report.checking.statement import Statement

_CAPTION = words("nyinskriv*", "inskrivna under perioden")
_BOTH = (words("försörjningsgrund*", "försörjning"), words("remitterande*", "remittent*"))
_ROW = re.compile(r"\s*(?:\d{1,3}[\s|]+){3,}\d{1,3}[\s|]*")
_NUMBER = re.compile(r"\d{1,3}")
_REACH = 40
"""Lines that a head can fill between the caption and its numbers."""
_FIGURE = "newly_enrolled"


@dataclass(frozen=True, slots=True)
class _Table:
    caption: Line
    head: Sequence[Line]
    row: Line


def read_two_heads(outline: Outline) -> Found:
    """Every table of incomes and referrers over one row of counts."""
    found = Found()
    lines = [line for line in outline.source.lines if not line.is_blank]
    for at, line in enumerate(lines):
        if line.number in outline.tables or not _ROW.fullmatch(line.text):
            continue
        table = _above(lines, at)
        if table is not None:
            found += _read(table)
    return found


def _above(lines: Sequence[Line], at: int) -> _Table | None:
    """The row with the head and caption over it; None where it is another table's."""
    head: list[Line] = []
    caption: Line | None = None
    for line in reversed(lines[max(0, at - _REACH) : at]):
        if numbers_in(line.text):
            caption = line
            break
        head.insert(0, line)
    if caption is None or not _CAPTION.search(caption.text):
        return None
    text = " ".join(each.text for each in head)
    is_of_both = all(form.search(text) for form in _BOTH)
    return _Table(caption, head, lines[at]) if is_of_both else None


def _read(table: _Table) -> Found:
    numbers = [
        Printed(table.row.number, *match.span(), match[0], Decimal(match[0]))
        for match in _NUMBER.finditer(table.row.text)
    ]
    heads = _names(" ".join(line.text for line in table.head))
    groups = _split(heads) if len(heads) == len(numbers) else None
    if groups is None:
        return Found()
    incomes, referrers = groups
    told = (
        ("income_source", incomes, numbers[: len(incomes)]),
        ("referred_by", referrers, numbers[len(incomes) :]),
    )
    statements = tuple(
        Statement(Address(_FIGURE, ((dimension, code),)), number, "table")
        for dimension, codes, group in told
        for code, number in zip(codes, group, strict=True)
    )
    claims = tuple(_sums(_whole(table), [group for _dimension, _codes, group in told]))
    lines = frozenset({table.row.number, *(line.number for line in table.head)})
    return Found(statements, claims, lines)


def _whole(table: _Table) -> Printed | None:
    """The number of newly enrolled that the caption tells."""
    line = table.caption
    for number in numbers_in(line.text, line.number):
        if number.is_whole and _CAPTION.match(line.text[number.end :].strip()):
            return number
    return None


def _sums(whole: Printed | None, groups: Sequence[Sequence[Printed]]) -> Iterator[Claim]:
    if whole is not None:
        yield from (Sum(whole, tuple(group)) for group in groups if len(group) > 1)


def _names(head: str) -> list[str]:
    """The names in a head, from the left; of names that overlap the longest, earliest one."""
    spans = sorted(
        {
            (match.start(), -match.end(), head[match.start() : match.end()])
            for _code, form in (*INCOMES, *REFERRERS)
            for match in form.finditer(head)
        }
    )
    names: list[str] = []
    end = 0
    for start, minus_end, name in spans:
        if start >= end:
            names.append(name)
            end = -minus_end
    return names


def _split(names: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Incomes first, then referrers, no name twice within either; None if that is not certain."""
    found = []
    for at in range(1, len(names)):
        incomes, referrers = _codes(names[:at], INCOMES), _codes(names[at:], REFERRERS)
        if incomes and referrers:
            found.append((incomes, referrers))
    return found[0] if len(found) == 1 else None


def _codes(names: Sequence[str], known: Names) -> list[str] | None:
    codes = [next((code for code, form in known if form.search(name)), "") for name in names]
    return codes if all(codes) and len(set(codes)) == len(codes) else None
