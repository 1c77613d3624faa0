"""Sharing a group with other teams of the association: for who leads the team that runs it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

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


def unshare(request: HttpRequest, sharing_id: int) -> HttpResponse:
    """A team takes part no more; asked first, since its members leave the group with it."""
    found = get_object_or_404(Sharing.objects.select_related("team"), pk=sharing_id)
    group = shared_group_for(request, found.group_id)
    name = {"team": found.team.name}
    if request.method == "POST":
        sharing.stop_sharing(sharing=found, today=today(request), by=actor_of(request))
        messages.success(request, _("%(team)s takes part no more.") % name)
        return redirect("group_share", group.pk)
    note = _(
        "The team then sees nothing of the group any longer: its members leave, and its staff and "
        "participants lead it no more. What was recorded of its participants stays with the team."
    )
    asked = {
        "heading": _("Stop sharing with %(team)s?") % name,
        "button": _("Stop sharing"),
        "note": note,
    }
    back = {"back_url": reverse("group_share", args=[group.pk])}
    return render(request, "groups/form.html", about(group) | asked | back)
