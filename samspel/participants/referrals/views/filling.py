"""Filling in a referral: the same page for who comes by a link and for staff."""

import json
import secrets
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samspel.accounts.actor import actor_of
from samspel.pages.parts import wants_part
from samspel.pages.today import now
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.pages import opened_by_link
from samspel.participants.referrals import attaching, sending
from samspel.participants.referrals.draft import (
    Saved,
    Typed,
    asked_in,
    digests,
    drop_beside,
    save_draft,
    values_of,
    written_beside,
)
from samspel.participants.referrals.file_check import (
    LARGEST,
    MOST_FILES,
    clean_name,
    too_large,
)
from samspel.participants.referrals.forms import FillingForm, MessageForm
from samspel.participants.referrals.referral_form import ReferralForm, ReferralState
from samspel.participants.referrals.seen import form_of_link
from samspel.participants.referrals.upload_guard import receives_files, skipped_files

_LONGEST_BASE = 20_000
_LONGEST_PAGE = 32


@receives_files
@never_cache
@opened_by_link(Purpose.REFERRAL_FORM)
def referral_open(request: HttpRequest, link: Link) -> HttpResponse:
    """The form, or when it is sent where it stands."""
    form = form_of_link(request, link)
    if form.state == ReferralState.DRAFT:
        return fill_in(request, form, "referrals/open.html")
    return _status(request, form)


def fill_in(request: HttpRequest, form: ReferralForm, template: str) -> HttpResponse:
    """The page of a draft; every button on it saves what was typed."""
    if request.method != "POST":
        return _page(request, form, template)
    questions = asked_in(form)
    filled = FillingForm(request.POST, form=form, questions=questions)
    filled.is_valid()
    typed = Typed(filled.typed(), _base(request), request.POST.get("page", "")[:_LONGEST_PAGE])
    saved = filled.carry_out(save_draft, form=form, typed=typed, by=actor_of(request))
    if saved is None:
        return _sent_meanwhile(request)
    if wants_part(request):
        return render(request, "referrals/saved_part.html", _told(filled, saved, typed.page))
    refused = _press(request, saved.form) | _take_files(request, saved.form)
    if request.POST.get("act") == "send" and not saved.met and not refused:
        filled = _send(request, saved.form)
    if filled.errors:
        return _page(request, saved.form, template, _told(filled, saved, typed.page))
    if saved.met:
        _say_met(request)
    elif request.POST.get("act") == "save":
        messages.success(request, _("Everything is saved. You can stop here and go on later."))
    return redirect(request.path)


def _sent_meanwhile(request: HttpRequest) -> HttpResponse:
    """Somebody sent the form while this page was written in; the page keeps what was typed."""
    if wants_part(request):
        return render(request, "referrals/saved_part.html", {"is_sent": True})
    messages.error(request, _("The referral has been sent, and can no longer be changed."))
    return redirect(request.path)


def _press(request: HttpRequest, form: ReferralForm) -> bool:
    """What a small button asks for: removing a file, or a text that stood beside."""
    act, _colon, key = request.POST.get("act", "").partition(":")
    try:
        if act == "drop":
            drop_beside(form=form, key=key)
        for each in form.attachments.all() if act == "remove" else ():
            if str(each.pk) == key:
                attaching.remove_attachment(attachment=each, by=actor_of(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return True
    return False


def _take_files(request: HttpRequest, form: ReferralForm) -> bool:
    """Attach what came along; whether something was refused, which is then told of."""
    refused = {name: too_large() for name in skipped_files(request)}
    for file in request.FILES.getlist("files"):
        try:
            attaching.attach(form=form, file=file, now=now(request), by=actor_of(request))
        except ValidationError as error:
            refused[file.name or ""] = error.messages[0]
    for name, why in refused.items():
        words = _("%(name)s was not attached. %(why)s") % {"name": clean_name(name), "why": why}
        messages.error(request, words)
    return bool(refused)


def _say_met(request: HttpRequest) -> None:
    messages.warning(
        request,
        _("Somebody else wrote in the same place. Both texts are kept: put them together."),
    )


def _send(request: HttpRequest, form: ReferralForm) -> FillingForm:
    """Hand the referral over; the form then holds why not, if it was not."""
    filled = FillingForm(request.POST, form=form, questions=asked_in(form), is_sent=True)
    if filled.is_valid() and filled.carry_out(
        sending.send_referral, form=form, now=now(request), by=actor_of(request)
    ):
        messages.success(request, _("The referral is sent to %(team)s.") % {"team": form.team})
    return filled


def _page(
    request: HttpRequest,
    form: ReferralForm,
    template: str,
    told: Mapping[str, Any] | None = None,
) -> HttpResponse:
    questions = asked_in(form)
    filled = told["form"] if told else FillingForm(form=form, questions=questions)
    titles = {name: field.label for name, field in filled.fields.items()}
    context = {
        "form": filled,
        "referral": form,
        "team": form.team,
        "base": json.dumps(digests(values_of(form, questions))),
        "page_name": secrets.token_urlsafe(9),
        "beside": [
            (titles.get(each.field, ""), each.text, each.key) for each in written_beside(form)
        ],
        "attachments": form.attachments.all(),
        "most_files": MOST_FILES,
        "largest": LARGEST // (1024 * 1024),
    }
    # The whole page says at each field what is wrong with it.
    return render(request, template, context | dict(told or {}) | {"unsaved": []})


def _told(filled: FillingForm, saved: Saved, page: str) -> dict[str, Any]:
    """How the page goes on after a saving that it stays open for: what it began from is what it
    was told, so that what somebody else wrote meanwhile is never overwritten."""
    titles = {name: field.label for name, field in filled.fields.items()}
    return {
        "form": filled,
        "base": json.dumps(saved.base),
        "page_name": page,
        "unsaved": [(titles.get(name, ""), each[0]) for name, each in filled.errors.items()],
        "met": [titles.get(name, "") for name in saved.met],
    }


def _base(request: HttpRequest) -> dict[str, str]:
    """What the page began from; a page that does not say began from what stands."""
    try:
        found = json.loads(request.POST.get("base", "")[:_LONGEST_BASE])
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _status(request: HttpRequest, form: ReferralForm) -> HttpResponse:
    """Where a form stands that was sent, and what its sender can do."""
    by, moment = actor_of(request), now(request)
    act = request.POST.get("act")
    if request.method == "POST" and act not in {"reply", "take_back"}:
        return _sent_meanwhile(request)
    answer = MessageForm(request.POST if act == "reply" else None)
    if answer.is_valid():
        text = answer.cleaned_data["text"]
        if answer.carry_out(_replied, form=form, text=text, now=moment, by=by):
            return _done(request, _("Your answer is sent to the team."))
    elif act == "take_back":
        try:
            sending.take_back(form=form, now=moment, by=by)
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
        else:
            return _done(request, _("The referral is taken back."))
    context = {"referral": form, "team": form.team, "form": answer}
    context["messages_between"] = form.messages.all()
    return render(request, "referrals/status.html", context)


def _replied(**values: Any) -> bool:
    sending.reply(**values)
    return True


def _done(request: HttpRequest, done: str) -> HttpResponseRedirect:
    messages.success(request, done)
    return redirect(request.path)
