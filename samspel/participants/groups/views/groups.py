"""The list of groups, one group's page, and what changes a group."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.groups import forming
from samspel.participants.groups.forms.group import ChangeGroupForm, EndForm, NewGroupForm
from samspel.participants.groups.group import Group
from samspel.participants.groups.group_list import (
    COLUMNS,
    TEAM,
    filters,
    group_rows,
    groups_found,
    with_next,
)
from samspel.participants.groups.group_page import group_page
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.views.access import (
    choose_team,
    group_for,
    may_share,
    own_group_for,
)
from samspel.participants.views.access import casework_teams, chosen_team, open_teams, user_of


@require_safe
def group_list(request: HttpRequest) -> HttpResponse:
    """The groups that the user's teams run or take part in."""
    teams, day, user = casework_teams(request), today(request), user_of(request)
    listing = Listing(
        request.GET,
        path=reverse("groups"),
        columns=(*COLUMNS, TEAM),
        filters=filters(teams),
        sort="next",
    )
    found = groups_found(teams=teams, chosen=listing.chosen, today=day)
    taken = listing.take(with_next(found, day), counted=found)
    context = {
        "listing": listing,
        "rows": group_rows(taken, user=user, teams=teams, today=day),
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "groups/list.html", "groups/list_part.html", context)


@require_safe
def group(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """One group: what it is, when it meets, who leads and who belongs to it."""
    found, day = group_for(request, group_id), today(request)
    teams, user = casework_teams(request), user_of(request)
    context = {
        "page": group_page(found, user=user, teams=teams, today=day),
        "group": found,
        "has_ended": found.has_ended(day),
        "may_change": found.team in teams,
        "may_share": may_share(request, found),
        "own_team_ids": [each.pk for each in teams],
    }
    return render(request, "groups/group.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """Start a group."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("Start a group"))
    if not GroupKind.objects.filter(team=team, is_used=True).exists():
        messages.info(request, _("First choose what kinds of groups the team has."))
        return redirect("group_kinds")
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = NewGroupForm(data, team=team, initial={"starts_on": day})
    if form.is_valid():
        by = actor_of(request)
        made = form.carry_out(forming.start_group, team=team, facts=form.facts(), today=day, by=by)
        if made is not None:
            messages.success(request, _("The group is started. Now enter when it meets."))
            return redirect("group", made.pk)
    context = {
        "form": form,
        "heading": _("Start a group"),
        "lead": team.name,
        "way": [(reverse("groups"), _("Groups"))],
        "back_url": reverse("groups"),
        "button": _("Start the group"),
    }
    return render(request, "groups/form.html", context)


def change(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Change what a group is."""
    found, day = own_group_for(request, group_id), today(request)
    form = ChangeGroupForm(request.POST if request.method == "POST" else None, group=found)
    if form.is_valid() and form.carry_out(
        forming.change_group, group=found, facts=form.facts(), today=day, by=actor_of(request)
    ):
        messages.success(request, _("The group is saved."))
        return redirect("group", found.pk)
    context = {"form": form, "heading": _("Change the group"), "button": _("Save")}
    return render(request, "groups/form.html", context | about(found))


def end(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Say which day is a group's last, or let it go on."""
    found, day = own_group_for(request, group_id), today(request)
    data = request.POST if request.method == "POST" else None
    form = EndForm(data, group=found, initial=day)
    if form.is_valid():
        ends_on, by = form.cleaned_data["ends_on"], actor_of(request)
        if form.carry_out(forming.end_group, group=found, ends_on=ends_on, today=day, by=by):
            done = _("The last day is saved.") if ends_on else _("The group goes on.")
            messages.success(request, done)
            return redirect("group", found.pk)
    note = _("Sessions after the last day are taken away, and those who are members leave with it.")
    context = {"form": form, "heading": _("End the group"), "button": _("Save"), "note": note}
    return render(request, "groups/form.html", context | about(found))


def about(found: Group) -> dict[str, Any]:
    """What the pages around one group say of it, and the way back to it."""
    url = reverse("group", args=[found.pk])
    return {
        "lead": found.name,
        "way": [(reverse("groups"), _("Groups")), (url, found.name)],
        "back_url": url,
    }
