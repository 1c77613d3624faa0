"""The pages where a team leader pauses the intake and names the priority groups."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.actor import Actor, actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.participants.queue.forms import EndPauseForm, GroupsForm, PauseForm
from samspel.participants.queue.groups import move_group, name_groups, remove_group
from samspel.participants.queue.intake import intake_of
from samspel.participants.queue.intake_pause import IntakePause
from samspel.participants.queue.pausing import Pause, change_pause, pause_intake
from samspel.participants.queue.priority import PriorityGroup
from samspel.participants.views.access import user_of
from samspel.records.forms import ActionForm


@require_safe
def intake_pauses(request: HttpRequest, slug: str) -> HttpResponse:
    """How full the team is, and every pause there was; the leader changes them."""
    team = team_or_404(request, slug, Act.CASEWORK)
    day = today(request)
    leads = Team.objects.where_user_may(user_of(request), Act.TEAM_SETTINGS).filter(pk=team.pk)
    context = {
        "team": team,
        "today": day,
        "intake": intake_of(team, day),
        "pauses": IntakePause.objects.filter(team=team),
        "may_change": leads.exists(),
    }
    return render(request, "queue/pauses.html", context)


def intake_pause_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Pause the intake."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    day = today(request)
    form = PauseForm(_sent(request), initial={"first_on": day, "version": 0})
    if form.is_valid() and form.carry_out(
        pause_intake, team=team, pause=form.pause(), today=day, by=actor_of(request)
    ):
        return _back(request, team, _("The intake is paused."))
    return _page(request, form, team, _("Pause the intake"))


def intake_pause_change(request: HttpRequest, pause_id: UUID) -> HttpResponse:
    """Change a pause's days or reason."""
    row = _pause_for(request, pause_id)
    form = PauseForm(_sent(request), pause=row)
    if form.is_valid() and form.carry_out(
        change_pause,
        row=row,
        version=form.cleaned_data["version"],
        pause=form.pause(),
        today=today(request),
        by=actor_of(request),
    ):
        return _back(request, row.team, _("The pause is changed."))
    return _page(request, form, row.team, _("Change the pause"))


def intake_pause_end(request: HttpRequest, pause_id: UUID) -> HttpResponse:
    """Give a pause its last day."""
    row = _pause_for(request, pause_id)
    day = today(request)
    form = EndPauseForm(_sent(request), initial={"last_on": day, "version": row.version})
    if form.is_valid() and form.carry_out(
        change_pause,
        row=row,
        version=form.cleaned_data["version"],
        pause=Pause(row.first_on, row.reason, form.cleaned_data["last_on"]),
        today=day,
        by=actor_of(request),
    ):
        return _back(request, row.team, _("The pause has a last day."))
    return _page(request, form, row.team, _("End the pause"))


def queue_groups(request: HttpRequest, slug: str) -> HttpResponse:
    """The team's priority groups: name, add, move, remove. Names that were typed are kept."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    groups = list(PriorityGroup.objects.filter(team=team))
    form = GroupsForm(_sent(request), groups=groups)
    if form.is_valid():
        by = actor_of(request)
        new = form.cleaned_data["new"]
        form.carry_out(name_groups, team=team, titles=form.titles(), new=new, by=by)
        if form.is_valid() and (act := request.POST.get("act", "")):
            form.carry_out(_do, act=act, groups=groups, request=request, by=by)
        if form.is_valid():
            messages.success(request, _("The groups are saved."))
            return redirect("queue_groups", team.slug)
    return render(request, "queue/groups.html", {"form": form, "team": team})


def _do(*, act: str, groups: list[PriorityGroup], request: HttpRequest, by: Actor) -> None:
    """What a button beside a group does: ``up-3``, ``down-3``, ``remove-3``."""
    verb, _dash, pk = act.partition("-")
    group = next((each for each in groups if str(each.pk) == pk), None)
    if group is None or verb not in {"up", "down", "remove"}:
        raise Http404
    if verb == "remove":
        remove_group(group=group, today=today(request), by=by)
    else:
        move_group(group=group, up=verb == "up", by=by)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _pause_for(request: HttpRequest, pk: UUID) -> IntakePause:
    """The pause, for somebody who leads its team."""
    teams = Team.objects.where_user_may(user_of(request), Act.TEAM_SETTINGS)
    return get_object_or_404(
        IntakePause.objects.filter(team__in=teams).select_related("team"), pk=pk
    )


def _back(request: HttpRequest, team: Team, done: str) -> HttpResponse:
    messages.success(request, done)
    return redirect("intake_pauses", team.slug)


def _page(request: HttpRequest, form: ActionForm, team: Team, heading: str) -> HttpResponse:
    context = {"form": form, "team": team, "heading": heading}
    return render(request, "queue/pause.html", context)
