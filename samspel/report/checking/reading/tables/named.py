"""Which figures a ruled table counts, where its caption, heads and labels tell it in full.

“Nyinskrivna efter remittent” has a referrer in every row; “Andel till resultat efter kön” has a
figure in every column. A table of which one label is unknown is not named at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samspel.figures.address import Where, parse_address
from samspel.report.checking.printed import Printed
from samspel.report.checking.reading.letters import words
from samspel.report.checking.reading.prose.names import BY_NAME, band_of
from samspel.report.checking.reading.tables.columns import TOTAL, Row, Table
from samspel.report.checking.statement import Statement

_BEFORE = r"^\s*(?:tabell|diagram)?\s*\d*\s*[.:]?\s*"
_OF_CAPTION: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("newly_enrolled", words("nyinskriv*", "nya deltagare", "nya inskrivningar")),
    ("enrolled_at_end", words("inskrivna vid periodens slut", "aktiva vid periodens slut")),
    ("closed_to_result", words("avslutade till resultat", "avslut till resultat")),
    ("closed", words("avslutade", "avslut", "avslutsorsak*")),
    ("worked_with", words("deltagare under perioden", "arbetade med")),
)
_OF_HEAD: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("result_rate", words("andel till resultat")),
    ("completed", words("fullföljda", "fullföljde")),
    ("closed_to_result", words("avslutade till resultat", "till resultat")),
    ("newly_enrolled", words("nyinskrivna", "nya deltagare")),
    ("closed", words("avslutade", "avslutade totalt")),
    ("enrolled_at_end", words("inskrivna vid periodens slut")),
)
_DIMENSIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("age_band", words("ålder*", "åldersgrupp*")),
    ("referred_by", words("remittent*", "remitterande*", "inremitterad*")),
    ("income_source", words("försörjning*")),
    ("outcome", words("utfall", "avslutsorsak*", "avslutsanledning*")),
    ("gender", words("kön")),
)
_ASIDE = words("före och efter", "efter avslut*", "av dem", "som fullföljde")
"""Tables of something else with the same words."""
_GENDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("woman", words("kvinnor", "kvinna")),
    ("man", words("män", "man")),
    ("other", words("annat kön", "annat")),
    ("unknown", words("uppgift saknas", "okänt kön", "okänt")),
)
_UNKNOWN = words("uppgift saknas", "okänd*", "ej angiv*")
_OTHER = words("annat", "övrigt", "övriga", "annan")
_OUTSIDE = words("utanför")
_COUNT, _SHARE = words("antal*", "personer", "deltagare"), words("andel", "procent")
_OPEN_BAND = re.compile(r"(\d{1,3})\s*(?:[-–—]|\+|år och äldre|år eller äldre)")


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column counts, of whom; a share is of the total of its own kind."""

    figure: str
    where: Where = ()
    is_share: bool = False


def named_statements(table: Table) -> Iterator[Statement]:
    """The numbers of a table as figures; nothing where the table is not told in full."""
    if _ASIDE.search(table.caption):
        return
    dimension = _first(_DIMENSIONS, table.head(-1))
    columns = [_column(table, column) for column in range(table.width)]
    wheres = _wheres(table.rows, dimension) if dimension else None
    if wheres is None or not any(columns):
        return
    for row, where in zip(table.rows, wheres, strict=True):
        for number, column in zip(row.cells, columns, strict=False):
            if number is not None and column is not None:
                yield from _statement(number, column, where)


def _statement(number: Printed, column: _Column, where: Where) -> Iterator[Statement]:
    whole = (*where, *column.where)
    is_percent = number.unit == "percent"
    if is_percent != (column.is_share or column.figure == "result_rate"):
        return
    if column.is_share and not whole:
        return
    text = ".".join([column.figure, *(part for pair in whole for part in pair)])
    try:
        address = parse_address(f"{text}.share" if column.is_share else text)
    except ValueError:
        return
    yield Statement(address, number, "table")


def _column(table: Table, column: int) -> _Column | None:
    """What a column counts, by its head and the caption; None where it is not clear."""
    head = table.head(column)
    name, _comma, who = head.partition(",")
    of_caption = _caption_figure(table.caption)
    if (own := _whole(_OF_HEAD, name)) is not None:
        where = _who(who.strip())
        return None if where is None else _Column(own, where)
    if of_caption is None or _comma:
        return None
    if _SHARE.fullmatch(head):
        return _Column(of_caption, is_share=True)
    if _COUNT.fullmatch(head):
        return _Column(of_caption)
    where = _who(head) if head else None
    return None if where is None else _Column(of_caption, where)


def gender_of(text: str) -> str | None:
    """The gender that a head or label is."""
    return _whole(_GENDERS, text)


def _who(text: str) -> Where | None:
    """The gender that a head names; nothing for all; None for anything else."""
    if not text or TOTAL.fullmatch(text):
        return ()
    gender = _whole(_GENDERS, text)
    return None if gender is None else (("gender", gender),)


def _caption_figure(caption: str) -> str | None:
    """The figure that a caption begins with, before “efter ålder och kön”."""
    title = re.sub(_BEFORE, "", caption, flags=re.IGNORECASE)
    subject, efter, _rest = title.partition(" efter ")
    return _whole(_OF_CAPTION, subject.strip()) if efter else None


def _wheres(rows: Sequence[Row], dimension: str) -> list[Where] | None:
    """The key of each row, nothing for totals; None where one is unknown or stands twice."""
    found: list[Where] = []
    for row in rows:
        code = _code(dimension, row.label)
        if not row.is_total and code is None:
            return None
        found.append(() if row.is_total or code is None else ((dimension, code),))
    keys = [where for where in found if where]
    return found if len(set(keys)) == len(keys) > 0 else None


def _code(dimension: str, label: str) -> str | None:
    if dimension == "gender":
        return _whole(_GENDERS, label)
    if _UNKNOWN.fullmatch(label):
        return "unknown"
    if _OTHER.fullmatch(label):
        return "other"
    if dimension == "age_band" and _OUTSIDE.match(label):
        return "outside"
    if dimension == "age_band":
        is_open = _OPEN_BAND.fullmatch(label)
        return f"{is_open[1]}-" if is_open else band_of(label)
    codes = {code for code, form in BY_NAME[dimension] if form.search(label)}
    return codes.pop() if len(codes) == 1 else None


def _first(names: Sequence[tuple[str, re.Pattern[str]]], text: str) -> str | None:
    return next((code for code, form in names if form.match(text)), None)


def _whole(names: Sequence[tuple[str, re.Pattern[str]]], text: str) -> str | None:
    return next((code for code, form in names if form.fullmatch(text.strip())), None)
