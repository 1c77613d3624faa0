"""All years of a team as a document and as lines: one for each number, with where it is from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspel.documents.document import (
    Chapter,
    Column,
    Document,
    Field,
    Number,
    Part,
    Table,
)
from samspel.organisation.team import Team
from samspel.report.edition import Edition
from samspel.report.published.history import PublishedRow, in_unit_of
from samspel.report.published.joining import kind_of_number
from samspel.report.published.years import YearRow, Years

TITLES = (
    gettext_lazy("Figure"),
    gettext_lazy("Period"),
    gettext_lazy("First day"),
    gettext_lazy("Last day"),
    gettext_lazy("Value"),
    gettext_lazy("Source"),
    gettext_lazy("Document"),
    gettext_lazy("Line"),
    gettext_lazy("Note"),
)
_VALUE = 4
"""The column of the numbers."""
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Line:
    """One number of the table."""

    figure: str
    period: str
    first: str
    last: str
    number: Number
    source: str
    document: str = ""
    line: str = ""
    note: str = ""

    def as_text(self) -> list[str]:
        """Its cells as text; none is taken for a formula by a spreadsheet."""
        cells = [self.figure, self.period, self.first, self.last, self.number.printed]
        cells += [self.source, self.document, self.line, self.note]
        return [f"'{each}" if each.startswith(_BEGINS_FORMULA) else each for each in cells]


def lines_of(years: Years) -> Iterator[Line]:
    """Every number of the table, the records' before the published."""
    names = dict(years.periods)
    for row in years.rows():
        for cell in row.cells:
            days = (names[cell.period], str(cell.period.start), str(cell.period.end))
            if cell.recorded is not None:
                yield Line(row.title, *days, cell.recorded, _("records"))
            if cell.published is not None:
                number = _number(row, cell.published, cell.shown)
                yield Line(row.title, *days, number, _("published"), *_where(cell.published))


def _number(row: YearRow, published: PublishedRow, shown: str) -> Number:
    value = in_unit_of(published, row.address)
    return Number(
        f"{row.address}@{published.period}", shown, value, row.title, kind_of_number(published)
    )


def _where(row: PublishedRow) -> tuple[str, str, str]:
    doubt = _("in doubt") if row.is_in_doubt else ""
    return row.document, str(row.line), "; ".join(each for each in (doubt, row.note) if each)


def years_document(
    team: Team, years: Years, *, edition: Edition, language: str, today: date
) -> Document:
    """The lines as a document of one table, to be had as a spreadsheet."""
    title = _("All years")
    every = [period for period, _name in years.periods]
    part = Part("description", "", (_table(title, years),))
    return Document(
        title=title,
        subtitle=team.name,
        team=team.name,
        association=team.association.name,
        start=min((each.start for each in every), default=today),
        end=max((each.end for each in every), default=today),
        period_printed="",
        language="en" if language == "en" else "sv",
        edition=edition,
        chapters=(Chapter("years", title, (Field("years-field", title, (part,)),)),),
        contents_title=_("Contents"),
    )


def _table(title: str, years: Years) -> Table:
    columns = tuple(
        Column(str(head), "decimal" if place == _VALUE else "text")
        for place, head in enumerate(TITLES)
    )
    rows = tuple(
        (
            *(each.figure, each.period, each.first, each.last, each.number),
            *(each.source, each.document, each.line, each.note),
        )
        for each in lines_of(years)
    )
    return Table("all-years", title, columns, rows)
