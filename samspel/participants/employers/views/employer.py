"""One employer: its page, adding and changing it, and turning to it no longer."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.employers import keeping_employers
from samspel.participants.employers.employer_page import page_of
from samspel.participants.employers.forms.employer import ChangeEmployerForm, EmployerForm
from samspel.participants.employers.views.access import employer_for, led_teams
from samspel.participants.employers.views.forms import form_page, posted, to_employer
from samspel.participants.views.access import chosen_team, open_teams, user_of
from samspel.records.versions import ChangedMeanwhileError

_LONGEST_VERSION = 9


@require_safe
def employer(request: HttpRequest, employer_id: UUID) -> HttpResponse:
    """What the team knows: tasks with their places, contacts, talks, and what came of it all."""
    found = employer_for(request, employer_id)
    page = page_of(found, user=user_of(request), today=today(request))
    is_leader = any(team.pk == found.team_id for team in led_teams(request))
    context = {"employer": found, "page": page, "is_leader": is_leader}
    return render(request, "employers/employer.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add an employer; of which team is asked where the user has several."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return render(request, "employers/choose_team.html", {"teams": teams})
    form = EmployerForm(posted(request), team=team)
    if form.is_valid():
        by = actor_of(request)
        made = form.carry_out(
            keeping_employers.add_employer, team=team, values=form.values(), by=by
        )
        if made is not None:
            return to_employer(request, made, _("The employer is added. Now add what it offers."))
    return form_page(request, form, _("Add an employer"), None, team=team)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, employer_id: UUID) -> HttpResponse:
    """Change what the team knows of an employer."""
    found = employer_for(request, employer_id)
    form = ChangeEmployerForm(posted(request), employer=found)
    if form.is_valid() and form.carry_out(
        keeping_employers.change_employer,
        employer=found,
        values=form.values(),
        by=actor_of(request),
    ):
        return to_employer(request, found, _("The employer is saved."))
    return form_page(request, form, _("Change the employer"), found)


@require_POST
def retire(request: HttpRequest, employer_id: UUID) -> HttpResponse:
    """Turn to the employer no longer, or again."""
    found = employer_for(request, employer_id)
    version, is_used = request.POST.get("version", ""), request.POST.get("used") == "yes"
    is_number = version.isascii() and version.isdecimal() and len(version) <= _LONGEST_VERSION
    try:
        keeping_employers.set_used(
            employer=found,
            version=int(version) if is_number else -1,
            is_used=is_used,
            by=actor_of(request),
        )
    except (ChangedMeanwhileError, ValidationError):
        messages.error(request, _("Somebody else changed the employer. Look before you go on."))
        return redirect("employer", found.pk)
    done = _("The team turns to the employer again.")
    return to_employer(request, found, done if is_used else _("The team turns to it no longer."))
