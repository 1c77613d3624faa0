"""The page of one follow-up, and what staff do with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.log import LogEntry
from samspel.accounts.log_words import act_title
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.follow_ups import booking, holding, linking
from samspel.participants.follow_ups.due import known_of, waited_for
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.follow_ups.forms import (
    BookForm,
    HoldForm,
    LeaveOutForm,
    SendForm,
    VersionForm,
)
from samspel.participants.follow_ups.part import Line
from samspel.participants.follow_ups.state import state_of
from samspel.participants.follow_ups.views.access import follow_up_for, to_follow_up
from samspel.participants.views.access import not_now
from samspel.participants.when import Step, may
from samspel.records.forms import RecordForm

_HISTORY = 30


@require_safe
def follow_up(request: HttpRequest, episode_id: UUID, due_on: str) -> HttpResponse:
    """Where the follow-up stands, what can be done with it, and what was done."""
    episode, row = follow_up_for(request, episode_id, due_on)
    day = today(request)
    known = known_of([episode.pk]).get(episode.pk, [])
    waited = waited_for(episode, known, day)
    return _page(
        request,
        "follow_ups/follow_up.html",
        episode,
        row,
        {
            "line": Line(row.due_on, row, state_of(row.due_on, row, waited, day)),
            "is_past": row.booked_on is not None and row.booked_on < day,
            "may_act": may(Step.FOLLOW_UP, episode.stage(day)),
            "is_waited_for": row.due_on == waited,
            "waited_for": waited,
            "sending": uuid4(),
            "sent": linking.last_sent(episode, now(request)),
            "history": _history(row),
        },
    )


def _page(
    request: HttpRequest, template: str, episode: Episode, row: FollowUp, more: dict[str, Any]
) -> HttpResponse:
    context = {"episode": episode, "person": episode.participant, "follow_up": row}
    return render(request, template, context | more)


def _history(row: FollowUp) -> list[dict[str, Any]]:
    """What was done with the follow-up, from the access log, the latest first."""
    entries = LogEntry.objects.filter(subject=f"follow_up:{row.pk}").select_related("actor")
    return [
        {
            "at": timezone.localtime(each.at),
            "what": act_title(each.act),
            "who": each.actor.name if each.actor is not None else _("The caseworker"),
        }
        for each in entries[:_HISTORY]
    ]


def follow_up_book(request: HttpRequest, episode_id: UUID, due_on: str) -> HttpResponse:
    """Book the meeting, or move it."""
    episode, row = follow_up_for(request, episode_id, due_on)
    if refused := not_now(request, episode, Step.FOLLOW_UP):
        return refused
    form = BookForm(_posted(request), follow_up=row)
    if form.is_valid() and form.carry_out(
        booking.book,
        episode=episode,
        follow_up=row,
        meeting=form.meeting(),
        now=now(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The follow-up is booked."))
        return to_follow_up(episode, row)
    title = _("Book the follow-up") if row.booked_for is None else _("Move the follow-up")
    return _act_page(request, form, episode, row, title)


def follow_up_hold(request: HttpRequest, episode_id: UUID, due_on: str) -> HttpResponse:
    """Write down that it was held, with whom, and what came out of it."""
    episode, row = follow_up_for(request, episode_id, due_on)
    if refused := not_now(request, episode, Step.FOLLOW_UP):
        return refused
    form = HoldForm(_posted(request), follow_up=row, episode=episode, today=today(request))
    if form.is_valid() and form.carry_out(
        holding.hold,
        episode=episode,
        follow_up=row,
        held=form.held(),
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The follow-up is written down."))
        return to_follow_up(episode, row)
    return _act_page(request, form, episode, row, _("Write the follow-up down"))


def follow_up_leave_out(request: HttpRequest, episode_id: UUID, due_on: str) -> HttpResponse:
    """Leave it out, with a reason."""
    episode, row = follow_up_for(request, episode_id, due_on)
    if refused := not_now(request, episode, Step.FOLLOW_UP):
        return refused
    form = LeaveOutForm(_posted(request), follow_up=row)
    if form.is_valid() and form.carry_out(
        holding.leave_out,
        episode=episode,
        follow_up=row,
        reason=form.cleaned_data["reason"],
        today=today(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The follow-up is left out."))
        return to_follow_up(episode, row)
    return _act_page(request, form, episode, row, _("Leave the follow-up out"))


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _act_page(
    request: HttpRequest, form: RecordForm, episode: Episode, row: FollowUp, title: str
) -> HttpResponse:
    return _page(request, "follow_ups/act.html", episode, row, {"form": form, "heading": title})


@require_POST
def follow_up_cancel(request: HttpRequest, episode_id: UUID, due_on: str) -> HttpResponse:
    """Take a booking back."""
    episode, row = follow_up_for(request, episode_id, due_on)
    return _pressed(
        request,
        episode,
        row,
        lambda form: form.carry_out(
            booking.cancel, episode=episode, follow_up=row, now=now(request), by=actor_of(request)
        ),
        _("The booking is taken back."),
    )


@require_POST
def follow_up_take_back(request: HttpRequest, episode_id: UUID, due_on: str) -> HttpResponse:
    """Let it wait again, where it was held or left out by mistake."""
    episode, row = follow_up_for(request, episode_id, due_on)
    return _pressed(
        request,
        episode,
        row,
        lambda form: form.carry_out(
            holding.take_back,
            episode=episode,
            follow_up=row,
            today=today(request),
            by=actor_of(request),
        ),
        _("The follow-up is waited for again."),
    )


def _pressed(
    request: HttpRequest,
    episode: Episode,
    row: FollowUp,
    act: Callable[[VersionForm], Any],
    done: str,
) -> HttpResponse:
    """A button's act; why it was refused is said on the page that one comes back to."""
    form = VersionForm(request.POST)
    form.record = row
    if form.is_valid() and act(form):
        messages.success(request, done)
    for sentence in form.non_field_errors():
        messages.error(request, str(sentence))
    return to_follow_up(episode, row)


@require_POST
def follow_up_link(request: HttpRequest, episode_id: UUID, due_on: str) -> HttpResponse:
    """Send the caseworker a link to book with; or show one, to be told in another way."""
    episode, row = follow_up_for(request, episode_id, due_on)
    form, moment, by = SendForm(request.POST), now(request), actor_of(request)
    try:
        if "show" in request.POST:
            path = linking.show_link(episode=episode, now=moment, by=by)
            shown = {"url": f"{settings.SAMSPEL_ADDRESS}{path}"}
            return _page(request, "follow_ups/link.html", episode, row, shown)
        if form.is_valid():
            sending = form.cleaned_data["sending"]
            linking.send_link(episode=episode, sending=sending, now=moment, by=by)
            messages.success(request, _("The link is on its way to the caseworker."))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return to_follow_up(episode, row)
