"""Attendance by agency over the years, as a chart with its table: for the page and the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from samspel.documents.document import Chart, Column, Run, Series, Table
from samspel.printed import PrintedFigures

MOST_DRAWN, MOST_IN_TABLE = 3, 8
"""More bars than these would put their numbers on top of each other; the table has room."""
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Year:
    """A year as its column is headed, and as an address names its days."""

    title: str
    period: str


def years_until(years: Sequence[int], end: date) -> list[Year]:
    """The latest years; the last one no further than ``end``, so that nothing later is told."""
    return [Year(str(year), _days(year, end)) for year in sorted(years)[-MOST_IN_TABLE:]]


def _days(year: int, end: date) -> str:
    is_whole = year < end.year or end == date(year, 12, 31)
    return str(year) if is_whole else f"{year}-01-01..{end.isoformat()}"


def attendance_chart(
    printed: PrintedFigures, agencies: Sequence[str], years: Sequence[int], end: date
) -> Chart | None:
    """Bars of each agency's attendance in the latest of the ``years``, up to a day.

    ``agencies`` are keys of the breakdown, ``years`` those with meetings; None without any.
    """
    shown = years_until(years, end)
    agencies = [key for key in agencies if _is_known(printed, key, shown)]
    if not agencies:
        return None
    title = _("Attendance at steering group meetings by agency")
    names = tuple(printed.key_title("agency", key) for key in agencies)
    drawn = shown[-MOST_DRAWN:]
    return Chart(
        key="steering-attendance",
        kind="grouped_bar",
        title=title,
        alternative=_told(printed, title, agencies, drawn),
        categories=names,
        series=tuple(
            Series(year.title, tuple(_height(printed, key, year) for key in agencies))
            for year in drawn
        ),
        unit=_("percent of the places of ordinary members"),
        table=_table(printed, title, agencies, shown),
        top=Decimal(_PERCENT),
    )


def _is_known(printed: PrintedFigures, key: str, years: Sequence[Year]) -> bool:
    return any(printed.number(_address(key, year)).value is not None for year in years)


def _address(key: str, year: Year) -> str:
    return f"steering_attendance.agency.{key}@{year.period}"


def _height(printed: PrintedFigures, key: str, year: Year) -> Decimal | None:
    value = printed.number(_address(key, year)).value
    return None if value is None else value * _PERCENT


def _table(
    printed: PrintedFigures, title: str, agencies: Sequence[str], years: Sequence[Year]
) -> Table:
    columns = (
        Column(printed.dimension_title("agency")),
        *(Column(year.title, "percent") for year in years),
    )
    rows: list[tuple[Run, ...]] = [
        (
            printed.key_title("agency", key),
            *(printed.number(_address(key, year)) for year in years),
        )
        for key in agencies
    ]
    rows.append(
        (_("All"), *(printed.number(f"steering_attendance@{year.period}") for year in years))
    )
    return Table(
        "steering-attendance-table",
        title,
        columns,
        tuple(rows),
        note=_("Of ordinary members' places, taken by the member or by somebody instead."),
        name=_("Steering group attendance"),
    )


def _told(
    printed: PrintedFigures, title: str, agencies: Sequence[str], years: Sequence[Year]
) -> str:
    """What the chart shows, in words: “…: FK 75 % in 2024, 100 % in 2025; AF …”."""
    told = [
        f"{printed.key_title('agency', key)} "
        + ", ".join(
            f"{printed.number(_address(key, year)).printed} ({year.title})" for year in years
        )
        for key in agencies
    ]
    return f"{title}: {'; '.join(told)}."
