"""Staff signs somebody up, says who a sign-up is, or takes it away."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samspel.accounts.actor import actor_of
from samspel.pages.today import now, today
from samspel.participants.ideas import signing_up
from samspel.participants.ideas.forms import MatchForm, StaffSignUpForm
from samspel.participants.ideas.views.access import idea_for, keys_in, sign_up_for
from samspel.participants.views.access import user_of


def idea_sign_up(request: HttpRequest, idea_id: UUID) -> HttpResponse:
    """Sign somebody up who does not do it on the wall."""
    found, day = idea_for(request, idea_id), today(request)
    form = StaffSignUpForm(
        request.POST if request.method == "POST" else None, initial={"number": uuid4()}
    )
    form.choose_among(found, user_of(request), day)
    if form.is_valid() and form.carry_out(
        signing_up.enter_sign_up,
        idea=found,
        today=day,
        now=now(request),
        by=actor_of(request),
        **form.cleaned_data,
    ):
        messages.success(request, _("The person is signed up."))
        return redirect("idea", found.pk)
    context = {
        "form": form,
        "idea": found,
        "team": found.team,
        "heading": _("Sign somebody up"),
        "button": _("Sign the person up"),
        "back_url": reverse("idea", args=[found.pk]),
    }
    return render(request, "ideas/form.html", context)


def sign_up_match(request: HttpRequest, sign_up_id: UUID) -> HttpResponse:
    """Say which enrolled participant a sign-up is."""
    found, day = sign_up_for(request, sign_up_id), today(request)
    form = MatchForm(request.POST if request.method == "POST" else None, sign_up=found)
    form.choose_among(found.idea, user_of(request), day)
    if form.is_valid() and form.carry_out(
        signing_up.match,
        sign_up=found,
        episode=form.cleaned_data["episode"],
        today=day,
        by=actor_of(request),
    ):
        messages.success(request, _("It is saved who the sign-up is."))
        return redirect("idea", found.idea_id)
    context = {
        "form": form,
        "idea": found.idea,
        "team": found.idea.team,
        "heading": _("Who is it?"),
        "lead": found.listed_name,
        "button": _("Save"),
        "back_url": reverse("idea", args=[found.idea_id]),
    }
    return render(request, "ideas/form.html", context)


@require_POST
def sign_up_remove(request: HttpRequest, sign_up_id: UUID) -> HttpResponse:
    """Take a sign-up away: somebody has said so, or it was no person."""
    found = sign_up_for(request, sign_up_id)
    signing_up.remove(sign_up=found, today=today(request), by=actor_of(request))
    messages.success(request, _("The sign-up is taken away."))
    return redirect("idea", found.idea_id)


@require_POST
def sign_ups_remove(request: HttpRequest, idea_id: UUID) -> HttpResponse:
    """Take the ticked sign-ups away: somebody has filled the list with false ones."""
    found = idea_for(request, idea_id)
    ticked = keys_in(request, "sign_up")
    number = signing_up.remove_several(
        idea=found, sign_ups=ticked, today=today(request), by=actor_of(request)
    )
    if number:
        told = ngettext("%(n)d sign-up is taken away.", "%(n)d sign-ups are taken away.", number)
        messages.success(request, told % {"n": number})
    else:
        messages.error(request, _("Tick at least one sign-up that is still there."))
    return redirect("idea", found.pk)
