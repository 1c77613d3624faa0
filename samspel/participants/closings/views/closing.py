"""Closing somebody, and preparing for it."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import now, today
from samspel.participants.closing import begin_closing
from samspel.participants.closings.closing_up import close_with_details, correct_details
from samspel.participants.closings.details import ClosingDetails
from samspel.participants.closings.forms import BeginClosingForm, CloseForm, DetailsForm
from samspel.participants.follow_ups.coming import coming_meetings
from samspel.participants.placements.observed import led_to_told, still_placed_at
from samspel.participants.views.access import back, episode_for, not_now
from samspel.participants.when import Step
from samspel.records.versions import ChangedMeanwhileError


def close(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The last day of the stay and what it led to."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.CLOSE):
        return refused
    day = today(request)
    form = CloseForm(request.POST if request.method == "POST" else None, episode=episode, today=day)
    if form.is_valid() and form.carry_out(
        close_with_details,
        episode=episode,
        closing=form.closing(),
        led_to=form.led_to(),
        today=day,
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("The case is closed."))
    context = {"form": form, "person": episode.participant, "episode": episode}
    words = {"heading": _("Close the case"), "button": _("Close the case")}
    beside = {
        "meetings": coming_meetings(episode, now=now(request)),
        "led_to": led_to_told(episode, day),
        "placed_at": still_placed_at(episode, day),
    }
    return render(request, "closings/close.html", context | words | beside)


def details(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Put right what a closing led to; dates and outcome are corrected with the case."""
    episode = episode_for(request, episode_id)
    if episode.closed_on is None:
        raise Http404
    found = ClosingDetails.objects.filter(episode=episode).first()
    data = request.POST if request.method == "POST" else None
    form = DetailsForm(data, details=found, outcome=episode.outcome)
    if form.is_valid() and form.carry_out(
        correct_details,
        episode=episode,
        led_to=form.led_to(),
        version=form.cleaned_data["version"],
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("The correction is saved."))
    context = {"form": form, "person": episode.participant, "episode": episode}
    words = {"heading": _("What the closing led to"), "button": _("Save")}
    return render(request, "participants/act.html", context | words)


def begin(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Say since when the closing is being prepared."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.BEGIN_CLOSING):
        return refused
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = BeginClosingForm(data, episode=episode, today=day)
    if form.is_valid() and form.carry_out(
        begin_closing,
        episode=episode,
        begun_on=form.cleaned_data["begun_on"],
        today=day,
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("The closing is being prepared."))
    return render(
        request,
        "closings/begin.html",
        {"form": form, "person": episode.participant, "episode": episode},
    )


@require_POST
def take_back(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The closing is not being prepared after all."""
    episode = episode_for(request, episode_id)
    try:
        begin_closing(
            episode=episode,
            version=episode.version,
            begun_on=None,
            today=today(request),
            by=actor_of(request),
        )
    except (ValidationError, ChangedMeanwhileError):
        return back(request, episode.participant_id, error=_("The case has been closed meanwhile."))
    return back(request, episode.participant_id, done=_("The closing is taken back."))
