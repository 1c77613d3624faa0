"""Pages that put right what was entered wrongly, and say who may open a protected case."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from samspel.accounts.actor import actor_of
from samspel.pages.today import today
from samspel.participants import correction
from samspel.participants.episode import Episode
from samspel.participants.forms.episode import CorrectEpisodeForm
from samspel.participants.forms.person import CorrectParticipantForm, NamedStaffForm
from samspel.participants.views.access import (
    back,
    episode_for,
    not_now,
    participant_for,
    protected_for,
)
from samspel.participants.when import Step


def correct_participant(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Correct who the person is."""
    person = participant_for(request, participant_id)
    data = request.POST if request.method == "POST" else None
    form = CorrectParticipantForm(data, participant=person)
    if form.is_valid() and form.carry_out(
        correction.correct_participant,
        participant=person,
        particulars=form.particulars(),
        today=today(request),
        by=actor_of(request),
    ):
        return back(request, person.pk, done=_("The correction is saved."))
    context = {"form": form, "person": person, "heading": _("Correct particulars")}
    return render(request, "participants/act.html", context | {"button": _("Save")})


def correct_episode(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Correct the dates and codes of an episode."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.CORRECT):
        return refused
    data = request.POST if request.method == "POST" else None
    form = CorrectEpisodeForm(data, episode=episode)
    if form.is_valid() and form.carry_out(
        correction.correct_episode,
        episode=episode,
        facts=form.facts(),
        today=today(request),
        by=actor_of(request),
    ):
        return back(request, episode.participant_id, done=_("The correction is saved."))
    context = {"form": form, "person": episode.participant, "episode": episode}
    context |= {"heading": _("Correct case"), "button": _("Save")}
    return render(request, "participants/act.html", context)


def protected_cases(request: HttpRequest) -> HttpResponse:
    """The protected cases of the teams that the user leads: case numbers and staff, no names."""
    numbers = Prefetch("episodes", queryset=Episode.objects.order_by("pk"))
    people = protected_for(request).prefetch_related(numbers, "named_staff")
    return render(request, "participants/protected.html", {"people": people.order_by("pk")})


def named_staff(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Say who may open the case of a protected person; the page does not say who that is."""
    person = get_object_or_404(protected_for(request), pk=participant_id)
    form = NamedStaffForm(request.POST if request.method == "POST" else None, participant=person)
    if form.is_valid():
        staff = form.cleaned_data["staff"]
        correction.set_named_staff(participant=person, staff=staff, by=actor_of(request))
        messages.success(request, _("The staff are named."))
        return redirect("participants_protected")
    numbers = ", ".join(person.episodes.order_by("pk").values_list("case_number", flat=True))
    return render(request, "participants/named_staff.html", {"form": form, "numbers": numbers})
