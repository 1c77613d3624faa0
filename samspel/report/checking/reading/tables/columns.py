"""Tables as rows of cells: what every reader of tables with labels and numbers starts from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samspel.report.checking.printed import Printed, Unit
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.outline import Outline
from samspel.report.checking.source import Line

_DIGIT = "[0-9OoIl]"
_SPACES = " \u00a0\u2009\u202f"
CELL = re.compile(
    rf"""
    (?:\s|</?\w+>|\()*
    (?P<number>
        (?:[+\-−–][{_SPACES}]?)?
        (?: {_DIGIT}{{1,3}}(?:[{_SPACES}.]{_DIGIT}{{3}})+ | {_DIGIT}+ )
        (?:[.,]\d{{1,2}})?
    )
    \s*(?P<unit>%|procent|kr\b\.?|kronor|:-|tkr|mkr|mån\w*\.?|år|st\b\.?|tim\w*\.?|dagar)?
    (?:\s|</?\w+>|\)|\*)*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNITS: dict[str, Unit] = {"%": "percent", "p": "percent", "k": "kronor", ":": "kronor"}
_UNITS |= {"m": "months", "å": "years", "d": "days"}
_LETTERS = str.maketrans("OoIl", "0011")
_TAG = re.compile(r"</?\w+>|\*+")
_YEAR = re.compile(r"(?:19[5-9]|20[0-9])\d")
TOTAL = words("total*", "summa*", "sum", "s:a", "samtliga", "alla", "hela teamet", "sammanlagt")
"""How the label of a total begins."""
_CAPTION_REACH = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label, and a number or None in each column after it.

    ``is_read`` is false where the digits can be parted in several ways: nothing is then told of it.
    """

    line: int
    label: str
    cells: tuple[Printed | None, ...]
    is_read: bool = True
    withheld: frozenset[int] = frozenset()
    """The columns whose number is not told as it is so small, “<5”, or told in words."""

    @property
    def is_total(self) -> bool:
        """Whether the row says that it is a total."""
        return TOTAL.match(self.label) is not None

    @property
    def numbers(self) -> tuple[Printed, ...]:
        """The numbers of the row, in order."""
        return tuple(cell for cell in self.cells if cell is not None)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. ``heads`` begins with the head of the labels, as far as it is known."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: frozenset[int]

    @property
    def width(self) -> int:
        """How many columns of numbers there are."""
        return max((len(row.cells) for row in self.rows), default=0)

    @property
    def amounts(self) -> list[int]:
        """The columns that hold no shares."""
        shares = {
            column
            for row in self.rows
            for column, cell in enumerate(row.cells)
            if cell is not None and cell.unit == "percent"
        }
        return [column for column in range(self.width) if column not in shares]

    def head(self, column: int) -> str:
        """The head of a column of numbers."""
        return self.heads[column + 1] if column + 1 < len(self.heads) else ""

    def column(self, column: int, rows: Sequence[Row]) -> tuple[Printed, ...]:
        """The numbers of a column in some of the rows."""
        cells = (row.cells[column] for row in rows if column < len(row.cells))
        return tuple(cell for cell in cells if cell is not None)


def number_of(text: str, line: int, start: int, scale: Decimal = Decimal(1)) -> Printed | None:
    """The number that a cell holds; None where it holds anything else.

    ``start`` is the cell's first character in its line, ``scale`` 1000 in a table of tkr.
    """
    match = CELL.fullmatch(text)
    if match is None or not any(letter.isdigit() for letter in match["number"]):
        return None
    unit = _unit((match["unit"] or "").lower())
    value = _value(match["number"])
    decimals = -int(value.as_tuple().exponent)
    times = Decimal(1) if unit == "percent" else scale
    return Printed(
        line=line,
        start=start + match.start("number"),
        end=start + match.end("number"),
        text=match["number"],
        value=value * times,
        step=Decimal(1).scaleb(-decimals) * times,
        unit="kronor" if times != 1 else unit,
    )


def _unit(name: str) -> Unit:
    return _UNITS.get(name[:1], "")


def _value(text: str) -> Decimal:
    face = "".join(text.translate(_LETTERS).replace("–", "-").replace("−", "-").split())
    decimals = re.search(r"[.,](\d{1,2})$", face)
    whole = face[: decimals.start()] if decimals else face
    sign = "-" if whole.startswith("-") else ""
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{sign}{digits}.{decimals[1]}" if decimals else sign + digits)


def ruled_tables(outline: Outline) -> Iterator[Table]:
    """The tables whose rows have their cells parted by tabs and that nobody has read yet."""
    group: list[Line] = []
    for line in (*outline.source.lines, None):
        if line is not None and line.cells and line.number not in outline.tables:
            group.append(line)
            continue
        if len(group) > 1:
            yield _table(group, _caption(outline, group[0].number))
        group = []


def _table(group: Sequence[Line], caption: str) -> Table:
    scale = scale_of(caption, *(line.text for line in group[:1]))
    at = next((n for n, line in enumerate(group) if _has_numbers(line, first=n == 0)), len(group))
    heads = [line.cells for line in group[:at]]
    width = max(len(cells) for cells in heads) if heads else 0
    joined = tuple(
        " ".join(cells[n].strip() for cells in heads if n < len(cells)).strip()
        for n in range(width)
    )
    rows = tuple(_row(line, scale) for line in group[at:])
    return Table(caption, joined, rows, frozenset(line.number for line in group))


def _has_numbers(line: Line, *, first: bool) -> bool:
    """Whether a row holds numbers; years in the first row are heads."""
    numbers = [cell.strip() for cell in line.cells[1:] if CELL.fullmatch(cell)]
    return bool(numbers) and not (first and all(_YEAR.fullmatch(cell) for cell in numbers))


def _row(line: Line, scale: Decimal) -> Row:
    found: list[Printed | None] = []
    start = 0
    for cell in line.cells:
        found.append(number_of(cell, line.number, start, scale))
        start += len(cell) + 1
    cells = enumerate(zip(line.cells[1:], found[1:], strict=True))
    withheld = (at for at, (cell, number) in cells if number is None and not _is_empty(cell))
    return Row(line.number, plain(line.cells[0]), tuple(found[1:]), withheld=frozenset(withheld))


def _is_empty(cell: str) -> bool:
    return not plain(cell).strip(" -–—*")


def plain(label: str) -> str:
    """A label without what a word processor leaves of slanted letters."""
    return " ".join(_TAG.sub("", label).split())


def scale_of(*texts: str) -> Decimal:
    """1000 where a caption or head says that amounts are in thousands, else 1."""
    in_thousands = words("tkr", "tusental", "tusental kronor", "kkr", "ksek")
    return Decimal(1000) if any(in_thousands.search(text) for text in texts) else Decimal(1)


def _caption(outline: Outline, first: int) -> str:
    """The nearest line above that is not blank, unless it is a heading or a row itself."""
    for number in range(first - 1, max(first - 1 - _CAPTION_REACH, 0), -1):
        line = outline.source.by_number.get(number)
        if line is not None and not line.is_blank:
            return "" if line.cells or number in outline.headings else line.text.strip()
    return ""
