"""The list of employers as a file: what the list shows, all pages, without any contact."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.documents.document import (
    Chapter,
    Column,
    Document,
    Field,
    Number,
    Part,
    Run,
    Table,
)
from samspel.documents.render.spreadsheet import spreadsheet
from samspel.participants.employers.employer_list import EmployerRow

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CSV, XLSX = "csv", "xlsx"
CONTENT_TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def as_csv(rows: Sequence[EmployerRow]) -> bytes:
    """The rows as Swedish spreadsheets read them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([*_titles(), _("Places"), _("Free")])
    for row in rows:
        cells = (_harmless(cell) for cell in _texts(row))
        writer.writerow([*cells, row.capacity, row.free])
    return f"\ufeff{text.getvalue()}".encode()


def _harmless(cell: str) -> str:
    """A spreadsheet takes a text with such a beginning for a formula; an apostrophe stops it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_xlsx(rows: Sequence[EmployerRow], *, teams: str, association: str, today: date) -> bytes:
    """The rows as a spreadsheet."""
    title = _("Employers")
    columns = (
        *(Column(each) for each in _titles()),
        Column(_("Places"), "count"),
        Column(_("Free"), "count"),
    )
    cells = tuple(
        (*_texts(row), _count(row, "capacity", row.capacity), _count(row, "free", row.free))
        for row in rows
    )
    table = Table("employers", title, columns, cells)
    field = Field("employers", title, (Part("description", "", (table,)),))
    return spreadsheet(
        Document(
            title=title,
            subtitle=today.isoformat(),
            team=teams,
            association=association,
            start=today,
            end=today,
            period_printed=today.isoformat(),
            language="en" if get_language() == "en" else "sv",
            edition="internal",
            chapters=(Chapter("employers", title, (field,)),),
            contents_title=_("Contents"),
            table_word=_("Table"),
        )
    )


def _titles() -> list[str]:
    return [
        _("Employer"),
        _("Kind of employer"),
        _("Organisation number"),
        _("Address"),
        _("Website"),
        _("Kinds of work"),
        _("Last talk"),
        _("Team"),
    ]


def _texts(row: EmployerRow) -> tuple[str, ...]:
    about = (row.name, row.kind, row.number, row.address, row.website)
    return (*about, row.work, row.talk, row.team)


def _count(row: EmployerRow, name: str, value: int) -> Run:
    return Number(f"{name}:{row.url}", str(value), Decimal(value), name)
