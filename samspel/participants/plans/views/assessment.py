"""The assessment: one page that is written on as the work goes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samspel.accounts.actor import actor_of
from samspel.pages.parts import wants_part
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.plans.assessing import save_assessment
from samspel.participants.plans.assessment import Assessment
from samspel.participants.plans.assessment_form import AssessmentForm
from samspel.participants.questions.answering import shown_answers
from samspel.participants.questions.question import Form, Question
from samspel.participants.views.access import episode_for, not_now
from samspel.participants.when import Step, may
from samspel.records.versions import ChangedMeanwhileError


@require_http_methods(["GET", "HEAD", "POST"])
def assessment(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The story, the best hopes and the team's questions; only to be read when the case ended."""
    episode = episode_for(request, episode_id)
    found = Assessment.objects.select_related("changed_by").filter(episode=episode).first()
    if not may(Step.PLAN, episode.stage(today(request))):
        return _read(request, episode, found)
    row = found or Assessment(episode=episode, version=0)
    questions = list(Question.objects.asked(episode.team, Form.ASSESSMENT))
    data = request.POST if request.method == "POST" else None
    form = AssessmentForm(data, assessment=row, questions=questions)
    if data is not None and wants_part(request):
        return _autosaved(request, row, form)
    if form.is_valid() and form.carry_out(save_assessment, **_act(request, episode, form)):
        messages.success(request, _("The assessment is saved."))
        return redirect("assessment", episode.pk)
    asked = {question.pk for question in questions}
    earlier = [each for each in row.answers if each.get("question") not in asked]
    context = _state(row, form["version"].value()) | {
        "person": episode.participant,
        "form": form,
        "earlier": shown_answers(earlier),
    }
    return render(request, "plans/assessment.html", context)


def _read(request: HttpRequest, episode: Episode, found: Assessment | None) -> HttpResponse:
    if request.method == "POST" and (refused := not_now(request, episode, Step.PLAN)):
        if wants_part(request):
            return HttpResponse(headers={"HX-Redirect": refused.url})
        return refused
    context = {
        "episode": episode,
        "person": episode.participant,
        "assessment": found,
        "answers": shown_answers(found.answers) if found else [],
    }
    return render(request, "plans/assessment_read.html", context)


def _act(request: HttpRequest, episode: Episode, form: AssessmentForm) -> dict[str, Any]:
    return {
        "episode": episode,
        "words": form.words(),
        "now": now(request),
        "today": today(request),
        "by": actor_of(request),
    }


def _autosaved(request: HttpRequest, row: Assessment, form: AssessmentForm) -> HttpResponse:
    """What was typed so far is saved; why not, if not, while the text stays where it is."""
    version, trouble = form["version"].value(), ""
    if form.is_valid():
        act = _act(request, row.episode, form)
        try:
            row = save_assessment(version=form.cleaned_data["version"], **act)
            version = row.version
        except ChangedMeanwhileError:
            trouble = _(
                "Somebody else saved while you were writing, so nothing of yours is saved yet. "
                "Press Save to see both."
            )
        except ValidationError as refusal:
            trouble = refusal.messages[0]
    else:
        trouble = _("Not saved yet. Press Save to see what is to be put right.")
    context = _state(row, version) | {"trouble": trouble}
    return render(request, "plans/assessment_state.html", context)


def _state(row: Assessment, version: Any) -> dict[str, Any]:
    return {"episode": row.episode, "assessment": row, "version": version, "trouble": ""}
