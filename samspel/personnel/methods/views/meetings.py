"""Team meetings: the list, one meeting with who came, moving, cancelling, minutes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import may, team_or_404
from samspel.organisation.association import Agency
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.personnel.methods import keeping_meetings
from samspel.personnel.methods.forms.meeting import (
    CancelForm,
    ChangeMeetingForm,
    MeetingForm,
    MinutesForm,
)
from samspel.personnel.methods.lines import meeting_lines, with_agencies
from samspel.personnel.methods.lists import MEETING_COLUMNS, meeting_filters, meetings_found
from samspel.personnel.methods.team_meeting import TeamMeeting
from samspel.personnel.methods.views.forms import done, form_page, posted, seen_version
from samspel.records.versions import ChangedMeanwhileError

_ANSWERS = ["GET", "HEAD", "POST"]
_CAME = {"yes": True, "no": False, "": None}


@require_safe
def team_meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """Every meeting that has been or is to come."""
    team, day = team_or_404(request, slug, Act.SEE_ORGANISATION), today(request)
    listing = Listing(
        request.GET,
        path=reverse("team_meetings", args=[team.slug]),
        columns=MEETING_COLUMNS,
        filters=meeting_filters(team),
        sort="-on",
    )
    found = meetings_found(team, listing.chosen, day)
    taken = listing.take(with_agencies(found), counted=found)
    may_keep = may(request, team, Act.KEEP_METHODS)
    context = {
        "team": team,
        "listing": listing,
        "rows": meeting_lines(taken, day, may_keep=may_keep),
        "may_keep": may_keep,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "methods/meetings.html", "methods/meetings_part.html", context)


@require_safe
def team_meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One meeting: which agencies came; minutes and cases for those who work in the team."""
    team = team_or_404(request, slug, Act.SEE_ORGANISATION)
    context = _meeting_context(request, team, pk)
    return render(request, "methods/meeting.html", context)


def _meeting_context(
    request: HttpRequest, team: Team, pk: int, refusal: str = ""
) -> dict[str, Any]:
    day, found = today(request), TeamMeeting.objects.filter(team=team)
    meeting = get_object_or_404(with_agencies(found).select_related("series"), pk=pk)
    return {
        "team": team,
        "meeting": meeting,
        "expected": list(meeting.expected.all()),
        "may_keep": may(request, team, Act.KEEP_METHODS),
        "may_tell": meeting.on <= day and not meeting.is_cancelled,
        "is_removable": meeting.is_removable(day),
        "has_cases": may(request, team, Act.CASEWORK),
        "refusal": refusal,
    }


@require_http_methods(_ANSWERS)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """A single meeting."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    form = MeetingForm(posted(request), team=team)
    if form.is_valid():
        made = form.carry_out(
            keeping_meetings.add_meeting,
            team=team,
            occasion=form.occasion(),
            today=today(request),
            by=actor_of(request),
        )
        if made is not None:
            return done(request, _("The meeting is added."), "team_meeting", team.slug, made.pk)
    back = reverse("team_meetings", args=[team.slug])
    return form_page(request, team, form, _("Add a meeting"), back=back)


@require_http_methods(_ANSWERS)
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Move a meeting, or say who is expected."""
    team, meeting = _kept(request, slug, pk)
    form = ChangeMeetingForm(posted(request), meeting=meeting)
    if form.is_valid() and form.carry_out(
        keeping_meetings.change_meeting,
        meeting=meeting,
        occasion=form.occasion(),
        today=today(request),
        by=actor_of(request),
    ):
        return done(request, _("The meeting is saved."), "team_meeting", team.slug, meeting.pk)
    return _form(request, team, meeting, form, _("Change the meeting"))


@require_http_methods(_ANSWERS)
def cancel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Say why a meeting is not held."""
    team, meeting = _kept(request, slug, pk)
    form = CancelForm(posted(request), meeting=meeting)
    if form.is_valid() and form.carry_out(
        keeping_meetings.cancel_meeting,
        meeting=meeting,
        because=form.cleaned_data["because"],
        by=actor_of(request),
    ):
        return done(request, _("The meeting is cancelled."), "team_meeting", team.slug, meeting.pk)
    more = {"button": _("Cancel the meeting")}
    return _form(request, team, meeting, form, _("Cancel the meeting"), **more)


@require_http_methods(_ANSWERS)
def minutes(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write what was said."""
    team, meeting = _kept(request, slug, pk)
    form = MinutesForm(posted(request), meeting=meeting)
    if form.is_valid() and form.carry_out(
        keeping_meetings.write_minutes,
        meeting=meeting,
        minutes=form.cleaned_data["minutes"],
        by=actor_of(request),
    ):
        return done(request, _("The minutes are saved."), "team_meeting", team.slug, meeting.pk)
    return _form(request, team, meeting, form, _("Write the minutes"))


@require_POST
def agency(request: HttpRequest, slug: str, pk: int, agency_pk: int) -> HttpResponse:
    """One tap: an agency came, did not come, or that was a mistake."""
    team, meeting = _kept(request, slug, pk)
    expected = get_object_or_404(Agency, pk=agency_pk, pk__in=meeting.expected.values("agency"))
    refusal = ""
    try:
        keeping_meetings.record_agency(
            meeting=meeting,
            agency=expected,
            came=_CAME.get(request.POST.get("came", "")),
            today=today(request),
            by=actor_of(request),
        )
    except ValidationError as error:
        refusal = error.messages[0]
    if request.headers.get("HX-Request") == "true":
        context = _meeting_context(request, team, pk, refusal)
        return render(request, "methods/came_part.html", context)
    if refusal:
        messages.error(request, refusal)
    return redirect("team_meeting", team.slug, meeting.pk)


@require_POST
def restore(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The meeting is held after all."""
    team, meeting = _kept(request, slug, pk)
    by = actor_of(request)
    try:
        keeping_meetings.restore_meeting(meeting=meeting, version=seen_version(request), by=by)
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed the meeting. Look before you go on."))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    return redirect("team_meeting", team.slug, meeting.pk)


@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove a meeting that was entered by mistake."""
    team, meeting = _kept(request, slug, pk)
    day, by = today(request), actor_of(request)
    version = seen_version(request)
    try:
        keeping_meetings.remove_meeting(meeting=meeting, version=version, today=day, by=by)
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else changed the meeting. Look before you go on."))
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        return done(request, _("The meeting is removed."), "team_meetings", team.slug)
    return redirect("team_meeting", team.slug, meeting.pk)


def _kept(request: HttpRequest, slug: str, pk: int) -> tuple[Team, TeamMeeting]:
    """The meeting, for somebody who may change it."""
    team = team_or_404(request, slug, Act.KEEP_METHODS)
    found = TeamMeeting.objects.filter(team=team).select_related("kind", "team")
    return team, get_object_or_404(found, pk=pk)


def _form(
    request: HttpRequest, team: Team, meeting: TeamMeeting, form: Any, heading: str, **more: Any
) -> HttpResponse:
    back = reverse("team_meeting", args=[team.slug, meeting.pk])
    return form_page(request, team, form, heading, back=back, meeting=meeting, **more)
