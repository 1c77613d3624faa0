"""The team's ideas: the list, one idea, and what staff does with it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.groups.kind import GroupKind
from samspel.participants.ideas import becoming, keeping, lists
from samspel.participants.ideas.forgetting import KEPT
from samspel.participants.ideas.forms import ChangeIdeaForm, IdeaForm, IdeaGroupForm
from samspel.participants.ideas.idea import IdeaState
from samspel.participants.ideas.planning_day import Raised
from samspel.participants.ideas.sign_up import SignUp
from samspel.participants.ideas.views.access import (
    choose_team,
    idea_for,
    keys_in,
    pressed,
    raised_for,
)
from samspel.participants.views.access import casework_teams, chosen_team, open_teams

_FOUR_WEEKS = timedelta(days=28)


@require_safe
def idea_list(request: HttpRequest) -> HttpResponse:
    """The ideas of the user's teams."""
    teams, day = casework_teams(request), today(request)
    listing = Listing(
        request.GET,
        path=reverse("ideas"),
        columns=lists.with_team(teams, lists.IDEA_COLUMNS),
        filters=lists.idea_filters(teams),
        sort="last",
    )
    found = lists.ideas_of(teams, listing.chosen, day)
    taken = listing.take(found.with_signed_up().select_related("team"), counted=found)
    context = {
        "listing": listing,
        "rows": lists.idea_lines(taken, teams, day),
        "with_team": len(teams) > 1,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "ideas/ideas.html", "ideas/ideas_part.html", context)


def idea_new(request: HttpRequest) -> HttpResponse:
    """Make an idea that is open at once, perhaps of what was raised on a planning day."""
    raised = _raised(request)
    teams = open_teams(request)
    team = raised.day.team if raised else chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("A new idea"))
    day = today(request)
    first: dict[str, Any] = {"number": uuid4(), "last_on": day + _FOUR_WEEKS, "enough": 5}
    first["title"] = raised.text[:80] if raised else ""
    form = IdeaForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid():
        values = {"facts": form.facts(), "number": form.cleaned_data["number"], "raised": raised}
        made = form.carry_out(
            keeping.make_idea, team=team, today=day, by=actor_of(request), **values
        )
        if made is not None:
            messages.success(request, _("The idea stands on the wall."))
            return redirect("idea", made.pk)
    context = {"form": form, "team": team, "heading": _("A new idea"), "back_url": reverse("ideas")}
    return render(request, "ideas/form.html", context | {"button": _("Show on the wall")})


def _raised(request: HttpRequest) -> Raised | None:
    """What the address says that the idea comes of."""
    text = request.GET.get("raised")
    if text is None:
        return None
    try:
        return raised_for(request, UUID(text))
    except ValueError as error:
        raise Http404 from error


@require_safe
def idea(request: HttpRequest, idea_id: UUID) -> HttpResponse:
    """One idea: who has signed up, and what can be done now."""
    found, day = idea_for(request, idea_id), today(request)
    rows = SignUp.objects.filter(idea=found, taken_back_on=None)
    state = found.state(day)
    context = {
        "idea": found,
        "state": state,
        "mark": lists.IDEA_MARKS[state],
        "sign_ups": rows.select_related("idea", "episode__participant"),
        "may_take_several": found.signed_up > 1,
        "is_enough": found.signed_up >= found.enough,
        "is_proposed": state == IdeaState.PROPOSED,
        "is_open": state == IdeaState.OPEN,
        "is_group": state == IdeaState.GROUP,
        "may_reopen": found.closed_on is not None and not (found.last_on and found.last_on < day),
        "may_become": found.opened_on is not None and state != IdeaState.GROUP,
        "kept_days": KEPT.days,
    }
    return render(request, "ideas/idea.html", context)


def idea_change(request: HttpRequest, idea_id: UUID) -> HttpResponse:
    """Change an idea; one that was proposed is taken up by it."""
    found, day = idea_for(request, idea_id), today(request)
    form = ChangeIdeaForm(
        request.POST if request.method == "POST" else None,
        idea=found,
        initial={"last_on": day + _FOUR_WEEKS},
    )
    if form.is_valid() and form.carry_out(
        keeping.change_idea, idea=found, facts=form.facts(), today=day, by=actor_of(request)
    ):
        messages.success(request, _("The idea stands on the wall."))
        return redirect("idea", found.pk)
    is_proposed = found.opened_on is None
    context = {
        "form": form,
        "idea": found,
        "team": found.team,
        "heading": _("Take the idea up") if is_proposed else _("Change the idea"),
        "button": _("Show on the wall") if is_proposed else _("Save"),
        "back_url": reverse("idea", args=[found.pk]),
    }
    return render(request, "ideas/form.html", context)


@require_POST
def idea_close(request: HttpRequest, idea_id: UUID) -> HttpResponse:
    """Take no more sign-ups, or do not take a proposal up."""
    found, by = idea_for(request, idea_id), actor_of(request)
    done = _("The idea is closed.")
    pressed(request, keeping.close_idea, done, idea=found, today=today(request), by=by)
    return redirect("idea", found.pk)


@require_POST
def idea_reopen(request: HttpRequest, idea_id: UUID) -> HttpResponse:
    """Take sign-ups again."""
    found, by = idea_for(request, idea_id), actor_of(request)
    done = _("The idea is open again.")
    pressed(request, keeping.reopen_idea, done, idea=found, today=today(request), by=by)
    return redirect("idea", found.pk)


def idea_group(request: HttpRequest, idea_id: UUID) -> HttpResponse:
    """The idea becomes a group, with those who are known as its members."""
    found, day = idea_for(request, idea_id), today(request)
    kinds = list(GroupKind.objects.filter(team=found.team, is_used=True))
    form = IdeaGroupForm(
        request.POST if request.method == "POST" else None, idea=found, kinds=kinds
    )
    if form.is_valid():
        values = {"facts": form.facts(found), "shown": keys_in(request, "shown")}
        made = form.carry_out(
            becoming.become_group, idea=found, today=day, by=actor_of(request), **values
        )
        if made is not None:
            messages.success(request, _("The idea has become a group, and the wall says so."))
            return redirect("group", made.pk)
    joining = becoming.joining(found, _first_day(request) or day)
    context = {"form": form, "idea": found, "kinds": kinds, "joining": joining}
    return page_or_part(request, "ideas/group.html", "ideas/joining.html", context)


def _first_day(request: HttpRequest) -> date | None:
    """The first day that is chosen so far, for those who would become members on it."""
    sent = request.POST if request.method == "POST" else request.GET
    try:
        return date.fromisoformat(sent.get("starts_on", ""))
    except ValueError:
        return None
