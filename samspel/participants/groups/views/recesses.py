"""Breaks: all sessions from a day to a day cancelled in one act, and groups that meet again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.groups.forms.recess import RecessForm
from samspel.participants.groups.group import Group
from samspel.participants.groups.recess import Recess
from samspel.participants.groups.recesses import Outcome, end_recess, enter_recess
from samspel.participants.views.access import casework_teams, open_teams


def recesses(request: HttpRequest) -> HttpResponse:
    """The breaks that go on or are to come, and entering one more."""
    teams, day = open_teams(request), today(request)
    running = Group.objects.filter(team__in=teams).running(day).select_related("team")
    form = RecessForm(
        request.POST if request.method == "POST" else None,
        teams=teams,
        groups=list(running.order_by("name", "pk")),
        initial={"scope": request.GET.get("group", "")},
    )
    if form.is_valid():
        team, pause, by = form.team(), form.pause(), actor_of(request)
        outcome = form.carry_out(enter_recess, team=team, pause=pause, today=day, by=by)
        if outcome is not None:
            _tell_entered(request, outcome)
            return redirect("group_recesses")
    current = Recess.objects.of_teams(casework_teams(request)).from_day(day)
    context = {
        "form": form,
        "recesses": current.select_related("team", "group"),
        "way": [(reverse("groups"), _("Groups"))],
    }
    return render(request, "groups/recesses.html", context)


@require_POST
def end(request: HttpRequest, recess_id: UUID) -> HttpResponse:
    """The groups meet again from today."""
    found = Recess.objects.of_teams(casework_teams(request)).select_related("team", "group")
    outcome = end_recess(
        recess=get_object_or_404(found, pk=recess_id), today=today(request), by=actor_of(request)
    )
    words = ngettext(
        "The break is taken away, and %(n)s session is held after all.",
        "The break is taken away, and %(n)s sessions are held after all.",
        outcome.changed,
    )
    messages.success(request, words % {"n": outcome.changed})
    if outcome.kept:
        words = ngettext(
            "%(n)s session stays cancelled: another break covers it, or the group meets then.",
            "%(n)s sessions stay cancelled: another break covers them, or the group meets then.",
            outcome.kept,
        )
        messages.warning(request, words % {"n": outcome.kept})
    return redirect("group_recesses")


def _tell_entered(request: HttpRequest, outcome: Outcome) -> None:
    words = ngettext(
        "The break is entered, and %(n)s session is cancelled.",
        "The break is entered, and %(n)s sessions are cancelled.",
        outcome.changed,
    )
    messages.success(request, words % {"n": outcome.changed})
    if outcome.kept:
        words = ngettext(
            "%(n)s session stays, because it is recorded that somebody came.",
            "%(n)s sessions stay, because it is recorded that somebody came.",
            outcome.kept,
        )
        messages.warning(request, words % {"n": outcome.kept})
