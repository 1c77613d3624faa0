"""Pages of the agenda: its points, sending one in, and answering those that were sent."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.steering import keeping_agenda
from samspel.organisation.steering.agenda import AgendaPoint, SentPoint
from samspel.organisation.steering.agenda_forms import AnswerForm, PointForm
from samspel.organisation.steering.views.forms import form_page, posted, saved_and_back
from samspel.organisation.steering.views.meetings import back_to, meeting_or_404
from samspel.organisation.team import Team
from samspel.pages.today import now, today

_ANSWERS = ["GET", "HEAD", "POST"]
_STEPS = {"up": -1, "down": 1}


@require_http_methods(_ANSWERS)
def point_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Add a point to the agenda."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    meeting = meeting_or_404(team, pk)
    form = PointForm(posted(request), point=AgendaPoint(version=0))
    if form.is_valid() and form.make(
        keeping_agenda.add_point, meeting=meeting, by=actor_of(request), **form.values()
    ):
        return saved_and_back(request, back_to(meeting))
    return form_page(request, team, form, _("Add a point"), back=back_to(meeting))


def _point_or_404(team: Team, pk: int) -> AgendaPoint:
    found = AgendaPoint.objects.filter(meeting__team=team).select_related("meeting__team")
    return get_object_or_404(found, pk=pk)


@require_http_methods(_ANSWERS)
def point_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a point of the agenda."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    point = _point_or_404(team, pk)
    form = PointForm(posted(request), point=point)
    if form.is_valid() and form.carry_out(
        keeping_agenda.change_point, point=point, values=form.values(), by=actor_of(request)
    ):
        return saved_and_back(request, back_to(point.meeting))
    return form_page(request, team, form, _("Change the point"), back=back_to(point.meeting))


@require_POST
def point_move(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Move a point up or down, or take it off the agenda."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    point = _point_or_404(team, pk)
    asked, by = request.POST.get("step", ""), actor_of(request)
    if asked == "off":
        keeping_agenda.remove_point(point=point, by=by)
        messages.success(request, _("The point is taken off the agenda."))
    elif asked in _STEPS:
        keeping_agenda.move_point(point=point, steps=_STEPS[asked], by=by)
    return redirect(f"{back_to(point.meeting)}#agenda")


@require_http_methods(_ANSWERS)
def point_send(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Send in a point, until the day before the meeting."""
    team = team_or_404(request, slug, Act.SEND_POINTS)
    meeting = meeting_or_404(team, pk)
    form = PointForm(posted(request), point=SentPoint(version=0))
    values: dict[str, Any] = {"today": today(request), "now": now(request)}
    if form.is_valid() and form.make(
        keeping_agenda.send_point,
        meeting=meeting,
        sender=user_or_404(request),
        by=actor_of(request),
        **values,
        **form.values(),
    ):
        messages.success(request, _("The point is sent. Here you see what becomes of it."))
        return redirect(f"{back_to(meeting)}#sent")
    heading = _("Send in a point")
    return form_page(request, team, form, heading, back=back_to(meeting), about=str(meeting))


@require_http_methods(_ANSWERS)
def point_answer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say what becomes of a point that was sent in."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    found = SentPoint.objects.filter(team=team, meeting__isnull=False)
    sent = get_object_or_404(found.select_related("meeting__team", "sent_by"), pk=pk)
    meeting = meeting_or_404(team, sent.meeting_id or 0)
    form = AnswerForm(posted(request), sent=sent, meeting=meeting)
    if form.is_valid() and form.carry_out(
        keeping_agenda.answer_point, sent=sent, by=actor_of(request), **form.values()
    ):
        return saved_and_back(request, f"{back_to(meeting)}#sent")
    about = f"{sent.title} ({sent.sent_by.name})"
    heading = _("Answer the point")
    return form_page(
        request, team, form, heading, back=back_to(meeting), about=about, quoted=sent.text
    )
