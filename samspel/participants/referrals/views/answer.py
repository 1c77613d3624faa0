"""The team's answer to a form: ask back, accept, decline."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import now, today
from samspel.participants.duplicates import PossibleDuplicatesError
from samspel.participants.episode import Episode
from samspel.participants.referrals import answering
from samspel.participants.referrals.forms import AcceptForm, DeclineForm, MessageForm
from samspel.participants.referrals.referral_form import ReferralForm
from samspel.participants.referrals.seen import candidates_for, form_for
from samspel.participants.referrals.sending import require_waiting
from samspel.participants.views.access import back, user_of


@require_POST
def referral_ask_back(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Ask the sender something before answering."""
    form = form_for(request, form_id)
    filled = MessageForm(request.POST)
    if not filled.is_valid():
        messages.error(request, _("Write what you want to ask, in at most 4,000 characters."))
        return redirect("referral_form", form.pk)
    text = filled.cleaned_data["text"]
    try:
        is_mailed = answering.ask_back(form=form, text=text, now=now(request), by=actor_of(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("referral_form", form.pk)
    if is_mailed:
        messages.success(request, _("The question is kept, and a link to it is on its way."))
    else:
        messages.warning(request, _("The question is kept. There is no e-mail address: phone."))
    return redirect("referral_form", form.pk)


def referral_accept(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Take the person on, as a new one or as one whom the team has."""
    form = form_for(request, form_id)
    if refused := _answered_already(request, form):
        return refused
    filled = _accept_form(request, form)
    if filled.is_valid() and (episode := _accepted(request, filled, form)):
        return back(request, episode.participant_id, done=_("The referral is accepted."))
    context = {"form": filled, "referral": form, "heading": _("Accept the referral")}
    return render(request, "referrals/answer.html", context | {"button": _("Accept")})


def _accept_form(request: HttpRequest, form: ReferralForm) -> AcceptForm:
    """The form with those who may be the person as it was sent, or as it was corrected."""
    data = request.POST if request.method == "POST" else None
    corrected = AcceptForm(data, form=form)
    typed = corrected.particulars() if corrected.is_valid() else None
    user = user_of(request)
    found = {each.pk: each for each in candidates_for(form, user)}
    found |= {each.pk: each for each in candidates_for(form, user, typed)} if typed else {}
    return AcceptForm(data, form=form, candidates=list(found.values()))


def _accepted(request: HttpRequest, filled: AcceptForm, form: ReferralForm) -> Episode | None:
    try:
        found: Any = filled.carry_out(
            answering.accept,
            form=form,
            particulars=filled.particulars(),
            known=filled.known(),
            is_another_person=filled.is_another_person(),
            today=today(request),
            now=now(request),
            by=actor_of(request),
        )
    except PossibleDuplicatesError:
        filled.add_error(None, _("Somebody has registered the person meanwhile: look once more."))
        return None
    return found if isinstance(found, Episode) else None


def referral_decline(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Say no, with why."""
    form = form_for(request, form_id)
    if refused := _answered_already(request, form):
        return refused
    data = request.POST if request.method == "POST" else None
    filled = DeclineForm(data, candidates=candidates_for(form, user_of(request)))
    if filled.is_valid() and filled.carry_out(
        answering.decline,
        form=form,
        reason=filled.cleaned_data["reason"],
        gender=filled.cleaned_data["gender"],
        known=filled.known(),
        today=today(request),
        now=now(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The referral is declined."))
        return redirect("referral_form", form.pk)
    context = {"form": filled, "referral": form, "heading": _("Decline the referral")}
    return render(request, "referrals/answer.html", context | {"button": _("Decline")})


def _answered_already(request: HttpRequest, form: ReferralForm) -> HttpResponseRedirect | None:
    try:
        require_waiting(form)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("referral_form", form.pk)
    return None
