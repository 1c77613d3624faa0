"""The times of a group: adding one, changing or ending one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.groups import timing
from samspel.participants.groups.clashes import clashes
from samspel.participants.groups.forms.time import ChangeTimeForm, NewTimeForm
from samspel.participants.groups.group import Group
from samspel.participants.groups.group_page import sessions_of
from samspel.participants.groups.schedule import GroupTime
from samspel.participants.groups.views.access import own_group_for, told
from samspel.participants.groups.views.groups import about
from samspel.participants.views.access import casework_teams, user_of


def new(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Add a time to a group; its sessions are laid out."""
    group, day = own_group_for(request, group_id), today(request)
    first = max(day, group.starts_on)
    data = request.POST if request.method == "POST" else None
    form = NewTimeForm(data, initial={"first_on": first})
    if form.is_valid():
        by = actor_of(request)
        made = form.carry_out(timing.add_time, group=group, timing=form.timing(), today=day, by=by)
        if made is not None:
            words = ngettext(
                "The time is added, and %(n)s session is laid out.",
                "The time is added, and %(n)s sessions are laid out.",
                made,
            )
            told(request, words % {"n": made}, _clashes(request, group))
            return redirect("group", group.pk)
    context = {"form": form, "heading": _("Add a time"), "button": _("Add the time")}
    return render(request, "groups/form.html", context | about(group))


def change(request: HttpRequest, time_id: UUID) -> HttpResponse:
    """Change a time, or end it by its last day; sessions ahead are laid out anew."""
    found = get_object_or_404(GroupTime.objects.select_related("group"), pk=time_id)
    group, day = own_group_for(request, found.group_id), today(request)
    form = ChangeTimeForm(request.POST if request.method == "POST" else None, group_time=found)
    if form.is_valid():
        by = actor_of(request)
        stay = form.carry_out(
            timing.change_time, group_time=found, timing=form.timing(), today=day, by=by
        )
        if stay is not None:
            told(request, _stayed(stay), _clashes(request, group))
            return redirect("group", group.pk)
    note = _(
        "The sessions ahead are laid out anew. Those that were cancelled, or of which something is "
        "recorded, stay as they are."
    )
    context = {
        "form": form,
        "heading": _("Change a time of the group"),
        "button": _("Save"),
        "note": note,
    }
    return render(request, "groups/form.html", context | about(group))


def _stayed(number: int) -> str:
    if not number:
        return _("The time is saved.")
    words = ngettext(
        "The time is saved. %(n)s session stays as it was.",
        "The time is saved. %(n)s sessions stay as they were.",
        number,
    )
    return words % {"n": number}


def _clashes(request: HttpRequest, group: Group) -> list[str]:
    teams = casework_teams(request)
    coming = list(sessions_of(group, teams).filter(on__gte=today(request)))
    return clashes(coming, user=user_of(request), teams=teams)
