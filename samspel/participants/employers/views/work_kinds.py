"""The team's kinds of work: its leader's own vocabulary."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team
from samspel.participants.employers import keeping_kinds
from samspel.participants.employers.forms.work_kind import ChangeWorkKindForm, WorkKindForm
from samspel.participants.employers.views.access import kind_for
from samspel.participants.employers.views.forms import posted
from samspel.participants.employers.work_kind import WorkKind


@require_safe
def work_kinds(request: HttpRequest, slug: str) -> HttpResponse:
    """The kinds that the team has, and those that it uses no more."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    kinds = list(WorkKind.objects.filter(team=team))
    context = {
        "team": team,
        "used": [each for each in kinds if each.is_used],
        "others": [each for each in kinds if not each.is_used],
    }
    return render(request, "employers/work_kinds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a kind of work."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    form = WorkKindForm(posted(request))
    if form.is_valid() and form.carry_out(
        keeping_kinds.add_kind,
        team=team,
        title=form.cleaned_data["title"],
        by=actor_of(request),
    ):
        return _back(request, team, _("The kind of work is added."))
    context = {"form": form, "team": team, "heading": _("Add a kind of work")}
    return render(request, "employers/work_kind.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, kind_id: int) -> HttpResponse:
    """Rename a kind of work, or use it no longer."""
    found = kind_for(request, kind_id)
    form = ChangeWorkKindForm(posted(request), kind=found)
    if form.is_valid() and form.carry_out(
        keeping_kinds.change_kind,
        kind=found,
        title=form.cleaned_data["title"],
        is_used=form.cleaned_data["is_used"],
        by=actor_of(request),
    ):
        return _back(request, found.team, _("The kind of work is saved."))
    context = {"form": form, "team": found.team, "heading": _("Change the kind of work")}
    return render(request, "employers/work_kind.html", context)


@require_POST
def starter(request: HttpRequest, slug: str) -> HttpResponse:
    """Take in the kinds to begin with."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    taken = keeping_kinds.take_starter_set(team=team, by=actor_of(request))
    words = ngettext("%(count)d kind of work is added.", "%(count)d kinds are added.", taken)
    return _back(request, team, words % {"count": taken})


def _back(request: HttpRequest, team: Team, done: str) -> HttpResponseRedirect:
    messages.success(request, done)
    return redirect("work_kinds", team.slug)
