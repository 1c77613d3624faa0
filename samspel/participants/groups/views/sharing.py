"""Sharing a group with other teams of the association: for who leads the team that runs it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.groups import sharing
from samspel.participants.groups.forms.people import ShareForm
from samspel.participants.groups.group import Sharing
from samspel.participants.groups.views.access import shared_group_for
from samspel.participants.groups.views.groups import about


def share(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Let another team take part; those that do, each with a button that ends it."""
    group, day = shared_group_for(request, group_id), today(request)
    form = ShareForm(request.POST if request.method == "POST" else None, group=group)
    if form.is_valid():
        team, by = form.cleaned_data["team"], actor_of(request)
        if form.carry_out(sharing.share, group=group, team=team, today=day, by=by):
            messages.success(request, _("%(team)s takes part from today.") % {"team": team.name})
            return redirect("group", group.pk)
    current = Sharing.objects.current().filter(group=group).select_related("team")
    context = {"form": form, "group": group, "sharings": current}
    return render(request, "groups/share.html", context | about(group))


@require_POST
def unshare(request: HttpRequest, sharing_id: int) -> HttpResponse:
    """A team takes part no more."""
    found = get_object_or_404(Sharing.objects.select_related("team"), pk=sharing_id)
    group = shared_group_for(request, found.group_id)
    sharing.stop_sharing(sharing=found, today=today(request), by=actor_of(request))
    done = _("%(team)s takes part no more.") % {"team": found.team.name}
    messages.success(request, done)
    return redirect("group_share", group.pk)
