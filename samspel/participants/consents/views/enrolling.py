"""Pages of one enrolment: the checklist, completing it, and which are to be completed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.organisation.association import Agency
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now, today
from samspel.participants.consents.checklist_form import (
    ChecklistForm,
    CompletingForm,
    EnrolmentForm,
)
from samspel.participants.consents.consent import Consent
from samspel.participants.consents.enrolling import complete_checklist, enrol_at_meeting
from samspel.participants.consents.meeting import EnrolmentMeeting
from samspel.participants.consents.missing import incomplete
from samspel.participants.consents.to_complete import (
    TO_COMPLETE,
    to_complete,
    to_complete_filters,
)
from samspel.participants.episode import Episode
from samspel.participants.queue.intake import intake_of
from samspel.participants.views.access import (
    back,
    casework_teams,
    episode_for,
    not_now,
    user_of,
)
from samspel.participants.when import Step


def enrol(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """The enrolment meeting's checklist."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.ENROL):
        return refused
    day = today(request)
    intake = intake_of(episode.team, day)
    warnings = intake.warnings()
    form = EnrolmentForm(_sent(request), warnings=warnings, **_about(request, episode))
    if form.is_valid() and form.carry_out(
        enrol_at_meeting,
        episode=episode,
        enrolment=form.enrolment(),
        checklist=form.checklist(),
        today=day,
        now=now(request),
        by=actor_of(request),
    ):
        _tell_what_is_missing(request, episode)
        return back(request, episode.participant_id, done=_("The person is enrolled."))
    more = {"heading": _("Enrol"), "intake": intake, "warnings": warnings}
    return _page(request, form, episode, more)


def enrolment_complete(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Fill in what was left open when the person was enrolled."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.CONSENT):
        return refused
    if episode.enrolled_on is None:
        return back(request, episode.participant_id, error=_("The person is not enrolled yet."))
    form = CompletingForm(_sent(request), **_about(request, episode))
    if form.is_valid() and form.carry_out(
        complete_checklist,
        episode=episode,
        values=form.values(),
        checklist=form.checklist(),
        today=today(request),
        now=now(request),
        by=actor_of(request),
    ):
        _tell_what_is_missing(request, episode)
        return back(request, episode.participant_id, done=_("The enrolment is saved."))
    return _page(request, form, episode, {"heading": _("Complete the enrolment")})


@require_safe
def enrolments_to_complete(request: HttpRequest) -> HttpResponse:
    """Those whose enrolment lacks something, of those whom the user may see."""
    teams, day = casework_teams(request), today(request)
    listing = Listing(
        request.GET,
        path=reverse("enrolments_to_complete"),
        columns=TO_COMPLETE,
        filters=to_complete_filters(teams),
    )
    found = to_complete(user=user_of(request), chosen=listing.chosen, today=day)
    context = {
        "listing": listing,
        "rows": listing.cut(found),
        "is_narrowed": any(listing.chosen.values()),
    }
    return page_or_part(
        request, "consents/to_complete.html", "consents/to_complete_part.html", context
    )


def _about(request: HttpRequest, episode: Episode) -> dict[str, Any]:
    """What both forms are made from; a party that has a consent already is not asked again."""
    day = today(request)
    standing = Consent.objects.filter(episode=episode, withdrawn_on=None, last_on__gte=day)
    agencies = Agency.objects.filter(teams=episode.team)
    return {
        "episode": episode,
        "meeting": EnrolmentMeeting.objects.filter(episode=episode).first(),
        "agencies": list(agencies.exclude(pk__in=standing.exclude(agency=None).values("agency"))),
        "today": day,
    }


def _tell_what_is_missing(request: HttpRequest, episode: Episode) -> None:
    again = Episode.objects.select_related("participant").filter(pk=episode.pk)
    for found in incomplete(list(again)):
        titles = ", ".join(str(each.label) for each in found.missing)
        messages.warning(request, _("Still to complete: %(what)s.") % {"what": titles})


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _page(
    request: HttpRequest, form: ChecklistForm, episode: Episode, more: dict[str, Any]
) -> HttpResponse:
    day = today(request)
    context = {
        "form": form,
        "episode": episode,
        "person": episode.participant,
        "consents": [
            (each, each.state(day).label) for each in episode.consents.select_related("agency")
        ],
    }
    return render(request, "consents/checklist.html", context | more)
