"""Asking how it goes after a closing."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.closings.check import ClosingCheck
from samspel.participants.closings.checking_up import MONTHS, check_day, record_check
from samspel.participants.closings.forms import CheckForm
from samspel.participants.views.access import back, episode_for, not_now
from samspel.participants.when import Step


def check(request: HttpRequest, episode_id: UUID, months: int) -> HttpResponse:
    """Write down how it goes 6 or 12 months after the closing."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.CHECK):
        return refused
    if months not in MONTHS or episode.closed_on is None:
        raise Http404
    if ClosingCheck.objects.filter(episode=episode, months=months).exists():
        return back(request, episode.participant_id, error=_("The check is done already."))
    day = today(request)
    form = CheckForm(request.POST if request.method == "POST" else None, today=day)
    if form.is_valid() and form.carry_out(
        record_check,
        episode=episode,
        months=months,
        answered=form.answered(),
        today=day,
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("The answer is saved."))
    context = {"form": form, "person": episode.participant, "episode": episode}
    heading = _("How it goes %(months)s months after the closing") % {"months": months}
    lead = _("Asked for from %(day)s.") % {"day": check_day(episode.closed_on, months)}
    words = {"heading": heading, "lead": lead, "button": _("Save")}
    return render(request, "participants/act.html", context | words)
