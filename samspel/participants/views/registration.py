"""Pages that begin an episode: register a new person, refer one who is known."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants.duplicates import PossibleDuplicatesError
from samspel.participants.episode import Episode
from samspel.participants.forms.episode import RecordReferralForm, ReferForm, RegisterForm
from samspel.participants.participant import Participant
from samspel.participants.referral import record_referral, refer_again, waiting_for_referral
from samspel.participants.registration import register as register_person
from samspel.participants.views.access import (
    back,
    chosen_team,
    not_now,
    open_teams,
    participant_for,
)
from samspel.participants.when import Step


def register(request: HttpRequest) -> HttpResponse:
    """Record a person with the first referral or study visit."""
    day = today(request)
    teams = open_teams(request)
    team = chosen_team(request, teams)
    if team is None:
        return render(request, "participants/choose_team.html", {"teams": teams})
    form = RegisterForm(request.POST if request.method == "POST" else None, team=team, today=day)
    candidates: list[Participant] = []
    if form.is_valid():
        try:
            person = form.carry_out(
                register_person,
                team=team,
                particulars=form.particulars(),
                beginning=form.beginning(),
                is_another_person=request.POST.get("is_another_person") == "on",
                today=day,
                by=actor_of(request),
            )
        except PossibleDuplicatesError as possible:
            candidates, person = possible.candidates, None
        if person is not None:
            return back(request, person.pk, done=_("The person is registered."))
    context = {"form": form, "team": team, "teams": teams, "candidates": candidates}
    return render(request, "participants/register.html", context)


def refer(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Begin another episode; after a study visit, enter the referral that followed on it."""
    person = participant_for(request, participant_id)
    waiting = waiting_for_referral(person)
    if waiting is not None:
        waiting.participant = person
        return _record(request, waiting)
    day = today(request)
    for episode in person.episodes.select_related("team"):
        if refused := not_now(request, episode, Step.REFER):
            return refused
    data = request.POST if request.method == "POST" else None
    form = ReferForm(data, team=person.team, participant=person, initial={"referred_on": day})
    if form.is_valid() and form.carry_out(
        refer_again,
        participant=person,
        beginning=form.beginning(),
        today=day,
        by=actor_of(request),
    ):
        return back(request, person.pk, done=_("The referral is entered."))
    lead = _("What has been stays as it is. A new case begins with its referral.")
    return _page(request, form, person, _("Open a new case"), lead)


def _record(request: HttpRequest, episode: Episode) -> HttpResponse:
    day = today(request)
    data = request.POST if request.method == "POST" else None
    form = RecordReferralForm(data, episode=episode, today=day)
    if form.is_valid() and form.carry_out(
        record_referral,
        episode=episode,
        beginning=form.beginning(),
        today=day,
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("The referral is entered."))
    lead = _("The case goes on from the study visit to the queue.")
    return _page(request, form, episode.participant, _("Enter referral"), lead)


def _page(
    request: HttpRequest,
    form: ReferForm | RecordReferralForm,
    person: Participant,
    heading: str,
    lead: str,
) -> HttpResponse:
    context = {"form": form, "person": person, "heading": heading, "lead": lead}
    return render(request, "participants/act.html", context | {"button": heading})
