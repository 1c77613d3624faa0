"""One session: adding it, a single activity, moving, cancelling, and what was done."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.organisation.team import Team
from samspel.pages.today import today
from samspel.participants.groups import holding
from samspel.participants.groups.clashes import clashes
from samspel.participants.groups.forms.session import (
    CancelForm,
    ChangeSessionForm,
    NewSessionForm,
    NoteForm,
)
from samspel.participants.groups.kind import GroupKind
from samspel.participants.groups.session import Session
from samspel.participants.groups.views.access import (
    choose_team,
    group_for,
    refusal_of,
    session_for,
    told,
)
from samspel.participants.groups.views.groups import about
from samspel.participants.groups.week import code_of
from samspel.participants.views.access import casework_teams, chosen_team, open_teams, user_of
from samspel.participants.visits.calendar import monday_of
from samspel.records.days_off import day_off
from samspel.records.versions import ChangedMeanwhileError


def new(request: HttpRequest, group_id: UUID) -> HttpResponse:
    """One more session of a group."""
    group, day = group_for(request, group_id), today(request)
    data = request.POST if request.method == "POST" else None
    form = NewSessionForm(data, teams=group.teams(), initial={"on": day})
    if form.is_valid():
        by, occasion = actor_of(request), form.occasion()
        made = form.carry_out(holding.add_session, group=group, occasion=occasion, today=day, by=by)
        if made is not None:
            return _done(request, made, _("The session is added."))
    context = {"form": form, "heading": _("Add a session"), "button": _("Add the session")}
    return render(request, "groups/form.html", context | about(group))


def activity_new(request: HttpRequest) -> HttpResponse:
    """A single activity without a group: a study visit outside, an outing."""
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return choose_team(request, teams, _("Add a single activity"))
    if not GroupKind.objects.filter(team=team, is_used=True).exists():
        messages.info(request, _("First choose what kinds of groups the team has."))
        return redirect("group_kinds")
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = NewSessionForm(data, teams=[team], team=team, initial={"on": day})
    if form.is_valid():
        by, occasion = actor_of(request), form.occasion()
        made = form.carry_out(holding.add_activity, team=team, occasion=occasion, today=day, by=by)
        if made is not None:
            return _done(request, made, _("The activity is added."))
    context = {
        "form": form,
        "heading": _("Add a single activity"),
        "button": _("Add the activity"),
        "lead": team.name,
        "way": [(reverse("sessions_week"), _("The week"))],
        "back_url": reverse("sessions_week"),
    }
    return render(request, "groups/form.html", context)


def change(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Move a session to another day, time or place, or let somebody else lead it."""
    session, day = session_for(request, session_id), today(request)
    data = request.POST if request.method == "POST" else None
    form = ChangeSessionForm(data, session=session, teams=teams_of(session))
    if form.is_valid():
        by, occasion = actor_of(request), form.occasion()
        row = form.carry_out(
            holding.change_session, session=session, occasion=occasion, today=day, by=by
        )
        if row is not None:
            return _done(request, row, _("The session is saved."))
    context = {
        "form": form,
        "heading": _("Change the session"),
        "button": _("Save"),
        "session": session,
    }
    return render(request, "groups/session.html", context | around(session))


def cancel(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The session is not held."""
    session, day = session_for(request, session_id), today(request)
    form = CancelForm(request.POST if request.method == "POST" else None, session=session)
    if form.is_valid():
        by, because = actor_of(request), form.cleaned_data["because"]
        if form.carry_out(
            holding.cancel_session, session=session, because=because, today=day, by=by
        ):
            messages.success(request, _("The session is cancelled."))
            return back(session)
    context = {"form": form, "heading": _("Cancel the session"), "button": _("Cancel the session")}
    return render(request, "groups/form.html", context | around(session))


@require_POST
def restore(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The session is held after all."""
    session = session_for(request, session_id)
    version = request.POST.get("version", "")
    try:
        row = holding.restore_session(
            session=session,
            version=int(version) if version.isdecimal() and version.isascii() else 0,
            today=today(request),
            by=actor_of(request),
        )
    except (ValidationError, ChangedMeanwhileError) as refused:
        messages.error(request, refusal_of(refused))
        return back(session)
    return _done(request, row, _("The session is put back."))


def note(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """What was done."""
    session = session_for(request, session_id)
    form = NoteForm(request.POST if request.method == "POST" else None, session=session)
    if form.is_valid():
        by, text = actor_of(request), form.cleaned_data["note"]
        if form.carry_out(holding.write_note, session=session, note=text, by=by):
            messages.success(request, _("What was done is saved."))
            return back(session)
    context: dict[str, Any] = {
        "form": form,
        "heading": _("What was done"),
        "button": _("Save"),
    }
    if session.group is not None and len(session.group.teams()) > 1:
        context["note"] = _("The group's other teams read this: name no participants.")
    return render(request, "groups/form.html", context | around(session))


def teams_of(session: Session) -> list[Team]:
    """The teams whose staff may lead the session."""
    return session.group.teams() if session.group is not None else [session.team]


def back(session: Session) -> HttpResponseRedirect:
    """To the session's group; of a single activity to its week."""
    return redirect(back_url(session))


def back_url(session: Session) -> str:
    """Where the session stands among others."""
    if session.group_id is not None:
        return reverse("group", args=[session.group_id])
    query = urlencode({"week": code_of(monday_of(session.on))})
    return f"{reverse('sessions_week')}?{query}"


def around(session: Session) -> dict[str, Any]:
    """What the pages around one session say of it, and the way back."""
    url = back_url(session)
    told_by = f"{session.name}, {session.on.isoformat()} {session.clock}"
    title = session.group.name if session.group is not None else _("The week")
    way = [(reverse("groups"), _("Groups"))] if session.group is not None else []
    return {"lead": told_by, "way": [*way, (url, title)], "back_url": url}


def _done(request: HttpRequest, session: Session, done: str) -> HttpResponseRedirect:
    teams = casework_teams(request)
    warnings = clashes([session], user=user_of(request), teams=teams)
    if holiday := day_off(session.on):
        warnings.insert(0, _("That day is a public holiday: %(name)s.") % {"name": holiday})
    told(request, done, warnings)
    return back(session)
