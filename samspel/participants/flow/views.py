"""The page of the flow chart: one team, one period."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.user import User
from samspel.organisation.team import Team
from samspel.pages.listing import Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.episodes import figures_of
from samspel.participants.flow.chart import chart_of
from samspel.participants.flow.choice import Choice, choice_of, period_filter, this_year
from samspel.participants.flow.layout import UPRIGHT, WIDE, drawing
from samspel.participants.flow.numbers import (
    FigureReader,
    FlowNumbers,
    Number,
    flow_numbers,
    list_addresses,
)
from samspel.participants.flow.tables import end_rows, stage_rows, way_rows
from samspel.participants.participant import Participant
from samspel.participants.referrals.inbox import WAITING, inbox
from samspel.participants.views.access import casework_teams, user_of


@require_safe
def flow(request: HttpRequest) -> HttpResponse:
    """How many stand where, for how long, and how many went on."""
    teams, day = casework_teams(request), today(request)
    listing = Listing(request.GET, path=reverse("flow"), columns=(), filters=_filters(teams))
    slug = listing.chosen.get("team", "")
    team = next((each for each in teams if each.slug == slug), teams[0])
    choice = choice_of(listing.chosen["period"], day)
    numbers = _numbers(request, team, choice, day)
    context = {
        "listing": listing,
        "team": team,
        "choice": choice,
        "today": day,
        "charts": [chart_of(drawing(each), numbers, choice) for each in (WIDE, UPRIGHT)],
        "inbox": numbers.inbox,
        "stages": stage_rows(numbers),
        "ways": way_rows(numbers),
        "ends": end_rows(numbers),
    }
    return page_or_part(request, "flow/flow.html", "flow/flow_part.html", context)


def _filters(teams: Sequence[Team]) -> list[Filter]:
    if len(teams) == 1:
        return [period_filter()]
    return [Filter("team", _("Team"), [(each.slug, each.name) for each in teams]), period_filter()]


def _numbers(request: HttpRequest, team: Team, choice: Choice, day: date) -> FlowNumbers:
    user, now = user_of(request), this_year(day)
    reader = FigureReader(team, figures_of(team, now), request.LANGUAGE_CODE)
    lists = list_addresses(team) if _sees_everybody(user, team) else {}
    waiting = _waiting(user, team)
    return flow_numbers(reader, choice, now=now, lists=lists, inbox=waiting)


def _sees_everybody(user: User, team: Team) -> bool:
    """Whether the user's lists hold all that the figures count, also those who are protected.

    If not, a number leads to the page of its figure, where nobody is missing and those whom the
    user may not see have no name.
    """
    seen = Participant.objects.visible_to(user)
    return not Participant.objects.filter(team=team).exclude(pk__in=seen.values("pk")).exists()


def _waiting(user: User, team: Team) -> Number:
    """The rows of the inbox that the number opens: what its pager would say, and no figure."""
    chosen: dict[str, Any] = {"state": WAITING, "team": team.slug}
    rows = inbox(user=user, teams=[team], chosen=chosen).count()
    url = f"{reverse('referral_inbox')}?{urlencode({'team': team.slug})}"
    return Number(str(rows), _("Referrals that the team has not accepted or declined yet."), url)
