"""Reads the tables of money: what was applied for, allocated, used, expected and is left."""

import re
from collections.abc import Iterator, Sequence

from samspel.figures.address import parse_address
from samspel.figures.period import Period
from samspel.report.checking.claims import Claim, Difference
from samspel.report.checking.reading.letters import squeezed, stems
from samspel.report.checking.reading.outline import Found, Outline
from samspel.report.checking.reading.tables.columns import Row, Table, ruled_tables, scale_of
from samspel.report.checking.reading.tables.money import (
    Role,
    is_about_money,
    named_by,
    role_of,
    roles_in,
)
from samspel.report.checking.reading.tables.relations import (
    Relation,
    column_sums,
    differences,
    differences_across,
    is_level,
    relations_of,
    total_differences,
)
from samspel.report.checking.reading.tables.splitting import Loose, loose_row, parted
from samspel.report.checking.reading.tables.table_shares import share_columns
from samspel.report.checking.source import Line
from samspel.report.checking.statement import Statement

_FIGURES: dict[Role, str] = {
    "applied": "budget_applied",
    "allocated": "budget_allocated",
    "forecast": "budget_forecast",
    "actual": "budget_actual",
    "remaining": "budget_remaining",
}
_OF_FUNDERS: dict[Role, str] = {
    "allocated": "budget_granted",
    "actual": "funds_used",
    "remaining": "funds_left",
}
_FUNDERS = stems("finansiär")
_AMOUNT = 1000
"""A table of which half the numbers are less has no amounts in kronor."""
_A_YEAR = re.compile(r"(?:19|20)\d\d")
Budget = tuple[Table, list[Role]]
_LEAST_ROWS = 2
_BLANK_BETWEEN, _HEADS_ABOVE, _LONGEST_HEAD = 3, 12, 110
_CAPTION = re.compile(r"\s*(?:tabell|diagram)\b|\s*budget.*\b(?:och|för|samt)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?]\s*$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=\D|\d{4}(?!\d)|$)")


def read_budgets(outline: Outline) -> Found:
    """What the tables of money say, each by itself and two of the same lines together."""
    tables: list[Budget] = []
    for table in ruled_tables(outline):
        if _is_budget(table):
            roles = [role_of(table.head(column)) for column in range(table.width)]
            tables.append((table, roles))
    tables += _spaced_tables(outline)
    found = Found(claims=tuple(_across(tables)))
    for table, roles in tables:
        found += _read(table, roles, outline.period)
    return found


def _across(tables: Sequence[Budget]) -> Iterator[Difference]:
    """What is left in one table, of what another table allocates to the same lines."""
    for table, roles in tables:
        if "allocated" in roles or not {"actual", "remaining"} <= set(roles):
            continue
        taken, left = roles.index("actual"), roles.index("remaining")
        for other, its_roles in tables:
            if "allocated" in its_roles:
                whole = its_roles.index("allocated")
                yield from differences_across(other, whole, table, taken, left)


def _is_budget(table: Table) -> bool:
    numbers = [n for row in table.rows for n in row.numbers if n.unit != "percent"]
    large = sum(abs(number.value) >= _AMOUNT for number in numbers)
    if len(table.rows) < _LEAST_ROWS:
        return False
    labels = [row.label for row in table.rows]
    return large * 2 >= len(numbers) > 0 and is_about_money(table.caption, *table.heads, *labels)


def _read(table: Table, roles: Sequence[Role], period: Period | None) -> Found:
    relations = relations_of(table, lambda column: roles[column] == "remaining")
    rests: list[Claim] = [
        each
        for relation in relations
        for each in (*differences(table, relation), *total_differences(table, relation))
    ]
    statements = tuple(_statements(table, roles, relations, period))
    claims = (*column_sums(table, table.amounts), *rests, *share_columns(table))
    return Found(statements, claims, table.lines)


def _statements(
    table: Table, roles: Sequence[Role], relations: Sequence[Relation], period: Period | None
) -> Iterator[Statement]:
    """The totals as figures, where heads and labels tell which; or the budgets of several years."""
    if table.rows and all(_A_YEAR.fullmatch(row.label) for row in table.rows):
        yield from _by_year(table, roles, period)
        return
    years = {int(year) for text in (table.caption, *table.heads) for year in _YEAR.findall(text)}
    if len(years) > 1:
        return
    at = _period(next(iter(years), None), period)
    figures = _OF_FUNDERS if _FUNDERS.search(squeezed(table.head(-1) + table.caption)) else _FIGURES
    if any(
        n.value < 0 for at in _columns(roles, "allocated") for n in table.column(at, table.rows)
    ):
        return  # income and costs together: the total is a result
    totals = [row for row in table.rows if row.is_total and row.is_read]
    plain = [row for row in totals if not named_by(row.label)]
    for row in totals:
        for column, number in enumerate(row.cells):
            role = _role(row, column, roles, relations)
            is_one = row not in plain or len(plain) == 1
            if number is not None and role in figures and is_one and column < len(roles):
                yield Statement(parse_address(figures[role] + at), number, "table")


def _columns(roles: Sequence[Role], role: Role) -> list[int]:
    return [column for column, each in enumerate(roles) if each == role]


def _by_year(table: Table, roles: Sequence[Role], period: Period | None) -> Iterator[Statement]:
    for row in table.rows:
        at = _period(int(row.label), period)
        for number, role in zip(row.cells, roles, strict=False):
            if number is not None and role in _FIGURES and role != "remaining":
                yield Statement(parse_address(_FIGURES[role] + at), number, "table")


def _role(row: Row, column: int, roles: Sequence[Role], relations: Sequence[Relation]) -> Role:
    role = roles[column] if column < len(roles) else ""
    named = named_by(row.label)
    if named:
        return named if role in ("allocated", "applied") else ""
    if role != "remaining":
        return role
    taken = {"allocated": "actual"}
    is_left = any(
        relation.left == column
        and len(relation.taken) == 1
        and taken.get(roles[relation.whole]) == roles[relation.taken[0]]
        for relation in relations
    )
    return role if is_left else ""


def _period(year: int | None, period: Period | None) -> str:
    """A budget of another year than the one in which the report's period ends."""
    if year is None or period is None or year == period.end.year:
        return ""
    return f"@{year}-01-01..{year}-12-31"


def _spaced_tables(outline: Outline) -> Iterator[Budget]:
    """The tables whose columns are parted by spaces alone."""
    for rows in _groups(outline):
        caption, heads = _above(outline, rows[0].line.number)
        texts = [line.text for line in heads]
        roles, is_sure = roles_in(texts)
        scale = scale_of(caption, *texts)
        cut = parted(rows, scale, len(roles), _fitting)
        lines = frozenset(line.number for line in heads) | {row.line.number for row in rows}
        table = Table(" ".join([caption, *texts]), (), cut, lines)
        if _is_budget(table):
            yield table, _placed(table, roles, is_sure=is_sure)


def _placed(table: Table, roles: Sequence[Role], *, is_sure: bool) -> list[Role]:
    """The roles of the columns, none where the heads' order cannot be trusted."""
    nothing: list[Role] = [""] * table.width
    if len(roles) != table.width:
        return nothing
    if "remaining" not in roles:
        return [*roles] if is_sure else nothing
    relations = relations_of(table, lambda column: roles[column] == "remaining")
    return [*roles] if relations or is_sure else nothing


def _fitting(rows: Sequence[Row]) -> int:
    """How many sums and differences hold when the rows are parted so."""
    table = Table("", (), tuple(rows), frozenset())
    sums = column_sums(table, table.amounts)
    good = sum(is_level(each.whole, each.parts) for each in sums)
    for relation in relations_of(table, lambda _column: True)[-1:]:
        rests = differences(table, relation)
        good += sum(is_level(each.whole, [*each.taken, each.left]) for each in rests)
    return good


def _groups(outline: Outline) -> Iterator[list[Loose]]:
    """Rows below each other that have a label and numbers and no tabs."""
    rows: list[Loose] = []
    blank = 0
    for line in (*outline.source.lines, Line(0, "end")):
        if line.is_blank:
            blank += 1
            continue
        free = line.number not in outline.tables | outline.headings and not line.cells
        free = free and not _CAPTION.match(line.text)
        row = loose_row(line) if free else None
        if row is None and rows and free and _is_broken_label(outline, line):
            continue
        if row is None or (rows and blank > _BLANK_BETWEEN):
            if len(rows) >= _LEAST_ROWS:
                yield rows
            rows = []
        if row is not None:
            rows.append(row)
        blank = 0


def _is_broken_label(outline: Outline, line: Line) -> bool:
    """Whether a label goes on in small letters with its numbers on the next line."""
    following = outline.source.by_number.get(line.number + 1)
    row = loose_row(following) if following else None
    has_digit = any(letter.isdigit() for letter in line.text)
    return row is not None and row.label[:1].islower() and not has_digit


def _above(outline: Outline, first: int) -> tuple[str, list[Line]]:
    """The caption and the lines of heads above a table's first row."""
    heads: list[Line] = []
    for number in range(first - 1, 0, -1):
        line = outline.source.by_number[number]
        if line.is_blank:
            continue
        if _CAPTION.match(line.text):
            return line.text.strip(), heads[::-1]
        is_prose = _ENDS.search(line.text) or len(line.text.split("  ")[0]) > _LONGEST_HEAD
        if is_prose or number in outline.headings | outline.tables or len(heads) == _HEADS_ABOVE:
            break
        heads.append(line)
    return "", heads[::-1]
