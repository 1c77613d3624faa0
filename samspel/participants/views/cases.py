"""The list of participants: search, filter, sort, page, and take along as a file."""

import csv
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspel.accounts.actor import actor_of
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.case_list import (
    ALL,
    COLUMNS,
    TEAM,
    CaseRow,
    case_rows,
    cases,
    filters,
    sortable,
)
from samspel.participants.views.access import casework_teams, user_of

SEARCH = "participants_search"
LONGEST_SEARCH = 100
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@require_http_methods(["GET", "HEAD", "POST"])
def participants(request: HttpRequest) -> HttpResponse:
    """The cases of the user's teams. What is searched for is posted and never in the address."""
    teams = casework_teams(request)
    listing = Listing(
        request.GET,
        path=reverse("participants"),
        columns=COLUMNS if len(teams) == 1 else (*COLUMNS, TEAM),
        filters=filters(teams),
        sort="name",
    )
    if request.method == "POST":
        return _keep_search(request, listing)
    day = today(request)
    search = request.session.get(SEARCH, "")
    found = cases(
        user=user_of(request), teams=teams, chosen=listing.chosen, search=search, today=day
    )
    rows = sortable(found, listing.sort, today=day)
    if request.GET.get("format") == "csv":
        return _file(request, case_rows(listing.all(rows), teams=teams, today=day), teams, day)
    shown = case_rows(listing.take(rows, counted=found), teams=teams, today=day)
    context = _context(listing, shown, teams, search)
    return page_or_part(request, "participants/list.html", "participants/list_part.html", context)


def _keep_search(request: HttpRequest, listing: Listing) -> HttpResponse:
    """A new search looks among all stages: one also looks for those who were closed long ago."""
    text = request.POST.get("search", "").replace("\0", "")
    search = " ".join(text.split())[:LONGEST_SEARCH]
    request.session[SEARCH] = search
    return redirect(listing.url(stage=ALL if search else ""))


def _context(
    listing: Listing, rows: list[CaseRow], teams: list[Team], search: str
) -> Mapping[str, Any]:
    return {
        "listing": listing,
        "rows": rows,
        "with_team": len(teams) > 1,
        "search": search,
        "person_url": reverse("participants"),
        "export_url": listing.url(format="csv"),
        "is_narrowed": bool(search) or any(listing.chosen.values()),
    }


@transaction.atomic
def _file(request: HttpRequest, rows: list[CaseRow], teams: list[Team], day: date) -> HttpResponse:
    """What the list shows, all pages, as Swedish spreadsheets read it; told of in the log."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="participants-{day}.csv"'
    writer = csv.writer(response, delimiter=";")
    titles = (_("Name"), _("Case number"), _("Team"), _("Stage"), _("Days in stage"), _("Coach"))
    writer.writerow([*titles, _("Referred on"), _("Enrolled on")])
    for row in rows:
        names = (row.name, row.case_number, row.team, row.stage, row.days, row.coach)
        cells = (*names, row.referred_on, row.enrolled_on)
        writer.writerow([_harmless(cell) for cell in cells])
    log(
        by=actor_of(request),
        act="exported",
        subject="participants",
        team_id=teams[0].pk if len(teams) == 1 else None,
        details={"rows": len(rows)},
    )
    return response


def _harmless(cell: str) -> str:
    """A spreadsheet takes a text with such a beginning for a formula; an apostrophe stops it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
