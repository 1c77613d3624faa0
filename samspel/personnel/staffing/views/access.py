"""Getting a position, or what belongs to it, through the check of who may, and what forms share."""

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team
from samspel.personnel.staffing.forms.position import (
    suggested_names,
    suggested_roles,
    suggested_teams,
)
from samspel.personnel.staffing.leave import Leave
from samspel.personnel.staffing.position import Position

ANSWERS = ["GET", "HEAD", "POST"]


def position_for(request: HttpRequest, slug: str, pk: int, act: Act) -> Position:
    """The position, for somebody who may do ``act`` in its team; raises Http404 otherwise."""
    team = team_or_404(request, slug, act)
    found = Position.objects.filter(team=team).select_related("agency", "stands_in_for", "team")
    return get_object_or_404(found, pk=pk)


def leave_for(request: HttpRequest, slug: str, pk: int, leave_pk: int) -> Leave:
    """Leave from a position of a team whose positions the user keeps; raises Http404 otherwise."""
    position = position_for(request, slug, pk, Act.KEEP_PERSONNEL)
    found = Leave.objects.select_related("position__team")
    return get_object_or_404(found, position=position, pk=leave_pk)


def posted(request: HttpRequest) -> Any:
    """What was sent, or nothing where the page is only opened."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest,
    form: BaseForm,
    heading: str,
    team: Team,
    position: Position | None = None,
    **more: Any,
) -> HttpResponse:
    """The page of a form, within a position's page or the list of the staff."""
    back = reverse("personnel", args=[team.slug])
    if position is not None:
        back = reverse("position", args=[team.slug, position.pk])
    context = {
        "form": form,
        "heading": heading,
        "lead": "",
        "team": team,
        "position": position,
        "back_url": back,
        "button": _("Save"),
        "is_final": False,
        "suggested": {},
    }
    return render(request, "staffing/form.html", context | more)


def suggested(team: Team) -> dict[str, list[str]]:
    """What the fields of a position suggest, by the name of the list."""
    return {
        "names": suggested_names(team),
        "roles": suggested_roles(team),
        "teams": suggested_teams(team),
    }


def to_position(request: HttpRequest, position: Position, done: str) -> HttpResponse:
    """To the position's page, with a word of what was done; there stands what looks wrong."""
    messages.success(request, done)
    return redirect("position", position.team.slug, position.pk)
