"""Pages of the survey: the rounds, one round with who was asked, and its results."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
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
from samspel.participants.stage import ENROLLED_STAGES
from samspel.participants.surveys import asked, asking, rounds
from samspel.participants.surveys.forms import (
    ChangeSurveyForm,
    InviteForm,
    ResultsForm,
    SurveyForm,
)
from samspel.participants.surveys.invitation import Answered, Invitation
from samspel.participants.surveys.result_table import result_table
from samspel.participants.surveys.survey import Survey
from samspel.participants.views.access import casework_teams, open_teams, user_of


@require_safe
def surveys(request: HttpRequest) -> HttpResponse:
    """Every round of the teams that one works in, with its numbers."""
    teams = casework_teams(request)
    listing = Listing(
        request.GET,
        path=reverse("surveys"),
        columns=rounds.round_columns(teams),
        filters=rounds.round_filters(teams, rounds.years_of(teams)),
        sort="-days",
    )
    taken = listing.take(rounds.rounds_of(teams, listing.chosen).select_related("team"))
    context = {
        "listing": listing,
        "rows": rounds.round_rows(taken, today(request)),
        "teams": open_teams(request),
        "with_team": len(teams) > 1,
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(request, "surveys/surveys.html", "surveys/rounds.html", context)


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
    """One round: how many have answered, who was asked, and the results."""
    found, user, day = _survey_for(request, survey_id), user_of(request), today(request)
    listing = _asked_listing(request, found)
    rows = listing.take(asked.invited(found, user, listing.chosen, day))
    context = {
        "survey": found,
        "listing": listing,
        "rows": rows,
        "kept": _kept(listing),
        "is_narrowed": any(listing.chosen.values()),
        "standings": rounds.standings(found, day, _gender_titles()),
        "results": result_table(found),
        "results_form": ResultsForm(),
        "definition": _(DEFINITION),
        "away": _taken_away(request, found),
    }
    return page_or_part(request, "surveys/survey.html", "surveys/invited.html", context)


def _asked_listing(request: HttpRequest, found: Survey) -> Listing:
    """The list of who was asked, as the address of the page or of a button narrows it."""
    path = reverse("survey", args=[found.pk])
    return Listing(
        request.GET, path=path, columns=asked.COLUMNS, filters=asked.filters(), sort="name"
    )


def _kept(listing: Listing) -> str:
    """What a button adds to its address, so that filter and page stay as they are."""
    return listing.url(page=listing.page).removeprefix(listing.path)


def _to_asked(request: HttpRequest, found: Survey, **more: str) -> HttpResponse:
    """Back to the list of who was asked, narrowed and on the page as it was."""
    listing = _asked_listing(request, found)
    url = listing.url(page=listing.page)
    if more:
        url += f"{'&' if '?' in url else '?'}{urlencode(more)}"
    return redirect(url)


def _taken_away(request: HttpRequest, found: Survey) -> dict[str, Any] | None:
    """Who was just taken away, to be put back; None where it is nobody, or somebody is back."""
    try:
        pk, on = UUID(request.GET["away"]), date.fromisoformat(request.GET["on"])
    except (KeyError, ValueError):
        return None
    episode = asked.not_noted(found, user_of(request), pk)
    if episode is None or episode.stage(on) not in ENROLLED_STAGES:
        return None
    return {"episode": episode, "on": on}


def survey_invite(request: HttpRequest, survey_id: UUID) -> HttpResponse:
    """Note who was asked; those who were asked already do not stand there.

    Whom a colleague has noted meanwhile is told of on the page, and the others are saved.
    """
    found, user = _survey_for(request, survey_id), user_of(request)
    on = min(today(request), found.closes_on)
    data = request.POST if request.method == "POST" else None
    already = asked.noted_already(found, user) if data is not None else []
    offered = asked.candidates(found, user, on)
    form = InviteForm(data, candidates=offered, on=on, already=already)
    noted = _invite(request, found, form) if form.is_valid() else None
    if noted is not None:
        told = ngettext("%(n)d person was noted.", "%(n)d persons were noted.", noted.new)
        if noted.new:
            messages.success(request, told % {"n": noted.new})
        if not noted.already:
            return _to_asked(request, found)
        form = InviteForm(candidates=asked.candidates(found, user, on), on=on)
    context = {"form": form, "survey": found, "already": noted.already if noted else []}
    return render(request, "surveys/invite.html", context)


def _invite(request: HttpRequest, found: Survey, form: InviteForm) -> asking.Noted | None:
    return form.carry_out(
        asking.invite,
        survey=found,
        episodes=form.chosen(),
        on=form.cleaned_data["on"],
        today=today(request),
        by=actor_of(request),
    )


@require_POST
def survey_answer(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """A tap: handed in, does not want to, or neither after all."""
    invitation = _invitation_for(request, invitation_id)
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
    return _to_asked(request, invitation.survey)


@require_POST
def invitation_away(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """Take somebody away who was noted by mistake; the page then offers to put them back."""
    invitation = _invitation_for(request, invitation_id)
    try:
        asking.take_away(invitation=invitation, by=actor_of(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return _to_asked(request, invitation.survey)
    away, on = str(invitation.episode_id), invitation.invited_on.isoformat()
    return _to_asked(request, invitation.survey, away=away, on=on)


def _invitation_for(request: HttpRequest, pk: UUID) -> Invitation:
    teams = casework_teams(request)
    may_see = visible(user_of(request), teams, "episode__participant__")
    found = Invitation.objects.filter(may_see, survey__team__in=teams)
    return get_object_or_404(found.select_related("survey__team"), pk=pk)


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
