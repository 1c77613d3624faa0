"""Staff book a visit, or change one that is booked."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.accounts.actor import actor_of
from samspel.organisation.team import Team
from samspel.pages.today import now, today
from samspel.participants.referrers import referrer_titles
from samspel.participants.views.access import chosen_team, open_teams
from samspel.participants.visits import booking
from samspel.participants.visits.forms.booking import ChangeVisitForm, StaffBookingForm
from samspel.participants.visits.occasions import free_occasions
from samspel.participants.visits.views.access import (
    back_to,
    booked_before,
    choose_team,
    visit_for,
)


def book(request: HttpRequest) -> HttpResponse:
    """Book a free place of a standing time, or any time."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("Book a study visit"))
    moment, by = now(request), actor_of(request)
    if (before := booked_before(request, team, None, by)) is not None:
        return back_to(request, before, done=_("The visit is booked."))
    form = _staff_form(request, team, moment)
    if form.is_valid():
        visit = form.carry_out(
            booking.book,
            booking_id=form.cleaned_data["booking"],
            team=team,
            time=form.chosen(),
            asked=form.asked(),
            now=moment,
            by=by,
        )
        if visit is not None:
            return back_to(request, visit, done=_("The visit is booked."))
        form.offer(free_occasions(team, today(request), moment))
    context = {
        "form": form,
        "heading": _("Book a study visit"),
        "lead": _("At %(team)s. Write nothing but what the fields ask for.") % {"team": team.name},
        "button": _("Book"),
        "back_url": reverse("visits"),
    }
    return render(request, "visits/form.html", context)


def _staff_form(request: HttpRequest, team: Team, moment: datetime) -> StaffBookingForm:
    return StaffBookingForm(
        request.POST if request.method == "POST" else None,
        free=free_occasions(team, today(request), moment),
        referrers=referrer_titles(team),
        initial={"time": request.GET.get("time", "")},
    )


def change(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Give a booked visit another time or other particulars."""
    visit, moment = visit_for(request, visit_id), now(request)
    try:
        booking.require_awaited(visit)
    except ValidationError as refused:
        return back_to(request, visit, refused=refused)
    titles = referrer_titles(visit.team)
    form = ChangeVisitForm(
        request.POST if request.method == "POST" else None,
        visit=visit,
        free=free_occasions(visit.team, today(request), moment),
        referrers=titles,
    )
    if form.is_valid() and form.carry_out(
        booking.change,
        visit=visit,
        version=form.cleaned_data["version"],
        time=form.new_time(),
        asked=form.asked(),
        now=moment,
        by=actor_of(request),
    ):
        return back_to(request, visit, done=_("The visit is changed."))
    context = {
        "form": form,
        "visit": visit,
        "heading": _("Change the visit"),
        "lead": "",
        "button": _("Save"),
        "back_url": reverse("visit", args=[visit.pk]),
    }
    return render(request, "visits/form.html", context)
