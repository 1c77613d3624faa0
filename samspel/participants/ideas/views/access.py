"""How a page gets at an idea, a suggestion or a planning day: through the check of who may."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from samspel.organisation.team import Team
from samspel.participants.ideas.idea import Idea
from samspel.participants.ideas.planning_day import PlanningDay, Raised
from samspel.participants.ideas.sign_up import SignUp
from samspel.participants.ideas.suggestion import Suggestion
from samspel.participants.views.access import casework_teams
from samspel.records.versions import ChangedMeanwhileError

_LONGEST_NUMBER = 9


def idea_for(request: HttpRequest, pk: UUID) -> Any:
    """The idea with ``signed_up``, if it is of a team where the user does casework."""
    found = Idea.objects.with_signed_up().filter(team__in=casework_teams(request))
    return get_object_or_404(found.select_related("team", "group"), pk=pk)


def sign_up_for(request: HttpRequest, pk: UUID) -> SignUp:
    """The sign-up that is not taken back, if it is of a team where the user does casework."""
    found = SignUp.objects.filter(idea__team__in=casework_teams(request), taken_back_on=None)
    return get_object_or_404(found.select_related("idea__team", "episode__participant"), pk=pk)


def suggestion_for(request: HttpRequest, pk: UUID) -> Suggestion:
    """The suggestion, if it is of a team where the user does casework."""
    found = Suggestion.objects.filter(team__in=casework_teams(request))
    return get_object_or_404(found.select_related("team", "answered_by", "entered_by"), pk=pk)


def day_for(request: HttpRequest, pk: UUID) -> PlanningDay:
    """The planning day, if it is of a team where the user does casework."""
    found = PlanningDay.objects.filter(team__in=casework_teams(request))
    return get_object_or_404(found.select_related("team"), pk=pk)


def raised_for(request: HttpRequest, pk: UUID) -> Raised:
    """What was raised on a planning day, if it is of such a team."""
    found = Raised.objects.filter(day__team__in=casework_teams(request))
    return get_object_or_404(found.select_related("day__team", "idea", "group"), pk=pk)


def choose_team(request: HttpRequest, teams: list[Team], heading: str) -> HttpResponse:
    """The page that asks for which team it is."""
    return render(request, "ideas/choose_team.html", {"teams": teams, "heading": heading})


def keys_in(request: HttpRequest, name: str) -> set[UUID]:
    """The keys that a form sends under a name; what is no key is nothing."""
    found = set()
    for text in request.POST.getlist(name):
        with suppress(ValueError):
            found.add(UUID(text))
    return found


def sent_version(request: HttpRequest) -> int:
    """The version that a button was shown with; one that nothing has where it is none."""
    text = request.POST.get("version", "")
    fits = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return int(text) if fits else -1


def pressed(request: HttpRequest, act: Any, done: str, **values: Any) -> None:
    """Do what a button asks for, and say what happened or why it was refused."""
    try:
        act(version=sent_version(request), **values)
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed this. Look before you go on."))
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, done)
