"""The participant's print of the plan: a page to print, and the same as a PDF."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samspel.accounts.actor import actor_of
from samspel.documents.render.pdf import pdf
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.coming import coming_meetings
from samspel.participants.plans.drawing import drawn
from samspel.participants.plans.locked import tell
from samspel.participants.plans.take_home import TakeHome, take_home_of
from samspel.participants.plans.take_home_document import document_of
from samspel.participants.views.access import episode_for


@require_GET
def plan_print(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The plan in large letters, without anything of the product around it."""
    episode = episode_for(request, episode_id)
    told = _told(request, episode)
    context = {
        "episode": episode,
        "person": episode.participant,
        "told": told,
        "lines": [drawn(curve) for curve in told.curves],
    }
    return render(request, "plans/plan_print.html", context)


@require_GET
def plan_pdf(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The plan as a file; that it was taken along is told of in the log."""
    episode = episode_for(request, episode_id)
    day = today(request)
    made = pdf(document_of(episode, _told(request, episode)))
    with transaction.atomic():
        tell(act="plan_printed", episode=episode, fields=(), by=actor_of(request))
    headers = {"Content-Disposition": f'attachment; filename="plan-{day.isoformat()}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _told(request: HttpRequest, episode: Episode) -> TakeHome:
    meetings = coming_meetings(episode, now=now(request))
    return take_home_of(episode, today=today(request), meetings=meetings)
