"""Pages that take a step with an episode: withdraw."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants import withdrawal
from samspel.participants.episode import Episode
from samspel.participants.forms.episode import WithdrawForm
from samspel.participants.views.access import back, episode_for, not_now
from samspel.participants.when import Step
from samspel.records.forms import RecordForm


def withdraw(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Somebody leaves the queue without having been enrolled."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.WITHDRAW):
        return refused
    day = today(request)
    form = WithdrawForm(
        request.POST if request.method == "POST" else None, episode=episode, today=day
    )
    if form.is_valid() and form.carry_out(
        withdrawal.withdraw,
        episode=episode,
        withdrawn_on=form.cleaned_data["withdrawn_on"],
        reason=form.cleaned_data["reason"],
        today=day,
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("The case has left the queue."))
    return _page(request, form, episode, _("Take out of the queue"))


def _page(request: HttpRequest, form: RecordForm, episode: Episode, heading: str) -> HttpResponse:
    context = {"form": form, "person": episode.participant, "heading": heading, "button": heading}
    return render(request, "participants/act.html", context | {"episode": episode})
