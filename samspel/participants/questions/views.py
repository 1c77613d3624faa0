"""The pages where a team leader says what the team asks."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.access import team_or_404
from samspel.organisation.team import Team
from samspel.participants.questions import asking
from samspel.participants.questions.answering import question_fields
from samspel.participants.questions.forms import QuestionForm
from samspel.participants.questions.question import Form, Question


@require_safe
def questions(request: HttpRequest, slug: str) -> HttpResponse:
    """What the team asks, form by form, with a preview of each."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    own = list(Question.objects.filter(team=team))
    sheets = [_sheet(form, [each for each in own if each.form == form]) for form in Form]
    return render(request, "questions/questions.html", {"team": team, "sheets": sheets})


def _sheet(form: Form, own: list[Question]) -> dict[str, Any]:
    asked = [each for each in own if each.is_asked]
    preview = forms.Form(prefix=form.value)
    preview.fields |= question_fields(asked)
    for field in preview.fields.values():
        field.disabled = True
    return {
        "form": form,
        "title": form.label.capitalize(),
        "asked": asked,
        "stopped": [each for each in own if not each.is_asked],
        "preview": preview,
    }


def question_new(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Write a new question for one of the forms."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    where = _form(form)
    filled = QuestionForm(request.POST if request.method == "POST" else None, form=where)
    if filled.is_valid():
        by = actor_of(request)
        asking.add_question(team=team, form=where, wording=filled.wording(), by=by)
        return _back(request, team, _("The question is added."), form)
    context = {"form": filled, "team": team, "where": where, "heading": _("New question")}
    return render(request, "questions/question.html", context)


def question(request: HttpRequest, question_id: int) -> HttpResponse:
    """Change the words of a question."""
    found = _question(request, question_id)
    where = Form(found.form)
    data = request.POST if request.method == "POST" else None
    filled = QuestionForm(data, form=where, question=found)
    if filled.is_valid():
        asking.change_question(question=found, wording=filled.wording(), by=actor_of(request))
        return _back(request, found.team, _("The question is saved."), found.form)
    context = {"form": filled, "team": found.team, "where": where}
    return render(request, "questions/question.html", context | {"heading": _("Change question")})


@require_POST
def question_place(request: HttpRequest, question_id: int) -> HttpResponse:
    """Move a question up or down, stop asking it, or ask it again."""
    found, by = _question(request, question_id), actor_of(request)
    match request.POST.get("act"):
        case "up":
            asking.move_question(question=found, step=asking.UP, by=by)
        case "down":
            asking.move_question(question=found, step=asking.DOWN, by=by)
        case "stop":
            asking.set_asked(question=found, is_asked=False, by=by)
        case "ask":
            asking.set_asked(question=found, is_asked=True, by=by)
        case _:
            raise Http404
    return _to(found.team, found.form)


@require_POST
def questions_starter(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """Take in the questions to begin with."""
    team = team_or_404(request, slug, Act.TEAM_SETTINGS)
    taken = asking.take_starter_set(team=team, form=_form(form), by=actor_of(request))
    words = ngettext("%(count)d question is added.", "%(count)d questions are added.", taken)
    return _back(request, team, words % {"count": taken}, form)


def _form(code: str) -> Form:
    if code not in Form.values:
        raise Http404
    return Form(code)


def _question(request: HttpRequest, pk: int) -> Question:
    """A question of a team whose settings the user may change."""
    teams = Team.objects.where_user_may(user_or_404(request), Act.TEAM_SETTINGS)
    return get_object_or_404(Question.objects.select_related("team"), pk=pk, team__in=teams)


def _back(request: HttpRequest, team: Team, done: str, form: str) -> HttpResponseRedirect:
    messages.success(request, done)
    return _to(team, form)


def _to(team: Team, form: str) -> HttpResponseRedirect:
    return redirect(f"{reverse('questions', args=[team.slug])}#{form}")
