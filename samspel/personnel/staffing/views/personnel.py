"""The team's staff: who is there on a day, what stands vacant, and who is missing."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from samspel.accounts.roles import Act
from samspel.figures.period import Period, year_until
from samspel.figures.staff_rows import StaffRow, vacant_on
from samspel.organisation.access import may, team_or_404
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.personnel.staffing.changes import change_lines
from samspel.personnel.staffing.chart import full_time_chart, printed_staff, twelve_months_until
from samspel.personnel.staffing.days import day_from
from samspel.personnel.staffing.drawing import drawn
from samspel.personnel.staffing.numbers_of_day import numbers_of_day
from samspel.personnel.staffing.position import Position
from samspel.personnel.staffing.rows import rows_of
from samspel.personnel.staffing.staff_list import COLUMNS, filters, lines, sorted_lines
from samspel.personnel.staffing.told import without_on


@require_safe
def personnel(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in the team now, or was on another day."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    day = day_from(request.GET.get("on", "")) or today(request)
    positions = list(team.positions.with_days().order_by("first_on", "pk"))
    rows = rows_of(positions)
    listing = Listing(
        request.GET,
        path=reverse("personnel", args=[team.slug]),
        columns=COLUMNS,
        filters=filters(team, positions),
        sort="name",
    )
    # The day is kept by every link of the list, as what is chosen above it is.
    listing.chosen["on"] = "" if day == today(request) else day.isoformat()
    found = lines(team, positions, rows, chosen=listing.chosen, day=day)
    context = {
        "team": team,
        "listing": listing,
        "rows": listing.cut(sorted_lines(found, listing.sort)),
        "day": day,
        "is_today": day == today(request),
        "has_any": bool(positions),
        "may_keep": may(request, team, Act.KEEP_PERSONNEL),
        **_beside(team, positions, rows, day),
    }
    return page_or_part(request, "staffing/personnel.html", "staffing/personnel_part.html", context)


def _beside(
    team: Team, positions: list[Position], rows: list[StaffRow], day: date
) -> dict[str, Any]:
    """What stands beside the list: vacancies, agencies with nobody, numbers, chart, changes."""
    by_key = {str(each.pk): each for each in positions}
    months = twelve_months_until(day)
    printed = printed_staff(team, rows, months)
    chart = full_time_chart(printed, months, "full-time")
    return {
        "vacancies": [by_key[row.position] for row in vacant_on(rows, day)],
        "without": without_on(team, rows, day) if rows else (),
        "numbers": numbers_of_day(team, rows, Period(day, day)),
        "drawn": chart and drawn(chart, team, months),
        "changes": change_lines(team, by_key, rows, year_until(day)),
    }
