"""The scores of everybody who is enrolled."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from samspel.accounts.roles import Act
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.scores.overview import COLUMNS, TEAM, filters, page_of, scored_rows
from samspel.participants.scores.reading import licensed_teams
from samspel.participants.views.access import casework_teams, user_of


@require_safe
def scores(request: HttpRequest) -> HttpResponse:
    """The list, of the teams that have a licence; where none has, what is needed."""
    every, user = casework_teams(request), user_of(request)
    teams = licensed_teams(every)
    led = set(Team.objects.where_user_may(user, Act.TEAM_SETTINGS).values_list("pk", flat=True))
    context: dict[str, Any] = {"teams": [(team, team.pk in led, team in teams) for team in every]}
    if not teams:
        return render(request, "scores/closed.html", context)
    listing = Listing(
        request.GET,
        path=reverse("scores"),
        columns=COLUMNS if len(teams) == 1 else (*COLUMNS, TEAM),
        filters=filters(teams),
        sort="name",
    )
    rows = scored_rows(user=user, teams=teams, chosen=listing.chosen, today=today(request))
    context |= {
        "listing": listing,
        "rows": page_of(listing, rows),
        "with_team": len(teams) > 1,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "scores/list.html", "scores/list_part.html", context)
