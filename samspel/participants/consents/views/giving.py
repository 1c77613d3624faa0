"""Pages of a case's consents: which there are, give, renew, withdraw."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samspel.accounts.actor import actor_of
from samspel.organisation.association import Agency
from samspel.pages.today import now, today
from samspel.participants.consents.consent import Consent, ConsentState
from samspel.participants.consents.forms import ConsentForm, WithdrawConsentForm
from samspel.participants.consents.giving import give_consent, withdraw_consent
from samspel.participants.episode import Episode
from samspel.participants.views.access import episode_for, not_now
from samspel.participants.when import Step, may
from samspel.records.forms import ActionForm

_LOOKS = {
    ConsentState.HOLDS: "is-active",
    ConsentState.COMING: "",
    ConsentState.ENDED: "is-quiet",
    ConsentState.CASE_ENDED: "is-quiet",
    ConsentState.WITHDRAWN: "is-danger",
}


@require_safe
def consents(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Every consent of a case, also those that have run out or were withdrawn."""
    episode = episode_for(request, episode_id)
    day = today(request)
    found = episode.consents.select_related("agency", "recorded_by")
    context = {
        "episode": episode,
        "person": episode.participant,
        "rows": [_row(each, day) for each in found.order_by("-first_on", "pk")],
        "may_give": may(Step.CONSENT, episode.stage(day)),
    }
    return render(request, "consents/consents.html", context)


def _row(consent: Consent, day: date) -> dict[str, Any]:
    state = consent.state(day)
    return {
        "consent": consent,
        "state": state.label,
        "look": _LOOKS[state],
        "may_withdraw": consent.withdrawn_on is None and state != ConsentState.ENDED,
    }


def consent_new(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Enter a consent."""
    return _give(request, episode_for(request, episode_id), None)


def consent_renew(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """Enter the same consent for another time."""
    consent, episode = _consent_for(request, consent_id)
    return _give(request, episode, consent)


def _give(request: HttpRequest, episode: Episode, renewed: Consent | None) -> HttpResponse:
    if refused := not_now(request, episode, Step.CONSENT):
        return refused
    day = today(request)
    agencies = list(Agency.objects.filter(teams=episode.team))
    form = ConsentForm(_sent(request), agencies=agencies, today=day, renewed=renewed)
    if form.is_valid() and form.carry_out(
        give_consent,
        episode=episode,
        terms=form.terms(),
        today=day,
        now=now(request),
        by=actor_of(request),
    ):
        return redirect("consents", episode.pk)
    return _page(request, form, episode, _("Renew the consent") if renewed else _("New consent"))


def consent_withdraw(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """Enter that a person has taken a consent back."""
    consent, episode = _consent_for(request, consent_id)
    day = today(request)
    form = WithdrawConsentForm(_sent(request), initial={"withdrawn_on": day})
    if form.is_valid() and form.carry_out(
        withdraw_consent,
        consent=consent,
        withdrawn_on=form.cleaned_data["withdrawn_on"],
        today=day,
        by=actor_of(request),
    ):
        return redirect("consents", episode.pk)
    return _page(request, form, episode, _("Withdraw the consent"), consent)


def _consent_for(request: HttpRequest, pk: UUID) -> tuple[Consent, Episode]:
    """The consent with its case, for somebody who may see the person."""
    found = get_object_or_404(Consent.objects.select_related("agency"), pk=pk)
    episode = episode_for(request, found.episode_id)
    found.episode = episode
    return found, episode


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _page(
    request: HttpRequest,
    form: ActionForm,
    episode: Episode,
    heading: str,
    consent: Consent | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "episode": episode,
        "person": episode.participant,
        "heading": heading,
        "consent": consent,
    }
    return render(request, "consents/consent.html", context)
