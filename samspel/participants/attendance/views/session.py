"""The sheet of a session, and what can be done on it without scripts."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.organisation.team import Team
from samspel.pages.parts import page_or_part, wants_part
from samspel.pages.today import now, today
from samspel.participants.attendance.forms import (
    GuestForm,
    SessionTapForm,
    SettleForm,
    TakeBackForm,
    UnknownGuestsForm,
)
from samspel.participants.attendance.guests import count_unknown
from samspel.participants.attendance.recording import (
    record_all_present,
    refused_because,
    settle,
    take_tap,
)
from samspel.participants.attendance.session_people import guests_found, people_of
from samspel.participants.attendance.session_sheet import BUTTONS, Person, persons, sheet_of
from samspel.participants.attendance.taking_back import take_back
from samspel.participants.attendance.tap import CameOf, Tap
from samspel.participants.attendance.views.access import session_for
from samspel.participants.attendance.words import conflict_told
from samspel.participants.episode import Episode
from samspel.participants.groups.session import Session
from samspel.participants.views.access import user_of


@require_safe
def session_sheet(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Who came to a session: the own people with four buttons each, the others as numbers."""
    session, teams = session_for(request, session_id)
    return render(request, "attendance/session.html", _page(request, session, teams))


def _page(request: HttpRequest, session: Session, teams: list[Team]) -> dict[str, Any]:
    sheet = sheet_of(session, user_of(request), teams, today(request))
    return {
        "sheet": sheet,
        "session": session,
        "closed_because": refused_because(session, None, today(request)),
        "buttons": BUTTONS,
        "new_id": uuid4,
        "guest_form": GuestForm(),
        "found": None,
        "guests": [
            (team, UnknownGuestsForm(number=number))
            for team, number in ((each, sheet.unknown[each.pk]) for each in teams)
        ],
    }


@require_POST
def session_attend(request: HttpRequest, session_id: UUID, episode_id: UUID) -> HttpResponse:
    """A tap without scripts: one of the four presences of one person."""
    session, teams = session_for(request, session_id)
    seen = Episode.objects.visible_to(user_of(request)).filter(team__in=teams)
    episode = get_object_or_404(seen.select_related("team"), pk=episode_id)
    form = SessionTapForm(request.POST)
    if not form.is_valid():
        raise Http404
    day, moment, by = today(request), now(request), actor_of(request)
    told = form.tapped()
    try:
        tap = take_tap(session=session, episode=episode, tapped=told, today=day, now=moment, by=by)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("session_sheet", session.pk)
    if tap.came_of == CameOf.REFUSED:
        messages.error(request, refused_because(session, episode, day))
    if tap.came_of == CameOf.CONFLICT:
        messages.error(request, conflict_told())
    return redirect("session_sheet", session.pk)


@require_POST
def session_all_present(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Everybody of whom nothing is recorded yet was present."""
    session, teams = session_for(request, session_id)
    episodes = people_of(session, user_of(request), teams)
    day, by = today(request), actor_of(request)
    try:
        record_all_present(session=session, episodes=episodes, today=day, now=now(request), by=by)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("session_sheet", session.pk)


@require_POST
def session_guests(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Search for a guest among the own team's; by POST, since a name is no part of an address."""
    session, teams = session_for(request, session_id)
    form, page = GuestForm(request.POST), _page(request, session, teams)
    page["guest_form"] = form
    if form.is_valid():
        text = form.cleaned_data["name"]
        found = guests_found(session, user_of(request), teams, text)
        page["found"] = persons(session, found, today(request))
    return page_or_part(request, "attendance/session.html", "attendance/guest_search.html", page)


@require_POST
def session_take_back(request: HttpRequest, session_id: UUID, episode_id: UUID) -> HttpResponse:
    """Nothing is recorded any longer: a member has no answer, a guest is off the sheet."""
    session, teams = session_for(request, session_id)
    seen = Episode.objects.visible_to(user_of(request)).filter(team__in=teams)
    episode = get_object_or_404(seen.select_related("team"), pk=episode_id)
    form = TakeBackForm(request.POST)
    if not form.is_valid():
        raise Http404
    told, day, by = form.cleaned_data["seen"], today(request), actor_of(request)
    try:
        take_back(session=session, episode=episode, seen=told, today=day, by=by)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("session_sheet", session.pk)


@require_POST
def session_unknown(request: HttpRequest, session_id: UUID, team_id: int) -> HttpResponse:
    """How many came with one of the own teams whom nobody registers."""
    session, teams = session_for(request, session_id)
    team = next((each for each in teams if each.pk == team_id), None)
    form = UnknownGuestsForm(request.POST)
    if team is None:
        raise Http404
    if not form.is_valid():
        messages.error(request, _first_error(form))
        return redirect("session_sheet", session.pk)
    given, by = form.cleaned_data, actor_of(request)
    try:
        count_unknown(
            session=session,
            team=team,
            number=given["number"],
            seen=given["seen"],
            today=today(request),
            by=by,
        )
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("session_sheet", session.pk)


def _first_error(form: UnknownGuestsForm) -> str:
    return str(next(iter(form.errors.values()))[0])


@require_POST
def session_settle(request: HttpRequest, session_id: UUID, tap_id: UUID) -> HttpResponse:
    """Choose between a tap and what somebody else recorded."""
    session, _teams = session_for(request, session_id)
    seen = Episode.objects.visible_to(user_of(request))
    taps = Tap.objects.filter(session=session, episode__in=seen.values("pk"))
    tap = get_object_or_404(taps.select_related("episode__participant"), pk=tap_id)
    form = SettleForm(request.POST)
    if not form.is_valid():
        raise Http404
    given, by, refusal = form.cleaned_data, actor_of(request), ""
    mine = given["choice"] == "mine"
    try:
        settle(tap=tap, takes_tap=mine, seen=given["seen"], now=now(request), by=by)
    except ValidationError as refused:
        refusal = refused.messages[0]
    if wants_part(request):
        person = persons(session, [tap.episode], today(request))[0]
        row = row_context(session, person, refusal)
        return render(request, "attendance/person_row.html", row)
    if refusal:
        messages.error(request, refusal)
    return redirect("session_sheet", session.pk)


def row_context(session: Session, person: Person, refusal: str = "") -> dict[str, Any]:
    """What the template of a row is given of one person, as on the page."""
    return {
        "person": person,
        "session": session,
        "buttons": BUTTONS,
        "new_id": uuid4,
        "refusal": refusal,
        "closed_because": "",
    }
