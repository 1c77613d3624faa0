"""The kinds of groups of the user's teams: begin with ours, add, rename, retire."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.participants.groups import keeping_kinds
from samspel.participants.groups.forms.kind import KindForm, RenameForm
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.starter_kinds import STARTER_KINDS
from samspel.participants.groups.views.access import team_for
from samspel.participants.views.access import casework_teams


@require_safe
def kinds(request: HttpRequest) -> HttpResponse:
    """What the teams call their groups."""
    teams = casework_teams(request)
    own = list(GroupKind.objects.filter(team__in=teams))
    sheets = [
        {
            "team": team,
            "used": [each for each in own if each.team_id == team.pk and each.is_used],
            "retired": [each for each in own if each.team_id == team.pk and not each.is_used],
        }
        for team in teams
    ]
    titles = [each.title for each in STARTER_KINDS]
    return render(request, "groups/kinds.html", {"sheets": sheets, "starter": titles})


@require_POST
def starter(request: HttpRequest, slug: str) -> HttpResponse:
    """Take over the kinds to begin with."""
    team = team_for(request, slug)
    taken = keeping_kinds.take_starter_kinds(team=team, by=actor_of(request))
    words = ngettext("%(n)s kind is added.", "%(n)s kinds are added.", taken)
    messages.success(request, words % {"n": taken})
    return redirect("group_kinds")


def new(request: HttpRequest, slug: str) -> HttpResponse:
    """A kind of the team's own."""
    team = team_for(request, slug)
    form = KindForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        title = form.cleaned_data["title"]
        by = actor_of(request)
        if form.carry_out(keeping_kinds.add_kind, team=team, title=title, by=by):
            messages.success(request, _("The kind is added."))
            return redirect("group_kinds")
    return _form(request, form, _("Add a kind of group"), team.name)


def kind(request: HttpRequest, kind_id: int) -> HttpResponse:
    """Another name for a kind."""
    found = _kind(request, kind_id)
    form = RenameForm(request.POST if request.method == "POST" else None, kind=found)
    if form.is_valid() and form.carry_out(
        keeping_kinds.rename_kind,
        kind=found,
        title=form.cleaned_data["title"],
        by=actor_of(request),
    ):
        messages.success(request, _("The kind is saved."))
        return redirect("group_kinds")
    return _form(request, form, _("Rename a kind of group"), found.team.name)


@require_POST
def use(request: HttpRequest, kind_id: int) -> HttpResponse:
    """Retire a kind, or use it again."""
    found = _kind(request, kind_id)
    is_used = request.POST.get("act") == "use"
    keeping_kinds.set_used(kind=found, is_used=is_used, by=actor_of(request))
    done = _("The kind is used again.") if is_used else _("The kind is retired.")
    messages.success(request, done)
    return redirect("group_kinds")


def _kind(request: HttpRequest, pk: int) -> GroupKind:
    found = GroupKind.objects.filter(team__in=casework_teams(request)).select_related("team")
    return get_object_or_404(found, pk=pk)


def _form(
    request: HttpRequest, form: KindForm | RenameForm, heading: str, lead: str
) -> HttpResponse:
    back_url = reverse("group_kinds")
    context = {
        "form": form,
        "heading": heading,
        "lead": lead,
        "way": [(back_url, _("Kinds of groups"))],
        "back_url": back_url,
        "button": _("Save"),
    }
    return render(request, "groups/form.html", context)
