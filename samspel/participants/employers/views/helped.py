"""How employers helped: all of them for the leader, one with the placements behind a number."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from samspel.documents.render.formats import FORMATS
from samspel.documents.render.formats import render as rendered
from samspel.figures.employers import HELP_FIGURES, behind, help_of, helped
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.employers.helped_chart import helped_svg
from samspel.participants.employers.helped_list import (
    BY_HELP,
    columns,
    definitions,
    help_rows,
    in_order,
)
from samspel.participants.employers.history import hosted, taken_on
from samspel.participants.employers.periods import (
    ALWAYS,
    period_of,
    period_options,
    told_period,
)
from samspel.participants.employers.thanks import thanks_of
from samspel.participants.employers.views.access import (
    employer_for,
    led_employer_for,
    led_teams,
)
from samspel.participants.employers.work_kind import WorkKind
from samspel.participants.views.access import user_of

_WIDE = "d-none d-md-table-cell"
_PAST = (
    Column("who", lazy("Who")),
    Column("from", lazy("From"), ("from",)),
    Column("to", lazy("To")),
    Column("task", lazy("Task"), (), _WIDE),
    Column("purpose", lazy("Purpose"), (), _WIDE),
    Column("led_to", lazy("Led to")),
)
THANKS = ("pdf", "docx")


@require_safe
def employers_helped(request: HttpRequest) -> HttpResponse:
    """What each employer did in a period, those first who helped most; for the leader."""
    teams, day = led_teams(request), today(request)
    if not teams:
        raise Http404
    rows = hosted(teams, today=day)
    filters = [Filter("period", _("Period"), period_options(rows, day))]
    if len(teams) > 1:
        named = [(each.slug, each.name) for each in teams]
        filters.append(Filter("team", _("Team"), [("", _("All my teams")), *named]))
    path = reverse("employers_helped")
    listing = Listing(request.GET, path=path, columns=columns(), filters=filters, sort=BY_HELP)
    if listing.chosen.get("team"):
        teams = [each for each in teams if each.slug == listing.chosen["team"]]
        rows = hosted(teams, today=day)
    period = period_of(listing.chosen["period"], day)
    found = listing.cut(in_order(helped(rows, period), listing.sort))
    shown = help_rows(found, listing.chosen["period"], teams)
    context: dict[str, Any] = {
        "listing": listing,
        "rows": shown,
        "drawing": helped_svg(found, shown),
        "period": told_period(period),
        "definitions": definitions(),
    }
    return page_or_part(request, "employers/helped.html", "employers/helped_part.html", context)


@require_safe
def employer_history(request: HttpRequest, employer_id: UUID) -> HttpResponse:
    """What an employer has taken on, or those of them that a number counts."""
    found, day = employer_for(request, employer_id), today(request)
    past = taken_on(found, user=user_of(request), today=day)
    hostings = [each.hosting for each in past]
    figures = [(each.key, _(each.title)) for each in HELP_FIGURES]
    listing = Listing(
        request.GET,
        path=reverse("employer_history", args=[found.pk]),
        columns=_PAST,
        filters=[
            Filter(
                "period",
                _("Period"),
                [(ALWAYS, _("All the time")), *period_options(hostings, day)],
            ),
            Filter("figure", _("Which"), figures),
        ],
        sort="-from",
    )
    period = period_of(listing.chosen["period"], day)
    counted = {row.placement for row in behind(listing.chosen["figure"], hostings, period)}
    rows = [each for each in past if each.hosting.placement in counted]
    if not listing.sort.startswith("-"):
        rows.reverse()
    context = {
        "employer": found,
        "listing": listing,
        "rows": listing.cut(rows),
        "is_narrowed": bool(past),
    }
    page, part = "employers/history.html", "employers/history_part.html"
    return page_or_part(request, page, part, context)


@require_safe
def employer_thanks(request: HttpRequest, employer_id: UUID, ending: str) -> HttpResponse:
    """The sheet that thanks an employer for a period, as a file; for the leader."""
    found, day = led_employer_for(request, employer_id), today(request)
    if ending not in THANKS:
        raise Http404
    rows = [each for each in hosted([found.team], today=day) if each.employer == str(found.pk)]
    asked = request.GET.get("period", ALWAYS)
    known = {code for code, _title in period_options(rows, day)}
    period = period_of(asked if asked in known else ALWAYS, day)
    kinds = WorkKind.objects.filter(tasks__employer=found, tasks__is_offered=True).distinct()
    told = help_of(str(found.pk), rows, period)
    made = rendered(thanks_of(found, told, period, work=[each.title for each in kinds]), ending)
    name = f"{slugify(found.name) or 'employer'}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type=FORMATS[ending].content_type, headers=headers)
