"""Working methods as tables and charts: the same on a page and in the report."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samspel.documents.document import Chart, Column, Run, Series, Table
from samspel.printed import PrintedFigures

PLACES, CAME, SHARE = (
    "team_meeting_places",
    "team_meeting_places_attended",
    "team_meeting_attendance",
)
KINDS = ("supervision", "training")
SESSIONS, HOURS, STAFF_DAYS, COSTS = (
    "staff_sessions",
    "staff_session_hours",
    "staff_days",
    "staff_session_costs",
)
FIGURES = (
    "team_meetings_held",
    "team_meetings_cancelled",
    SHARE,
    SESSIONS,
    HOURS,
    STAFF_DAYS,
    COSTS,
    "development_areas_open",
    "development_areas_raised",
    "development_areas_settled",
)


def attendance_chart(printed: PrintedFigures, key: str) -> Chart | None:
    """Meetings at which each agency was expected, and came; None while nothing is recorded."""
    agencies = printed.keys(PLACES, "agency")
    if not agencies:
        return None
    title = _("Attendance at team meetings by agency")
    expected, came = (
        tuple(printed.number(f"{figure}.agency.{agency}").value for agency in agencies)
        for figure in (PLACES, CAME)
    )
    return Chart(
        key=key,
        kind="grouped_bar",
        title=title,
        alternative=_told(printed, title, agencies),
        categories=tuple(printed.key_title("agency", agency) for agency in agencies),
        series=(Series(_("Expected"), expected), Series(_("Came"), came)),
        unit=_("meetings"),
        table=_attendance_table(printed, agencies, key, title),
    )


def _attendance_table(
    printed: PrintedFigures, agencies: Sequence[str], key: str, title: str
) -> Table:
    columns = (
        Column(printed.dimension_title("agency")),
        Column(_("Expected"), "count"),
        Column(_("Came"), "count"),
        Column(_("Share"), "percent"),
    )
    rows: list[tuple[Run, ...]] = [
        (
            printed.key_title("agency", agency),
            *(printed.number(f"{each}.agency.{agency}") for each in (PLACES, CAME, SHARE)),
        )
        for agency in agencies
    ]
    rows.append((_("Total"), *(printed.number(each) for each in (PLACES, CAME, SHARE))))
    return Table(f"{key}-table", title, columns, tuple(rows), name=_("Team meetings"))


def _told(printed: PrintedFigures, title: str, agencies: Sequence[str]) -> str:
    """“Attendance at team meetings by agency: FK 90 %, AF 75 %.”"""
    told = (
        f"{printed.key_title('agency', agency)} "
        f"{printed.number(f'{SHARE}.agency.{agency}').printed}"
        for agency in agencies
    )
    return f"{title}: {', '.join(told)}."


def sessions_table(printed: PrintedFigures, key: str) -> Table | None:
    """Supervision and training with hours, staff days and cost; None where there was none."""
    if not printed.amount(SESSIONS):
        return None
    columns = (
        Column(printed.dimension_title("staff_session_kind")),
        Column(_("Number"), "count"),
        Column(_("Hours"), "decimal"),
        Column(_("Staff days"), "count"),
        Column(_("Cost in kronor"), "money"),
    )
    figures = (SESSIONS, HOURS, STAFF_DAYS, COSTS)
    rows: list[tuple[Run, ...]] = [
        (
            printed.key_title("staff_session_kind", kind),
            *(printed.number(f"{each}.staff_session_kind.{kind}") for each in figures),
        )
        for kind in KINDS
        if printed.amount(f"{SESSIONS}.staff_session_kind.{kind}")
    ]
    rows.append((_("Total"), *(printed.number(each) for each in figures)))
    return Table(key, _("Supervision and training"), columns, tuple(rows))


def numbers_table(printed: PrintedFigures, key: str, now: str, before: str) -> Table:
    """Every figure of the working methods, now and in the year before."""
    columns = (Column(_("What")), Column(now, "count"), Column(before, "count"))
    rows: list[tuple[Run, ...]] = [
        (
            printed.figure_title(figure),
            printed.number(figure),
            printed.number(f"{figure}@year_before"),
        )
        for figure in FIGURES
    ]
    return Table(key, _("Working methods in numbers"), columns, tuple(rows))
