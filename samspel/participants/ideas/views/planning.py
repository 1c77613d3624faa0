"""Planning days with participants: the list over the years, one day, what came of what."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.ideas import lists, planning
from samspel.participants.ideas.box_forms import (
    ChangePlanningDayForm,
    ChangeRaisedForm,
    PlanningDayForm,
    RaisedForm,
)
from samspel.participants.ideas.planning_day import PlanningDay, Raised
from samspel.participants.ideas.views.access import choose_team, day_for, raised_for
from samspel.participants.views.access import casework_teams, chosen_team, open_teams


@require_safe
def planning_days(request: HttpRequest) -> HttpResponse:
    """The planning days of the user's teams, over the years."""
    teams = casework_teams(request)
    own = PlanningDay.objects.filter(team__in=teams)
    years = [day.year for day in own.order_by().dates("on", "year", order="DESC")]
    listing = Listing(
        request.GET,
        path=reverse("planning_days"),
        columns=lists.with_team(teams, lists.DAY_COLUMNS),
        filters=lists.day_filters(teams, years),
        sort="-on",
    )
    found = lists.days_of(teams, listing.chosen)
    context = {
        "listing": listing,
        "rows": listing.take(found.select_related("team")),
        "with_team": len(teams) > 1,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(
        request, "ideas/planning_days.html", "ideas/planning_days_part.html", context
    )


def planning_day_new(request: HttpRequest) -> HttpResponse:
    """Enter a planning day."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("Enter a planning day"))
    form = PlanningDayForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.carry_out(
            planning.enter_day,
            team=team,
            values=form.values(),
            today=today(request),
            by=actor_of(request),
        )
        if made is not None:
            messages.success(request, _("The day is entered. Write what was raised on it."))
            return redirect("planning_day", made.pk)
    context = {
        "form": form,
        "team": team,
        "heading": _("Enter a planning day"),
        "button": _("Save"),
        "back_url": reverse("planning_days"),
    }
    return render(request, "ideas/day_form.html", context)


def planning_day(request: HttpRequest, day_id: UUID) -> HttpResponse:
    """One planning day: what was raised and what became of it, and a line for more."""
    found = day_for(request, day_id)
    form = RaisedForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.carry_out(
        planning.enter_raised, day=found, text=form.cleaned_data["text"], by=actor_of(request)
    ):
        messages.success(request, _("It is written down."))
        return redirect("planning_day", found.pk)
    raised = Raised.objects.filter(day=found).select_related("group", "idea__group")
    context = {"day": found, "raised": raised, "form": form}
    return render(request, "ideas/planning_day.html", context)


def planning_day_change(request: HttpRequest, day_id: UUID) -> HttpResponse:
    """Change a planning day."""
    found = day_for(request, day_id)
    form = ChangePlanningDayForm(request.POST if request.method == "POST" else None, day=found)
    if form.is_valid() and form.carry_out(
        planning.change_day,
        day=found,
        values=form.values(),
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The day is changed."))
        return redirect("planning_day", found.pk)
    context = {
        "form": form,
        "team": found.team,
        "day": found,
        "heading": _("Change the planning day"),
        "button": _("Save"),
        "back_url": reverse("planning_day", args=[found.pk]),
    }
    return render(request, "ideas/day_form.html", context)


def raised_change(request: HttpRequest, raised_id: UUID) -> HttpResponse:
    """Say what became of something that was raised."""
    found = raised_for(request, raised_id)
    form = ChangeRaisedForm(request.POST if request.method == "POST" else None, raised=found)
    if form.is_valid() and form.carry_out(
        planning.change_raised, raised=found, values=form.values(), by=actor_of(request)
    ):
        messages.success(request, _("What became of it is saved."))
        return redirect("planning_day", found.day_id)
    context = {
        "form": form,
        "team": found.day.team,
        "day": found.day,
        "heading": _("What became of it"),
        "lead": found.text,
        "button": _("Save"),
        "back_url": reverse("planning_day", args=[found.day_id]),
    }
    return render(request, "ideas/day_form.html", context)
