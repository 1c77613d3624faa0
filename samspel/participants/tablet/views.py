"""The coach's page with the code, and the open pages that a tablet shows."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samspel.accounts.actor import actor_of, address_of
from samspel.pages.today import now, today
from samspel.participants.links.link import LinkState
from samspel.participants.plans.scaling import asked_in
from samspel.participants.tablet.answering import CodeRefused, answer_by_code
from samspel.participants.tablet.code import ANSWERS_FOR, TabletCode
from samspel.participants.tablet.forms import CodeForm, TabletForm
from samspel.participants.tablet.guessing import count_guess, has_guessed_too_often
from samspel.participants.tablet.handing_out import code_of, make_code, open_codes, withdraw_codes
from samspel.participants.tablet.letters import as_typed, in_two_halves
from samspel.participants.views.access import episode_for, not_now
from samspel.participants.when import Step, may

_WHY = {
    LinkState.EXPIRED: lazy("The time for this code has run out. Ask your coach for a new one."),
    LinkState.USED: lazy("This code has been used already. Ask your coach for a new one."),
    LinkState.WITHDRAWN: lazy("This code does not open any more. Ask your coach for a new one."),
}
_UNKNOWN = lazy("There is no such code. Look at each letter once more.")
_TOO_OFTEN = lazy("Too many wrong codes came from here. Ask your coach, or try again in an hour.")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("letters")
def tablet_code(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """How the tablet works; by POST a new code, which is shown this once."""
    episode = episode_for(request, episode_id)
    if refused := not_now(request, episode, Step.PLAN):
        return refused
    moment = now(request)
    opened = open_codes(episode).filter(expires_at__gt=moment).first()
    context: dict[str, Any] = {"episode": episode, "person": episode.participant}
    context |= {"asked": asked_in(episode), "address": _absolute(request, "tablet")}
    if request.method == "POST":
        opened, letters = make_code(episode=episode, now=moment, by=actor_of(request))
        url = _absolute(request, "tablet_answer", letters)
        context |= {"letters": in_two_halves(letters), "drawn": _drawn(url)}
    return render(request, "tablet/code.html", context | {"code": opened})


@require_POST
def tablet_code_withdraw(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Let the code open nothing any more."""
    episode = episode_for(request, episode_id)
    withdraw_codes(episode=episode, now=now(request), by=actor_of(request))
    messages.success(request, _("The code does not open any more."))
    return redirect("scales", episode.pk)


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def tablet(request: HttpRequest) -> HttpResponse:
    """Type the code that the coach shows."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        letters = as_typed(form.cleaned_data["code"])
        why, _code = _looked_up(request, letters)
        if not why:
            return redirect("tablet_answer", letters)
        form.add_error("code", why)
    return render(request, "tablet/type.html", {"form": form})


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("letters")
def tablet_answer(request: HttpRequest, letters: str) -> HttpResponse:
    """The questions, and nothing about whom they are asked."""
    is_sent = request.method == "POST"
    why, code = _looked_up(request, letters, is_sent=is_sent)
    if code is None:
        return _refused(request, why)
    form = TabletForm(
        request.POST if is_sent else None, asked=asked_in(code.episode), today=today(request)
    )
    try:
        if form.is_valid() and form.carry_out(
            answer_by_code,
            code=code,
            sending=form.cleaned_data["sending"],
            values=form.values(),
            now=now(request),
            by=actor_of(request),
        ):
            return redirect("tablet_thanks")
    except CodeRefused as refused:
        return _refused(request, _WHY[refused.state])
    if why:
        return _refused(request, why)
    return render(request, "tablet/answer.html", {"form": form, "team": code.episode.team})


@login_not_required
@require_safe
def tablet_thanks(request: HttpRequest) -> HttpResponse:
    """The answers are saved; the next one can type a code."""
    return render(request, "tablet/thanks.html")


def _looked_up(
    request: HttpRequest, letters: str, *, is_sent: bool = False
) -> tuple[Any, TabletCode | None]:
    """Why a code does not open, or nothing, and the code if there is one."""
    address = address_of(request)
    if has_guessed_too_often(address):
        return _TOO_OFTEN, None
    code = code_of(letters)
    if code is None:
        count_guess(address)
        return _UNKNOWN, None
    state = code.state(now(request), longer=ANSWERS_FOR if is_sent else timedelta(0))
    if not may(Step.PLAN, code.episode.stage(today(request))):
        state = LinkState.WITHDRAWN
    return _WHY.get(state, ""), code


def _refused(request: HttpRequest, why: Any) -> HttpResponse:
    """One sentence, and the way to type another code."""
    status = {_UNKNOWN: HTTPStatus.NOT_FOUND, _TOO_OFTEN: HTTPStatus.TOO_MANY_REQUESTS}
    told = status.get(why, HTTPStatus.GONE)
    return render(request, "tablet/refused.html", {"why": why}, status=told)


def _absolute(request: HttpRequest, name: str, *arguments: str) -> str:
    return request.build_absolute_uri(reverse(name, args=arguments))


def _drawn(url: str) -> SafeString:
    """The address as squares for a camera; no text of it stands in the drawing."""
    drawn: str = get_adapter().build_totp_svg(url)
    return mark_safe(drawn[drawn.index("<svg") :])  # noqa: S308  # nosec B308 B703 - paths that the library drew
