"""Pages of the survey: the rounds, one round with who was asked, and its results."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.figures.codes import GENDERS, UNKNOWN
from samspel.figures.surveys import DEFINITION
from samspel.organisation.access import team_or_404
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import today
from samspel.participants.participant import Gender, visible
from samspel.participants.surveys import asking
from samspel.participants.surveys.forms import (
    ChangeSurveyForm,
    InviteForm,
    ResultsForm,
    SurveyForm,
)
from samspel.participants.surveys.invitation import Answered, Invitation
from samspel.participants.surveys.lists import (
    COLUMNS,
    candidates,
    filters,
    invited,
    result_table,
    round_rows,
    standings,
)
from samspel.participants.surveys.survey import Survey
from samspel.participants.views.access import casework_teams, open_teams, user_of


@require_safe
def surveys(request: HttpRequest) -> HttpResponse:
    """Every round of the teams that one works in, with its numbers."""
    teams = casework_teams(request)
    context = {"rows": round_rows(teams, today(request)), "teams": open_teams(request)}
    return render(request, "surveys/surveys.html", context)


def survey_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a round."""
    team = team_or_404(request, slug, Act.CASEWORK)
    form = SurveyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = form.carry_out(
            asking.begin_survey, team=team, round_=form.round_(), by=actor_of(request)
        )
        if made is not None:
            return redirect("survey", made.pk)
    context = {"form": form, "team": team, "heading": _("New survey")}
    return render(request, "surveys/form.html", context)


def survey_change(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Correct the name or the days of a round."""
    survey = _survey_for(request, survey_id)
    form = ChangeSurveyForm(request.POST if request.method == "POST" else None, survey=survey)
    if form.is_valid() and form.carry_out(
        asking.change_survey, survey=survey, round_=form.round_(), by=actor_of(request)
    ):
        return redirect("survey", survey.pk)
    context = {"form": form, "team": survey.team, "survey": survey, "heading": _("Change")}
    return render(request, "surveys/form.html", context)


@require_safe
def survey(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """One round: how many answered, who was asked, and the results."""
    found = _survey_for(request, survey_id)
    listing = Listing(
        request.GET, path=request.path, columns=COLUMNS, filters=filters(), sort="name"
    )
    rows = listing.take(invited(found, user_of(request), listing.chosen["answer"]))
    context = {
        "survey": found,
        "listing": listing,
        "rows": rows,
        "standings": standings(found, today(request), _gender_titles()),
        "results": result_table(found),
        "results_form": ResultsForm(),
        "definition": _(DEFINITION),
    }
    return page_or_part(request, "surveys/survey.html", "surveys/invited.html", context)


def survey_invite(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Note who was asked; those who were asked already do not stand there."""
    found = _survey_for(request, survey_id)
    on = min(today(request), found.closes_on)
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        candidates=candidates(found, user_of(request), on),
        on=on,
    )
    if form.is_valid():
        new = form.carry_out(
            asking.invite,
            survey=found,
            episodes=form.episodes(),
            on=form.cleaned_data["on"],
            today=today(request),
            by=actor_of(request),
        )
        if new is not None:
            told = ngettext("%(n)d person was noted.", "%(n)d persons were noted.", new)
            messages.success(request, told % {"n": new})
            return redirect("survey", found.pk)
    return render(request, "surveys/invite.html", {"form": form, "survey": found})


@require_POST
def survey_answer(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """A tap: handed in, does not want to, or neither after all."""
    teams = casework_teams(request)
    may_see = visible(user_of(request), teams, "episode__participant__")
    found = Invitation.objects.filter(may_see, survey__team__in=teams).select_related(
        "survey__team"
    )
    invitation = get_object_or_404(found, pk=invitation_id)
    try:
        answered = Answered(request.POST.get("answered", ""))
        seen = Answered(request.POST.get("seen", Answered.WAITING))
    except ValueError:
        raise Http404 from None
    by, day = actor_of(request), today(request)
    try:
        asking.note_answer(invitation=invitation, seen=seen, answered=answered, on=day, by=by)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("survey", invitation.survey_id)


@require_POST
def survey_results(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Take in a file of results: all of it, or nothing with a list of what is wrong."""
    found = _survey_for(request, survey_id)
    form = ResultsForm(request.POST, request.FILES)
    faults = []
    if form.is_valid():
        faults = form.cleaned_data["file"].faults
        if not faults:
            lines = form.cleaned_data["file"].lines
            try:
                number = asking.take_results(survey=found, lines=lines, by=actor_of(request))
            except ValidationError as refused:
                form.add_error("file", refused)
            else:
                told = ngettext("%(n)d line was taken in.", "%(n)d lines were taken in.", number)
                messages.success(request, told % {"n": number})
                return redirect("survey", found.pk)
    context = {"form": form, "survey": found, "faults": faults}
    return render(request, "surveys/results.html", context)


def _survey_for(request: HttpRequest, pk: UUID) -> Survey:
    found = Survey.objects.filter(team__in=casework_teams(request)).select_related("team")
    return get_object_or_404(found, pk=pk)


def _gender_titles() -> dict[str, object]:
    titles: dict[str, object] = dict(Gender.choices)
    return {each.code: titles.get(each.code, each.title) for each in GENDERS} | {
        UNKNOWN: _("not stated")
    }
