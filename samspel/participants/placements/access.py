"""How a page gets at a placement: through its case, so that only who may see the person gets it."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from samspel.participants.episode import Episode
from samspel.participants.placements.ladder import Rung
from samspel.participants.placements.placement import Placement
from samspel.participants.views.access import episode_for, user_of


def placement_for(request: HttpRequest, pk: UUID) -> Placement:
    """The placement, if the user may see the person."""
    seen = Episode.objects.visible_to(user_of(request)).values("pk")
    found = Placement.objects.filter(episode__in=seen)
    with_parties = found.select_related("employer", "task", "supervisor", "subsidy")
    placement = get_object_or_404(with_parties, pk=pk)
    placement.episode = episode_for(request, placement.episode_id)
    return placement


def rungs_of(placement: Placement) -> list[Rung]:
    """The steps of its ladder in order; one query."""
    return [
        Rung(on, hours) for on, hours in placement.steps.order_by("on").values_list("on", "hours")
    ]


def worked_in(placement: Placement) -> dict[date, Decimal]:
    """The hours that were worked, by the Mondays of the weeks; one query."""
    return dict(placement.weeks.values_list("monday", "hours"))


def to_placement(placement: Placement) -> HttpResponseRedirect:
    """Back to the placement's page."""
    return redirect("placement", placement.pk)
