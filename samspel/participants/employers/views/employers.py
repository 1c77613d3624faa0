"""The list of employers: search, filter, sort, page, and take along as a file."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samspel.accounts.actor import actor_of
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.employers.employer import EmployerQuerySet
from samspel.participants.employers.employer_list import (
    COLUMNS,
    TEAM,
    employer_rows,
    employers,
    filters,
    with_last_talk,
)
from samspel.participants.employers.list_file import CONTENT_TYPES, CSV, XLSX, as_csv, as_xlsx
from samspel.participants.employers.views.access import led_teams
from samspel.participants.views.access import casework_teams

SEARCH = "employers_search"
_LONGEST_SEARCH = 100


@require_http_methods(["GET", "HEAD", "POST"])
def employer_list(request: HttpRequest) -> HttpResponse:
    """The employers of the user's teams. What is searched for is posted, never in the address."""
    teams, day = casework_teams(request), today(request)
    listing = Listing(
        request.GET,
        path=reverse("employers"),
        columns=COLUMNS if len(teams) == 1 else (*COLUMNS, TEAM),
        filters=filters(teams),
        sort="name",
    )
    if request.method == "POST":
        return _keep_search(request, listing)
    search = request.session.get(SEARCH, "")
    found = employers(teams=teams, chosen=listing.chosen, search=search, today=day)
    if request.GET.get("format") in CONTENT_TYPES:
        return _file(request, listing, found, teams)
    shown = listing.take(with_last_talk(found), counted=found)
    context: dict[str, Any] = {
        "listing": listing,
        "rows": employer_rows(shown, teams, today=day),
        "with_team": len(teams) > 1,
        "search": search,
        "is_narrowed": bool(search) or any(listing.chosen.values()),
        "csv_url": listing.url(format=CSV),
        "xlsx_url": listing.url(format=XLSX),
        "led": led_teams(request),
    }
    return page_or_part(request, "employers/list.html", "employers/list_part.html", context)


def _keep_search(request: HttpRequest, listing: Listing) -> HttpResponse:
    text = request.POST.get("search", "").replace("\0", "")
    request.session[SEARCH] = " ".join(text.split())[:_LONGEST_SEARCH]
    return redirect(listing.url())


@transaction.atomic
def _file(
    request: HttpRequest, listing: Listing, found: EmployerQuerySet, teams: list[Team]
) -> HttpResponse:
    """What the list shows, all pages; that it was taken along is told of in the log."""
    ending, day = request.GET["format"], today(request)
    rows = employer_rows(listing.all(with_last_talk(found)), teams, today=day)
    if ending == CSV:
        made = as_csv(rows)
    else:
        names = ", ".join(team.name for team in teams)
        made = as_xlsx(rows, teams=names, association=teams[0].association.name, today=day)
    log(
        by=actor_of(request),
        act="exported",
        subject="employers",
        team_id=teams[0].pk if len(teams) == 1 else None,
        details={"rows": len(rows)},
    )
    headers = {"Content-Disposition": f'attachment; filename="employers-{day}.{ending}"'}
    return HttpResponse(made, content_type=CONTENT_TYPES[ending], headers=headers)
