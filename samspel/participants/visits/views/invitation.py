"""Staff make links by which caseworkers book, and take them back."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import now
from samspel.participants.views.access import chosen_team, open_teams
from samspel.participants.visits import invitation
from samspel.participants.visits.forms.standing import InvitationForm
from samspel.participants.visits.views.access import choose_team


@never_cache
def links(request: HttpRequest) -> HttpResponse:
    """The links that open now, and a new one: its address is shown this once."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("Links for booking"))
    moment = now(request)
    form = InvitationForm(request.POST if request.method == "POST" else None, team=team)
    context = {"team": team, "form": form, "address": ""}
    if form.is_valid():
        made = form.carry_out(
            invitation.invite,
            team=team,
            days=int(form.cleaned_data["days"]),
            email=form.cleaned_data["email"],
            now=moment,
            by=actor_of(request),
        )
        if made is not None:
            context["link"], path = made
            context["address"] = f"{settings.SAMSPEL_ADDRESS}{path}"
            context["form"] = InvitationForm(team=team)
    context["links"] = invitation.booking_links(team, moment)
    return render(request, "visits/links.html", context)


@require_POST
def take_back(request: HttpRequest, link_id: UUID) -> HttpResponse:
    """Let a link open nothing any more."""
    by, moment = actor_of(request), now(request)
    for team in open_teams(request):
        if invitation.take_back(team=team, link_id=link_id, now=moment, by=by):
            messages.success(request, _("The link is taken back."))
            return redirect(f"{reverse('visit_links')}?team={team.slug}")
    raise Http404
