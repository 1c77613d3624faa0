"""A day as a ledger or a spreadsheet writes it."""

import re
from datetime import date, datetime

from django.utils.translation import gettext as _

from samspel.budget.ledger.reading.faults import CellRefused, shown

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
_DAY = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{2})\2([0-9]{2})|([0-9]{2})([0-9]{2}))(?:[ T].*)?")


def day_of(cell: object) -> date | None:
    """The day; None for an empty cell. Raises CellRefused with one sentence.

    Understood are 2024-01-31, 20240131, 2024/01/31 and a spreadsheet's dates; never an order in
    which day and month could be taken for each other.
    """
    if isinstance(cell, datetime):
        return _within(cell.date(), cell)
    if isinstance(cell, date):
        return _within(cell, cell)
    text = "" if cell is None else str(cell).strip()
    if not text:
        return None
    found = _DAY.fullmatch(text) if text.isascii() else None
    if found is None:
        raise _refused(cell)
    year, _mark, month, day, short_month, short_day = found.groups()
    try:
        return _within(date(int(year), int(month or short_month), int(day or short_day)), cell)
    except ValueError as error:
        raise _refused(cell) from error


def _within(day: date, cell: object) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise _refused(cell)
    return day


def _refused(cell: object) -> CellRefused:
    sentence = _("“%(text)s” is not a date; write it as 2024-01-31.")
    return CellRefused(sentence % {"text": shown(cell)})
