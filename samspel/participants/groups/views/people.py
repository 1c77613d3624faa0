"""Who belongs to a group and who leads it: taking in, leaving, naming."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.participants.episode import Episode
from samspel.participants.groups import joining, leading
from samspel.participants.groups.candidates import enrolled, groups_to_join, not_yet_in
from samspel.participants.groups.clashes import Person, clashes
from samspel.participants.groups.forms.people import JoinForm, LeaderForm, LeaveForm, MembersForm
from samspel.participants.groups.group import Group, Leader
from samspel.participants.groups.group_page import sessions_of
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.part import groups_part
from samspel.participants.groups.places import places_of
from samspel.participants.groups.views.access import group_for, told
from samspel.participants.groups.views.groups import about
from samspel.participants.views.access import (
    back,
    casework_teams,
    episode_for,
    not_now,
    user_of,
)
from samspel.participants.when import Step


def members(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Take several of the own enrolled into a group at once."""
    group, day = group_for(request, group_id), today(request)
    everybody = enrolled(user_of(request), _own_teams(request, group), day)
    found = not_yet_in(group, everybody, day)
    is_sent = request.method == "POST"
    # Whoever was taken in while the form was open is taken in: that refuses nobody.
    form = MembersForm(
        request.POST if is_sent else None,
        episodes=everybody if is_sent else found,
        today=max(day, group.starts_on),
    )
    if form.is_valid():
        taken = _take_in(request, form, group, form.chosen())
        if taken is not None:
            words = ngettext("%(n)s person is taken in.", "%(n)s persons are taken in.", len(taken))
            only: set[Person] = {each.episode_id for each in taken}
            told(request, words % {"n": len(taken)}, _warnings(request, group, only))
            return redirect("group", group.pk)
    context: dict[str, Any] = {"form": form, "heading": _("Take in members")}
    context |= {"button": _("Take in"), "note": _places(group, request)}
    context |= {"nobody": _("Everybody who is enrolled belongs to the group already.")}
    return render(request, "groups/members.html", context | about(group) | {"found": found})


def _take_in(
    request: HttpRequest, form: MembersForm | JoinForm, group: Group, episodes: list[Episode]
) -> list[GroupMember] | None:
    taken: list[GroupMember] | None = form.carry_out(
        joining.take_in,
        group=group,
        episodes=episodes,
        from_on=form.cleaned_data["from_on"],
        today=today(request),
        by=actor_of(request),
    )
    return taken


def _places(group: Group, request: HttpRequest) -> str:
    places = places_of([group], today(request))[group.pk]
    if places.capacity is None:
        return ""
    numbers = {"taken": places.taken, "capacity": places.capacity}
    return _("%(taken)s of %(capacity)s places are taken.") % numbers


def _warnings(request: HttpRequest, group: Group, only: set[Person]) -> list[str]:
    """That there are more members than places, and who has something else at the same time."""
    teams, day = casework_teams(request), today(request)
    places = places_of([group], day)[group.pk]
    coming = list(sessions_of(group, teams).filter(on__gte=day))
    found = clashes(coming, user=user_of(request), teams=teams, only=only)
    if places.over:
        numbers = {"taken": places.taken, "capacity": places.capacity}
        text = _("The group has %(taken)s members and %(capacity)s places.")
        found.insert(0, text % numbers)
    return found


def leave(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """A member's last day in the group."""
    found = GroupMember.objects.select_related("episode__participant", "group")
    member = get_object_or_404(found, pk=member_id)
    episode = episode_for(request, member.episode_id)
    group, day = group_for(request, member.group_id), today(request)
    data = request.POST if request.method == "POST" else None
    form = LeaveForm(data, initial={"until_on": member.until_on or day})
    if form.is_valid():
        until_on, by = form.cleaned_data["until_on"], actor_of(request)
        if form.carry_out(joining.leave, member=member, until_on=until_on, today=day, by=by):
            messages.success(request, _("The last day is saved."))
            return redirect("group", group.pk)
    context = {"form": form, "heading": _("Leave the group"), "button": _("Save the last day")}
    lead = {"lead": f"{episode.participant.listed_name}, {group.name}"}
    return render(request, "groups/form.html", context | about(group) | lead)


def case_groups(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The groups that a person is in, and taking the person into one more."""
    episode, day = episode_for(request, episode_id), today(request)
    if refused := not_now(request, episode, Step.ATTEND):
        return refused
    data = request.POST if request.method == "POST" else None
    offered = list(groups_to_join(episode, day))
    form = JoinForm(data, groups=offered, today=day)
    if form.is_valid():
        group = form.group()
        if _take_in(request, form, group, [episode]) is not None:
            for warning in _warnings(request, group, {episode.pk}):
                messages.warning(request, warning)
            return back(request, episode.participant_id, done=_("The person is in the group."))
    context = {
        "form": form,
        "episode": episode,
        "person": episode.participant,
        "groups": groups_part(episode, day),
        "nothing_to_join": not offered,
    }
    return render(request, "groups/case.html", context)


def leaders(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """Let somebody of the staff or a participant lead the group."""
    group, day = group_for(request, group_id), today(request)
    episodes = enrolled(user_of(request), _own_teams(request, group), day)
    data = request.POST if request.method == "POST" else None
    form = LeaderForm(data, teams=group.teams(), episodes=episodes)
    if form.is_valid():
        by, user, episode = actor_of(request), form.cleaned_data["user"], form.episode()
        if episode is not None:
            made = form.carry_out(leading.let_participant_lead, group=group, episode=episode, by=by)
        else:
            made = form.carry_out(leading.let_staff_lead, group=group, user=user, by=by)
        if made is not None:
            only: set[Person] = {user.pk} if user is not None else set()
            told(request, _("The leader is named."), _warnings(request, group, only))
            return redirect("group", group.pk)
    context = {"form": form, "heading": _("Name a leader"), "button": _("Name the leader")}
    return render(request, "groups/form.html", context | about(group))


@require_POST
def leader_remove(request: HttpRequest, leader_id: UUID) -> HttpResponse:
    """Somebody leads the group no more: for the team that runs it, and the participant's own."""
    found = Leader.objects.select_related("group__team", "episode")
    leader = get_object_or_404(found, pk=leader_id)
    group, teams = group_for(request, leader.group_id), casework_teams(request)
    ids = {each.pk for each in teams}
    is_others = leader.episode is not None and leader.episode.team_id not in ids
    if is_others and group.team_id not in ids:
        raise Http404
    leading.stop_leading(leader=leader, by=actor_of(request))
    messages.success(request, _("The leader is taken away."))
    return redirect("group", group.pk)


def _own_teams(request: HttpRequest, group: Group) -> list[Team]:
    """Those of the user's teams that the group is of."""
    mine = casework_teams(request)
    return [each for each in group.teams() if each in mine]
