"""The meetings of the steering group: the list, one of them, planning, attendance, PDF."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.documents.render.formats import FORMATS
from samspel.documents.render.formats import render as rendered
from samspel.organisation.access import may, team_or_404
from samspel.organisation.steering import keeping_meetings
from samspel.organisation.steering.agenda import OPEN
from samspel.organisation.steering.attendance_form import AttendanceForm
from samspel.organisation.steering.forms import CancelForm, MeetingForm
from samspel.organisation.steering.keeping_agenda import can_send
from samspel.organisation.steering.meeting import MeetingState, SteeringMeeting
from samspel.organisation.steering.meeting_document import agenda_document, minutes_document
from samspel.organisation.steering.noting_attendance import note_attendance, seats_at
from samspel.organisation.steering.views.forms import form_page, posted, saved_and_back
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today

_ANSWERS = ["GET", "HEAD", "POST"]
_WIDE = "d-none d-md-table-cell"
_COLUMNS = (
    Column("on", lazy("Day"), ("on",)),
    Column("place", lazy("Place"), ("place",), _WIDE),
    Column("state", lazy("State"), ("state", "-on")),
    Column("minutes", lazy("Meeting minutes")),
)
_SIZE = 20


@require_safe
def steering_meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """Every meeting, the latest first."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    meetings = SteeringMeeting.objects.filter(team=team)
    years = sorted({on.year for on in meetings.values_list("on", flat=True)}, reverse=True)
    listing = Listing(
        request.GET,
        path=reverse("steering_meetings", args=[team.slug]),
        columns=_COLUMNS,
        filters=(
            Filter("state", _("State"), [("", _("All")), *MeetingState.choices]),
            Filter("year", _("Year"), [("", _("All")), *((str(y), str(y)) for y in years)]),
        ),
        sort="-on",
        size=_SIZE,
    )
    found = _chosen(meetings, listing.chosen).prefetch_related("minutes")
    context = {
        "team": team,
        "listing": listing,
        "rows": listing.take(found),
        "day": today(request),
        "is_narrowed": any(listing.chosen.values()),
        "may_keep": may(request, team, Act.KEEP_STEERING),
    }
    return page_or_part(request, "steering/meetings.html", "steering/meetings_part.html", context)


def _chosen(meetings: Any, chosen: dict[str, str]) -> Any:
    found = meetings.filter(state=chosen["state"]) if chosen["state"] else meetings
    return found.filter(on__year=int(chosen["year"])) if chosen["year"] else found


@require_safe
def steering_meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One meeting: agenda, points sent in, who came, minutes and decisions."""
    team, day = team_or_404(request, slug, Act.SEE_ORGANISATION), today(request)
    meeting = meeting_or_404(team, pk)
    may_keep = may(request, team, Act.KEEP_STEERING)
    minutes = list(meeting.minutes.order_by("number"))
    context = {
        "team": team,
        "meeting": meeting,
        "points": list(meeting.points.all()),
        "sent": list(meeting.sent_points.select_related("sent_by", "point")),
        "open_states": OPEN,
        "attendances": _attendances(meeting),
        "minutes": [each for each in minutes if not each.is_draft],
        "draft": next((each for each in minutes if each.is_draft), None) if may_keep else None,
        "decisions": [(each, each.is_overdue(day)) for each in meeting.decisions.all()],
        "can_send": can_send(meeting, day),
        "is_over": meeting.on <= day and not meeting.is_cancelled,
        "may_keep": may_keep,
    }
    return render(request, "steering/meeting.html", context)


def meeting_or_404(team: Team, pk: int) -> SteeringMeeting:
    """A meeting of the team; raises Http404."""
    found = SteeringMeeting.objects.filter(team=team).select_related("team__association")
    return get_object_or_404(found, pk=pk)


def _attendances(meeting: SteeringMeeting) -> list[Any]:
    found = meeting.attendances.select_related("seat__agency", "holder")
    return sorted(found, key=lambda row: (row.seat.place, row.seat.whose.casefold(), row.pk))


def back_to(meeting: SteeringMeeting) -> str:
    """The address of a meeting's page."""
    return reverse("steering_meeting", args=[meeting.team.slug, meeting.pk])


@require_http_methods(_ANSWERS)
def meeting_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Plan a meeting."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    form = MeetingForm(posted(request), meeting=SteeringMeeting(team=team, version=0))
    by, made = actor_of(request), None
    if form.is_valid():
        made = form.make(keeping_meetings.plan_meeting, team=team, values=form.values(), by=by)
    if made is not None:
        return saved_and_back(request, back_to(made))
    back = reverse("steering_meetings", args=[team.slug])
    return form_page(request, team, form, _("Plan a meeting"), back=back)


@require_http_methods(_ANSWERS)
def meeting_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Move or correct a meeting."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    meeting = meeting_or_404(team, pk)
    form = MeetingForm(posted(request), meeting=meeting)
    if form.is_valid() and form.carry_out(
        keeping_meetings.change_meeting,
        meeting=meeting,
        values=form.values(),
        today=today(request),
        by=actor_of(request),
    ):
        return saved_and_back(request, back_to(meeting))
    return form_page(request, team, form, _("Change the meeting"), back=back_to(meeting))


@require_http_methods(_ANSWERS)
def meeting_cancel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Call a meeting off."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    meeting = meeting_or_404(team, pk)
    form = CancelForm(posted(request), meeting=meeting)
    if form.is_valid() and form.carry_out(
        keeping_meetings.cancel_meeting,
        meeting=meeting,
        because=form.cleaned_data["cancelled_because"],
        by=actor_of(request),
    ):
        return saved_and_back(request, back_to(meeting))
    heading = _("Cancel the meeting")
    return form_page(request, team, form, heading, back=back_to(meeting), about=str(meeting))


@require_http_methods(_ANSWERS)
def attendance(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Note who came."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    meeting = meeting_or_404(team, pk)
    form = AttendanceForm(posted(request), meeting=meeting, seats=seats_at(meeting))
    if form.is_valid() and form.carry_out(
        note_attendance,
        meeting=meeting,
        noted=form.noted(),
        guests=form.cleaned_data["guests"],
        today=today(request),
        by=actor_of(request),
    ):
        return saved_and_back(request, back_to(meeting))
    heading = _("Who came")
    about = _when(meeting.on)
    return form_page(request, team, form, heading, back=back_to(meeting), about=about)


def _when(day: date) -> str:
    return _("The meeting on %(day)s") % {"day": day.isoformat()}


@require_safe
def meeting_pdf(request: HttpRequest, slug: str, pk: int, what: str) -> HttpResponse:
    """The agenda or the minutes as PDF; a draft of the minutes is for who writes them."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    meeting = meeting_or_404(team, pk)
    if what == "agenda":
        document = agenda_document(meeting)
    else:
        minutes = meeting.minutes.order_by("number")
        if not may(request, team, Act.KEEP_STEERING):
            minutes = minutes.adjusted()
        if not minutes:
            raise Http404
        document = minutes_document(meeting, minutes)
    name = f"{what}-{meeting.on.isoformat()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content_type = FORMATS["pdf"].content_type
    return HttpResponse(rendered(document, "pdf"), content_type=content_type, headers=headers)
