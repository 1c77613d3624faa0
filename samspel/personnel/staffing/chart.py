"""Full-time equivalents by agency and month, with the same numbers as a table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspel.documents.document import Chart, Column, Run, Series, Table
from samspel.figures.period import Period, month_end, shift_months
from samspel.figures.resources import resources_alone
from samspel.figures.staff_rows import StaffRow
from samspel.figures.staffing import STAFF
from samspel.organisation.team import Team
from samspel.personnel.staffing.keys import agency_titles, position_titles, role_titles
from samspel.printed import PrintedFigures

FIGURE = "full_time_equivalents"
MOST_MONTHS = 24
_TITLES: Mapping[str, Callable[[Team], Mapping[str, str]]] = {
    "agency": agency_titles,
    "staff_role": role_titles,
    "position": position_titles,
}


def printed_staff(team: Team, rows: Sequence[StaffRow], period: Period) -> PrintedFigures:
    """The figures of the staff for a page, in the reader's language."""
    figures = resources_alone({STAFF: rows}, period, team.slug)
    known: dict[str, Mapping[str, str]] = {}

    def titles(dimension: str) -> Mapping[str, str]:
        if dimension not in known:
            read = _TITLES.get(dimension)
            known[dimension] = read(team) if read else {}
        return known[dimension]

    return PrintedFigures(figures, get_language() or "sv", titles)


def months_of(period: Period) -> list[Period]:
    """The calendar months of the period, cut off where it begins or ends within one.

    Of a longer period only the last `MOST_MONTHS`: more could not be told apart in a drawing.
    """
    found = []
    first = period.start
    while first <= period.end:
        last = min(month_end(first.year, first.month), period.end)
        found.append(Period(first, last))
        first = last + timedelta(days=1)
    return found[-MOST_MONTHS:]


def twelve_months_until(day: date) -> Period:
    """The twelve calendar months of which the day's is the last."""
    end = month_end(day.year, day.month)
    return Period(shift_months(end.replace(day=1), -11), end)


def full_time_chart(printed: PrintedFigures, period: Period, key: str) -> Chart | None:
    """Bars by month, the agencies on top of one another; None while nobody was there."""
    agencies = printed.keys(FIGURE, "agency")
    months = months_of(period)
    if not agencies or len(months) < 2:
        return None
    title = _("Full-time equivalents by agency and month")
    return Chart(
        key=key,
        kind="stacked_bar",
        title=title,
        alternative=_told(printed, title, agencies),
        categories=tuple(_month(each) for each in months),
        series=tuple(
            Series(
                printed.key_title("agency", agency),
                tuple(printed.number(_at(each, agency)).value for each in months),
            )
            for agency in agencies
        ),
        unit=_("full-time equivalents"),
        table=_table(printed, months, agencies, key, title),
    )


def _month(month: Period) -> str:
    """“dec 2025”, which a narrow axis can break between month and year."""
    text = date_format(month.start, "M Y")
    return text if (get_language() or "").startswith("en") else text.lower()


def _at(month: Period, agency: str = "") -> str:
    where = f".agency.{agency}" if agency else ""
    return f"{FIGURE}{where}@{month.label}"


def _table(
    printed: PrintedFigures, months: Sequence[Period], agencies: Sequence[str], key: str, title: str
) -> Table:
    columns = (
        Column(_("Month")),
        *(Column(printed.key_title("agency", agency), "decimal") for agency in agencies),
        Column(_("Total"), "decimal"),
    )
    rows: list[tuple[Run, ...]] = [
        (
            _month(each),
            *(printed.number(_at(each, agency)) for agency in agencies),
            printed.number(_at(each)),
        )
        for each in months
    ]
    name = _("Full-time equivalents")
    return Table(f"{key}-table", title, columns, tuple(rows), name=name)


def _told(printed: PrintedFigures, title: str, agencies: Sequence[str]) -> str:
    """“…: AF 0,80, FK 1,00 as means of the period.”"""
    told = ", ".join(
        f"{printed.key_title('agency', agency)} "
        f"{printed.number(f'{FIGURE}.agency.{agency}').printed}"
        for agency in agencies
    )
    return _("%(title)s. Means of the whole period: %(told)s.") % {"title": title, "told": told}
