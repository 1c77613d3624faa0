"""How a page gets at a visit, a standing time or a team: through the check of who may."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render

from samspel.accounts.actor import Actor, actor_of
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.links.link import Link
from samspel.participants.views.access import casework_teams, user_of
from samspel.participants.visits.booking import sent_before
from samspel.participants.visits.standing_time import StandingTime
from samspel.participants.visits.visit import Visit


def visit_for(request: HttpRequest, pk: UUID) -> Visit:
    """The visit, if it is of the user's team and, when somebody came, the user may see them.

    Who gets its page reads of a person: that is told of in the access log.
    """
    seen = Visit.objects.visible_to(user_of(request))
    found = seen.select_related(
        "team", "episode__team", "episode__participant__team", "standing_time", "booked_by"
    )
    visit = get_object_or_404(found, pk=pk)
    if request.method != "POST":
        with transaction.atomic():
            subject = f"visit:{visit.pk}"
            log(by=actor_of(request), act="visit_opened", subject=subject, team_id=visit.team_id)
    return visit


def standing_time_for(request: HttpRequest, pk: UUID) -> StandingTime:
    """The standing time, if it is of a team where the user does casework."""
    found = _standing_times(request).select_related("team")
    return get_object_or_404(found, pk=pk)


def _standing_times(request: HttpRequest) -> QuerySet[StandingTime]:
    return StandingTime.objects.filter(team__in=casework_teams(request))


def choose_team(request: HttpRequest, teams: list[Team], heading: str) -> HttpResponse:
    """The page that asks for which team it is."""
    return render(request, "visits/choose_team.html", {"teams": teams, "heading": heading})


def booked_before(
    request: HttpRequest, team: Team, through: Link | None, by: Actor
) -> Visit | None:
    """What was booked when the same form was sent before: its time is free no longer."""
    try:
        booking_id = UUID(request.POST.get("booking", ""))
    except ValueError:
        return None
    return sent_before(booking_id, team, through, by)


def back_to(
    request: HttpRequest, visit: Visit, *, done: str = "", refused: ValidationError | None = None
) -> HttpResponseRedirect:
    """To the visit's page, with a word of what happened."""
    if done:
        messages.success(request, done)
    if refused is not None:
        messages.error(request, " ".join(refused.messages))
    return redirect("visit", visit.pk)
