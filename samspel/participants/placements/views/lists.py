"""The team's list of placements."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from samspel.accounts.roles import Act
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.placements.placement_list import (
    COLUMNS,
    TEAM,
    filters,
    list_row,
    placements_found,
    shown,
)
from samspel.participants.views.access import casework_teams, user_of


@require_safe
def placements(request: HttpRequest) -> HttpResponse:
    """The placements of the teams where the user does casework; first those that go on."""
    teams, day = casework_teams(request), today(request)
    listing = Listing(
        request.GET,
        path=reverse("placements"),
        columns=COLUMNS if len(teams) == 1 else (*COLUMNS, TEAM),
        filters=filters(teams),
        sort="-starts",
    )
    found = placements_found(user=user_of(request), teams=teams, chosen=listing.chosen, today=day)
    rows = [list_row(each, day) for each in listing.take(shown(found, day), found)]
    led = Team.objects.where_user_may(user_of(request), Act.TEAM_SETTINGS)
    context = {
        "led": list(led),
        "listing": listing,
        "rows": rows,
        "with_team": len(teams) > 1,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "placements/list.html", "placements/list_part.html", context)
