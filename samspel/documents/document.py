"""A report as plain data: chapters, fields, texts, tables and charts.

The document is built once and rendered many times. It knows nothing of how figures are
computed and nothing of how anything is drawn: a number arrives here with its printed form,
its exact value and the address of its definition, and every rendering prints the same one.
All texts are in the document's own language already; renderings translate nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

CellKind = Literal["text", "count", "percent", "decimal", "date", "money"]
ChartKind = Literal["bar", "grouped_bar", "stacked_bar", "line"]
PartKind = Literal["description", "analysis", "reflection", "summary", "appendix"]


@dataclass(frozen=True, slots=True)
class Number:
    """A figure in print: ``printed`` is what every rendering shows.

    ``address`` names the definition and the episodes behind (``newly_enrolled.gender.woman``);
    ``value`` is the number for spreadsheets and JSON, None when there is no data or it is
    withheld: exact in the internal edition, in the public one a mean as it is printed. A percent
    value is a fraction of one: 0.52 where 52 % is printed. ``title`` says in a few words what the
    number is.
    """

    address: str
    printed: str
    value: Decimal | None
    title: str
    kind: CellKind = "count"
    withheld: bool = False


Run: TypeAlias = str | Number


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: pieces of text and numbers in reading order."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list; each item is a row of runs."""

    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: ``kind`` decides alignment and the spreadsheet's number format."""

    title: str
    kind: CellKind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first column of each row is its header when ``row_headers``.

    ``key`` is unique in the document (an anchor, a file name). ``name`` is the caption in so few
    words that a sheet's tab has room for it; it may be empty where the caption is short. Every
    row has one cell per column.
    """

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Run, ...], ...]
    row_headers: bool = True
    note: str = ""
    name: str = ""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(
                    f"table {self.key}: a row has {len(row)} cells for {len(self.columns)} columns"
                )


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one colour of a chart; a missing point is None, never zero."""

    title: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as data: ``alternative`` is the text for those who cannot see it.

    ``categories`` run along the axis; each series has one value per category. ``table`` holds
    the same numbers and is shown with the chart or one click away. A line over ``days``, one per
    category and in order, has them at their true distance; ``top`` is the end of a value axis
    that is the same whatever the values are. A line may be held against a ``level``, drawn across
    in dashes: its ``unit`` then says what it is.
    """

    key: str
    kind: ChartKind
    title: str
    alternative: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    table: Table
    days: tuple[date, ...] = ()
    top: Decimal | None = None
    level: Decimal | None = None


Block: TypeAlias = Paragraph | BulletList | Table | Chart


@dataclass(frozen=True, slots=True)
class Part:
    """One of a field's texts: description, analysis or reflection; ``title`` is its heading."""

    kind: PartKind
    title: str
    blocks: tuple[Block, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One of the nine fields, a part of the summary, or an appendix.

    ``number`` is 1 to 9 for the fields, None for the rest; ``key`` is unique in the document.
    """

    key: str
    title: str
    parts: tuple[Part, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """The summary, one of the three rows, or the appendices."""

    key: str
    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. ``period_printed`` is the period in words in the document's language."""

    title: str
    subtitle: str
    team: str
    association: str
    start: date
    end: date
    period_printed: str
    language: Literal["sv", "en"]
    edition: Literal["internal", "public"]
    chapters: tuple[Chapter, ...] = field(default_factory=tuple)
    contents_title: str = "Innehåll"
    table_word: str = "Tabell"
    chart_word: str = "Diagram"
    page_words: tuple[str, str] = ("Sida", "av")
    text_numbers_words: tuple[str, str, str] = ("Siffror i texten", "Siffra", "Värde")
    layout: Literal["report", "letter"] = "report"
    """A letter is short: its title stands over the text, with neither cover nor contents."""
    is_large: bool = False
    """Whether a PDF has large letters, for somebody who takes it home."""

    def without_empty_fields(self) -> "Document":
        """The same without the fields and chapters in which nothing is said or shown."""
        chapters = (
            replace(each, fields=tuple(one for one in each.fields if one.parts))
            for each in self.chapters
        )
        return replace(self, chapters=tuple(each for each in chapters if each.fields))

    def fields(self) -> Iterator[Field]:
        """All fields in reading order."""
        for chapter in self.chapters:
            yield from chapter.fields

    def blocks(self) -> Iterator[Block]:
        """All blocks in reading order."""
        for each in self.fields():
            for part in each.parts:
                yield from part.blocks

    def tables(self) -> Iterator[Table]:
        """Every table, the charts' own included, in reading order."""
        for block in self.blocks():
            if isinstance(block, Table):
                yield block
            elif isinstance(block, Chart):
                yield block.table

    def text_numbers(self) -> Table | None:
        """The figures that stand in running text, once each, as a table; None without any.

        A spreadsheet has no running text, so they would be missing from it.
        """
        found: dict[str, Number] = {}
        for block in self.blocks():
            if isinstance(block, Paragraph | BulletList):
                for number in _numbers_of(block):
                    found.setdefault(number.address, number)
        if not found:
            return None
        caption, figure, value = self.text_numbers_words
        columns = (Column(figure), Column(value, "decimal"))
        rows = tuple((number.title or number.address, number) for number in found.values())
        return Table("numbers-in-the-text", caption, columns, rows)

    def numbers(self) -> Iterator[Number]:
        """Every figure printed anywhere in the document, in reading order."""
        for block in self.blocks():
            yield from _numbers_of(block)


def _numbers_of(block: Block) -> Iterator[Number]:
    match block:
        case Paragraph(runs=runs):
            rows: tuple[tuple[Run, ...], ...] = (runs,)
        case BulletList(items=items):
            rows = items
        case Table(rows=table_rows):
            rows = table_rows
        case Chart(table=table):
            rows = table.rows
    for row in rows:
        for run in row:
            if isinstance(run, Number):
                yield run
