"""The administrator's pages for associations and what belongs to them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samspel.accounts.access import administered_or_404, administrator_or_404
from samspel.accounts.actor import actor_of
from samspel.organisation import administration
from samspel.organisation.association import Agency, Association, Host
from samspel.organisation.forms import AgencyForm, AssociationForm, HostForm, TeamForm
from samspel.organisation.team import Team
from samspel.pages.saving import saved


@require_safe
def organisation(request: HttpRequest) -> HttpResponse:
    """Every association with its hosts, agencies and teams."""
    administrator_or_404(request)
    associations = Association.objects.prefetch_related("hosts", "agencies", "teams__host")
    return render(request, "organisation/organisation.html", {"associations": associations})


def _edit(request: HttpRequest, form: forms.ModelForm[Any], title: object) -> HttpResponse:
    """Show the form of an association, host or agency, and save it."""
    by, body = actor_of(request), form.instance
    if request.method == "POST" and saved(
        form, lambda: administration.save_body(by=by, body=body, fields=form.changed_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("organisation")
    return render(request, "organisation/body.html", {"form": form, "title": title})


def association_new(request: HttpRequest) -> HttpResponse:
    """Add an association."""
    administrator_or_404(request)
    return _edit(request, AssociationForm(request.POST or None), _("Add an association"))


def association_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an association."""
    found = administered_or_404(request, Association, pk)
    form = AssociationForm(request.POST or None, instance=found)
    return _edit(request, form, _("Change the association"))


def host_new(request: HttpRequest, association_pk: int) -> HttpResponse:
    """Add a host to an association."""
    home = administered_or_404(request, Association, association_pk)
    form = HostForm(request.POST or None, instance=Host(association=home))
    return _edit(request, form, _("Add a host"))


def host_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a host."""
    found = administered_or_404(request, Host, pk)
    return _edit(request, HostForm(request.POST or None, instance=found), _("Change the host"))


def agency_new(request: HttpRequest, association_pk: int) -> HttpResponse:
    """Add an agency to an association."""
    home = administered_or_404(request, Association, association_pk)
    form = AgencyForm(request.POST or None, instance=Agency(association=home))
    return _edit(request, form, _("Add an agency"))


def agency_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an agency."""
    found = administered_or_404(request, Agency, pk)
    return _edit(request, AgencyForm(request.POST or None, instance=found), _("Change the agency"))


def team_new(request: HttpRequest) -> HttpResponse:
    """Add a team; its leader sets the rest."""
    administrator_or_404(request)
    form = TeamForm(request.POST or None)
    by, team = actor_of(request), form.instance
    if request.method == "POST" and saved(form, lambda: administration.make_team(by=by, team=team)):
        messages.success(request, _("The team is made. Give somebody the role of team leader."))
        return redirect("organisation")
    return render(request, "organisation/body.html", {"form": form, "title": _("Add a team")})


def team_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a team's name, association or host."""
    found = administered_or_404(request, Team, pk)
    form = TeamForm(request.POST or None, instance=found)
    by = actor_of(request)
    if request.method == "POST" and saved(
        form, lambda: administration.change_team(by=by, team=found, fields=form.changed_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("organisation")
    return render(request, "organisation/body.html", {"form": form, "title": _("Change the team")})
