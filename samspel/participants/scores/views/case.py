"""The scores of one case: the curves, recording, correcting and taking back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.scores.course import courses_of
from samspel.participants.scores.curve import drawn_course
from samspel.participants.scores.forms import CorrectScoreForm, NewScoreForm, VersionForm
from samspel.participants.scores.instrument import Instrument
from samspel.participants.scores.recording import correct_score, record_score, take_back_score
from samspel.participants.scores.score import Score
from samspel.participants.scores.settings import settings_of
from samspel.participants.scores.views.access import of_licensed_case, of_licensed_score
from samspel.participants.views.access import not_now
from samspel.participants.when import Step, may


@require_safe
@of_licensed_case
def scores_of(request: HttpRequest, episode: Episode) -> HttpResponse:
    """The curves of a case with their tables, and what became of the outcome score."""
    limits = settings_of(episode.team).limits
    found = Score.objects.that_hold().filter(episode=episode)
    courses = courses_of(episode.participant, found, limits)
    context = {
        "episode": episode,
        "person": episode.participant,
        "courses": [drawn_course(each) for each in courses],
        "limits": limits,
        "instruments": list(Instrument),
        "may_record": may(Step.SCORE, episode.stage(today(request))),
        "has_no_age": episode.participant.birth_date is None,
    }
    return render(request, "scores/case.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_licensed_case
def score_new(request: HttpRequest, episode: Episode, instrument: str) -> HttpResponse:
    """Record what a paper form came to."""
    if instrument not in Instrument.values:
        raise Http404
    if refused := not_now(request, episode, Step.SCORE):
        return refused
    kind, day = Instrument(instrument), today(request)
    form = NewScoreForm(_posted(request), instrument=kind, today=day)
    if form.is_valid() and form.carry_out(
        record_score,
        episode=episode,
        instrument=kind,
        filled=form.filled(),
        now=now(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The score is recorded."))
        return redirect("scores_of", episode.pk)
    return _page(request, episode, kind, {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@of_licensed_score
def score_correct(request: HttpRequest, score: Score) -> HttpResponse:
    """Correct what was entered, or take it back."""
    form = CorrectScoreForm(_posted(request), score=score)
    if form.is_valid() and form.carry_out(
        correct_score,
        score=score,
        filled=form.filled(),
        now=now(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The score is corrected."))
        return redirect("scores_of", score.episode_id)
    kind = Instrument(score.instrument)
    return _page(request, score.episode, kind, {"form": form, "score": score})


@require_POST
@of_licensed_score
def score_take_back(request: HttpRequest, score: Score) -> HttpResponse:
    """Take back what was none of this person's scores."""
    form = VersionForm(request.POST)
    form.record = score
    if form.is_valid():
        form.carry_out(take_back_score, score=score, now=now(request), by=actor_of(request))
    if form.is_valid():
        messages.success(request, _("The score is taken back."))
    else:
        messages.error(request, _("Somebody else changed the score. Look before you go on."))
    return redirect("scores_of", score.episode_id)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _page(
    request: HttpRequest, episode: Episode, kind: Instrument, more: dict[str, Any]
) -> HttpResponse:
    context = {"episode": episode, "person": episode.participant, "instrument": kind}
    return render(request, "scores/score.html", context | more)
