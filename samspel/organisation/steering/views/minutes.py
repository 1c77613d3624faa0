"""Pages of the minutes and of what was decided."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import may, team_or_404
from samspel.organisation.steering import keeping_decisions, keeping_minutes
from samspel.organisation.steering.decision import Decision, DecisionState
from samspel.organisation.steering.forms import AdjustForm, DecisionForm, MinutesForm
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.steering.minutes import Minutes
from samspel.organisation.steering.views.forms import (
    form_page,
    posted,
    saved_and_back,
    seen_version,
    tell_refusal,
)
from samspel.organisation.steering.views.meetings import back_to, meeting_or_404
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now, today
from samspel.records.versions import ChangedMeanwhileError

_ANSWERS = ["GET", "HEAD", "POST"]
_OVERDUE = "overdue"
_COLUMNS = (
    Column("text", lazy("Decision")),
    Column("decided", lazy("Decided"), ("meeting__on",)),
    Column("due", lazy("To be done by"), ("due_on",)),
    Column("who", lazy("Who sees to it"), ("responsible",), "d-none d-md-table-cell"),
    Column("state", lazy("State"), ("state",)),
)
_SIZE = 25


@require_http_methods(_ANSWERS)
def minutes_write(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Write the minutes, or a correction of those that are adjusted."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    meeting = meeting_or_404(team, pk)
    draft, last = keeping_minutes.draft_of(meeting), meeting.minutes.adjusted().last()
    form = MinutesForm(posted(request), draft=draft, last=last, agenda=_begun(meeting))
    if form.is_valid() and form.carry_out(
        keeping_minutes.write_minutes,
        meeting=meeting,
        today=today(request),
        now=now(request),
        by=actor_of(request),
        **{"corrects_because": "", **form.values()},
    ):
        return saved_and_back(request, f"{back_to(meeting)}#minutes")
    heading = _("Correct the minutes") if last else _("Write the minutes")
    remove = reverse("minutes_throw_away", args=[team.slug, meeting.pk]) if draft else ""
    return form_page(request, team, form, heading, back=back_to(meeting), remove=remove, row=draft)


def _begun(meeting: SteeringMeeting) -> str:
    """The agenda's points as headings to write under."""
    return "\n\n".join(f"{each.place}. {each.title}\n" for each in meeting.points.all())


@require_http_methods(_ANSWERS)
def minutes_adjust(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Lock the draft of the minutes: it was adjusted."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    meeting = meeting_or_404(team, pk)
    draft = get_object_or_404(Minutes, meeting=meeting, adjusted_on=None)
    form = AdjustForm(posted(request), draft=draft)
    if form.is_valid() and form.carry_out(
        keeping_minutes.adjust_minutes,
        meeting=meeting,
        today=today(request),
        by=actor_of(request),
        **form.values(),
    ):
        return saved_and_back(request, f"{back_to(meeting)}#minutes")
    heading = _("The minutes are adjusted")
    about = _("From then on they are locked. What turns out to be wrong is corrected beside them.")
    return form_page(request, team, form, heading, back=back_to(meeting), about=about)


@require_POST
def minutes_throw_away(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Remove the draft."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    meeting = meeting_or_404(team, pk)
    get_object_or_404(Minutes, meeting=meeting, adjusted_on=None)
    version, by = seen_version(request), actor_of(request)
    try:
        keeping_minutes.throw_away_draft(meeting=meeting, version=version, by=by)
    except ChangedMeanwhileError as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("The draft is thrown away."))
    return redirect(back_to(meeting))


@require_safe
def steering_decisions(request: HttpRequest, slug: str) -> HttpResponse:
    """What was decided and what has come of it; what is late first."""
    team, day = team_or_404(request, slug, Act.SEE_ORGANISATION), today(request)
    states = [
        (DecisionState.OPEN.value, DecisionState.OPEN.label),
        (_OVERDUE, _("overdue")),
        (DecisionState.DONE.value, DecisionState.DONE.label),
        (DecisionState.DROPPED.value, DecisionState.DROPPED.label),
    ]
    listing = Listing(
        request.GET,
        path=reverse("steering_decisions", args=[team.slug]),
        columns=_COLUMNS,
        filters=(Filter("state", _("State"), [("", _("All")), *states]),),
        sort="due",
        size=_SIZE,
    )
    found = Decision.objects.filter(team=team).select_related("meeting")
    chosen = listing.chosen["state"]
    if chosen:
        found = found.overdue(day) if chosen == _OVERDUE else found.filter(state=chosen)
    context: dict[str, Any] = {
        "team": team,
        "listing": listing,
        "rows": [(each, each.is_overdue(day)) for each in listing.take(found)],
        "is_narrowed": bool(chosen),
        "may_keep": may(request, team, Act.KEEP_STEERING),
    }
    return page_or_part(request, "steering/decisions.html", "steering/decisions_part.html", context)


@require_http_methods(_ANSWERS)
def decision_new(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Enter a decision of a meeting."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    meeting = meeting_or_404(team, pk)
    form = DecisionForm(posted(request), decision=Decision(meeting=meeting, version=0))
    if form.is_valid() and form.make(
        keeping_decisions.enter_decision,
        meeting=meeting,
        values=form.values(),
        today=today(request),
        by=actor_of(request),
    ):
        return saved_and_back(request, f"{back_to(meeting)}#decisions")
    heading = _("Enter a decision")
    return form_page(request, team, form, heading, back=back_to(meeting), about=str(meeting))


@require_http_methods(_ANSWERS)
def decision_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Change a decision, or say that it is done."""
    team = team_or_404(request, slug, Act.KEEP_STEERING)
    found = Decision.objects.filter(team=team).select_related("meeting__team")
    decision = get_object_or_404(found, pk=pk)
    form = DecisionForm(posted(request), decision=decision)
    back = f"{back_to(decision.meeting)}#decisions"
    if form.is_valid() and form.carry_out(
        keeping_decisions.change_decision,
        decision=decision,
        values=form.values(),
        today=today(request),
        by=actor_of(request),
    ):
        return saved_and_back(request, back)
    return form_page(request, team, form, _("Change the decision"), back=back)
