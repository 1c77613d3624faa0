"""Taps that a browser has kept: sent in order, as one request, perhaps long after."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.organisation.team import Team
from samspel.pages.today import now, today
from samspel.participants.attendance.forms import SentTapForm
from samspel.participants.attendance.recording import refused_because, take_tap
from samspel.participants.attendance.session_people import name_of, own_teams
from samspel.participants.attendance.session_sheet import BUTTONS, sheet_of
from samspel.participants.attendance.tap import CameOf, Tap
from samspel.participants.attendance.words import clock_told, conflict_told
from samspel.participants.episode import Episode
from samspel.participants.groups.session import Session
from samspel.participants.views.access import casework_teams, user_of

MOST = 100
"""Taps in one request; a browser with more sends the rest afterwards."""
KEPT = "kept"
FURTHEST = 10
"""Years; a phone that is further off has no clock to speak of."""


@require_POST
def taps(request: HttpRequest) -> HttpResponse:
    """Take taps in their order and say of each what came of it.

    The answer has the rows of the page that is open, as a reload would show them. A request that
    is no list of taps is 400, and one of somebody who is no longer signed in here 409: what one
    has tapped is never sent in another's name.
    """
    teams = casework_teams(request)
    try:
        sent = json.loads(request.body)
        given = [each for each in sent["taps"] if isinstance(each, dict)][:MOST]
    except (ValueError, KeyError, TypeError):
        return JsonResponse({}, status=400)
    if sent.get("user") not in (None, str(user_of(request).pk)):
        return JsonResponse({}, status=409)
    clock_off = _clock_off(sent.get("now"), now(request))
    answers = [_answer(request, teams, each, clock_off) for each in given]
    told: dict[str, Any] = {"answers": answers, "clock": clock_told(clock_off)}
    return JsonResponse(told | _shown(request, teams, sent.get("shown"), given))


def _answer(
    request: HttpRequest, teams: list[Team], given: Mapping[str, Any], clock_off: int | None
) -> dict[str, str]:
    """What came of one tap: ``kept`` is one that the browser sends again, the others it forgets.

    Of one that needs a look it is told why, and on whose row of which sheet.
    """
    told = {"id": str(given.get("id", ""))}
    form = SentTapForm(given)
    if not form.is_valid():
        return told | {"is": CameOf.REFUSED, "why": _("A tap could not be read.")}
    session = _session(teams, form.cleaned_data["session"])
    if session is None:
        why = _("The session is not one of your team's, or no longer.")
        return told | {"is": CameOf.REFUSED, "why": why}
    episode = _episode(request, session, teams, form.cleaned_data["episode"])
    if episode is None:
        return told | {"is": CameOf.REFUSED, "why": _("The person is not one of your team's.")}
    day, moment, by = today(request), now(request), actor_of(request)
    tapped = form.tapped(_phones(given.get("at"), moment), clock_off)
    try:
        tap = take_tap(
            session=session, episode=episode, tapped=tapped, today=day, now=moment, by=by
        )
    except ValidationError as refused:
        is_taken = getattr(refused, "code", None) == "id"
        return told | {"is": CameOf.REFUSED if is_taken else KEPT, "why": refused.messages[0]}
    if why := _why(tap, session, episode, day):
        about = f"{name_of(episode)}, {session.name} {session.on.isoformat()}"
        told |= {"why": why, "about": about, "sheet": reverse("session_sheet", args=[session.pk])}
    return told | {"is": tap.came_of}


def _why(tap: Tap, session: Session, episode: Episode, day: date) -> str:
    if tap.came_of == CameOf.REFUSED:
        return refused_because(session, episode, day)
    return conflict_told() if tap.came_of == CameOf.CONFLICT else ""


def _session(teams: list[Team], pk: UUID) -> Session | None:
    found = Session.objects.of_teams(teams).select_related("group__team", "team")
    return found.filter(pk=pk).first()


def _episode(request: HttpRequest, session: Session, teams: list[Team], pk: UUID) -> Episode | None:
    seen = Episode.objects.visible_to(user_of(request)).select_related("team", "participant")
    return seen.filter(pk=pk, team__in=own_teams(session, teams)).first()


def _shown(
    request: HttpRequest, teams: list[Team], shown: object, given: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """The rows and counts of the sheet that is open in the browser, of those just tapped."""
    pk = _id(shown)
    session = _session(teams, pk) if pk else None
    if session is None:
        return {}
    sheet = sheet_of(session, user_of(request), own_teams(session, teams), today(request))
    tapped = {str(each.get("episode")) for each in given}
    about = {"session": session, "buttons": BUTTONS, "new_id": uuid4, "closed_because": ""}
    rows = {
        str(person.episode_id): render_to_string(
            "attendance/person_row.html", about | {"person": person}, request
        )
        for person in sheet.people
        if str(person.episode_id) in tapped
    }
    counts = render_to_string("attendance/session_counts.html", {"sheet": sheet}, request)
    return {"rows": rows, "counts": counts}


def _id(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


def _clock_off(text: object, moment: datetime) -> int | None:
    """Seconds; None where the browser does not say, or the day is only a demo's."""
    phone = None if settings.SAMSPEL_DEMO else _phones(text, moment)
    return None if phone is None else round((phone - moment).total_seconds())


def _phones(text: object, moment: datetime) -> datetime | None:
    """A moment of the phone's clock, unless it makes no sense; a tap is taken all the same."""
    try:
        found = parse_datetime(str(text))
    except ValueError:
        return None
    if found is None or timezone.is_naive(found) or abs(found.year - moment.year) > FURTHEST:
        return None
    return found
