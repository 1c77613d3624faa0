"""Pages of the trial period: whether the person came today, and the decision."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.parts import wants_part
from samspel.pages.today import now, today
from samspel.participants.attendance.attending import tapped
from samspel.participants.trial.deciding import decide as make_decision
from samspel.participants.trial.decision import Decision, TrialDecision
from samspel.participants.trial.forms import DecideForm
from samspel.participants.trial.part import trial_part
from samspel.participants.views.access import back, episode_for, not_now
from samspel.participants.when import Step


@require_POST
def came_today(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """A tap on the person's page: came today, or did not after all."""
    episode, day = episode_for(request, episode_id), today(request)
    came = request.POST.get("came")
    if came not in {"yes", "no"}:
        raise Http404
    refusal, by = "", actor_of(request)
    try:
        tapped(episode=episode, on=day, came=came == "yes", today=day, now=now(request), by=by)
    except ValidationError as refused:
        refusal = refused.messages[0]
    if wants_part(request):
        part = {"trial": trial_part(episode, day), "refusal": refusal}
        return render(request, "trial/part.html", part)
    return back(request, episode.participant_id, error=refusal)


def decide(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Go on, prolong or end; what was decided before stands beside."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.DECIDE_TRIAL):
        return refused
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = DecideForm(data, episode=episode, today=day)
    if form.is_valid():
        verdict = form.verdict()
        decided = form.carry_out(
            make_decision, episode=episode, verdict=verdict, today=day, by=actor_of(request)
        )
        if decided is not None:
            return back(request, episode.participant_id, done=_DONE[verdict.decision]())
    context = {
        "form": form,
        "person": episode.participant,
        "episode": episode,
        "trial": trial_part(episode, day),
        "decisions": TrialDecision.objects.filter(episode=episode).select_related("decided_by"),
    }
    return render(request, "trial/decide.html", context)


_DONE = {
    Decision.CONTINUE: lambda: _("The person goes on."),
    Decision.PROLONG: lambda: _("The trial period is prolonged."),
    Decision.END: lambda: _("The case is closed as an early dropout."),
}
