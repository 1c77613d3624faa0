"""The wall page, open to everybody who passes by: no account, no cookie of its own, no names."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from samspel.pages.today import now, today
from samspel.participants.ideas import signing_up
from samspel.participants.ideas.flood import SOMEBODY, tries_too_often, why_not
from samspel.participants.ideas.forgetting import KEPT
from samspel.participants.ideas.idea import Idea, IdeaState
from samspel.participants.ideas.keeping import propose
from samspel.participants.ideas.on_the_wall import became, wall_of
from samspel.participants.ideas.suggesting import leave_suggestion
from samspel.participants.ideas.wall_forms import (
    ProposeForm,
    SignUpForm,
    SuggestForm,
    TakeBackForm,
)
from samspel.participants.ideas.wall_link import as_printed
from samspel.participants.links.link import Link, LinkState, Purpose
from samspel.participants.links.pages import opened_by_link
from samspel.participants.links.tokens import LinkRefused
from samspel.participants.referrals.spam_guard import new_pass, pass_from
from samspel.records.forms import ActionForm

TRAP = "website"
"""The field that people do not see; what fills it in is no person."""
View = Callable[..., HttpResponse]


def on_the_wall(view: View) -> View:
    """Open a view to who has the wall's code, however it was written off the poster."""

    @wraps(view)
    def of_open_team(request: HttpRequest, link: Link, **more: Any) -> HttpResponse:
        closed_on = link.team.closed_on
        if closed_on is not None and closed_on <= today(request):
            raise LinkRefused(LinkState.WITHDRAWN)
        return view(request, link, **more)

    checked: Any = of_open_team
    opened = opened_by_link(Purpose.WALL)(checked)

    @login_not_required
    @sensitive_post_parameters()
    @wraps(view)
    def wrapper(request: HttpRequest, token: str, **more: Any) -> HttpResponse:
        return opened(request, as_printed(token), **more)

    return wrapper


@on_the_wall
@require_safe
def wall(request: HttpRequest, link: Link) -> HttpResponse:
    """The ideas to sign up for, what became a group, and the answered suggestions."""
    shown = wall_of(link.team, today(request))
    return _page(request, link, "ideas/wall.html", {"wall": shown})


@on_the_wall
def wall_idea(request: HttpRequest, link: Link, idea_id: UUID) -> HttpResponse:
    """One idea, and the form to sign up for it."""
    shown = Idea.objects.filter(team=link.team, opened_on__isnull=False).with_signed_up()
    idea: Any = get_object_or_404(shown.select_related("team", "group"), pk=idea_id)
    form, context = SignUpForm(request.POST if request.method == "POST" else None), {"idea": idea}
    times = {"today": today(request), "now": now(request)}
    sent = _sent(request, link, form, signing_up.sign_up, idea=idea, **times)
    if sent is not None:
        code = "" if sent is TRAPPED else signing_up.code_of(sent)
        return _page(request, link, "ideas/wall_signed.html", context | {"code": code})
    state = idea.state(today(request))
    context |= {"form": form, "is_open": state == IdeaState.OPEN, "kept_days": KEPT.days}
    # Staff may have closed it for what it says, so that its words are told no longer.
    context["is_told"] = state != IdeaState.CLOSED
    context["became"] = became(idea, today(request)).told
    return _page(request, link, "ideas/wall_idea.html", context)


@on_the_wall
def wall_propose(request: HttpRequest, link: Link) -> HttpResponse:
    """Propose an idea: staff takes it up before it is shown."""
    form = ProposeForm(request.POST if request.method == "POST" else None)
    sent = _sent(request, link, form, propose, team=link.team, today=today(request))
    if sent is not None:
        done = _("Staff looks at your idea. If it is taken up, it is shown here.")
        return _page(request, link, "ideas/wall_thanks.html", {"done": done})
    lead = _("Staff looks at it first. When it is taken up, everybody can sign up for it here.")
    context = {"form": form, "heading": _("Propose an idea"), "lead": lead}
    return _page(request, link, "ideas/wall_form.html", context)


@on_the_wall
def wall_suggest(request: HttpRequest, link: Link) -> HttpResponse:
    """Leave a suggestion in the box, with or without a name."""
    form = SuggestForm(request.POST if request.method == "POST" else None)
    sent = _sent(request, link, form, leave_suggestion, team=link.team, today=today(request))
    if sent is not None:
        done = _("Your suggestion is in the box. When staff answers, it is shown on the wall page.")
        return _page(request, link, "ideas/wall_thanks.html", {"done": done})
    lead = _("Staff reads it. When they answer, both are shown here for everybody.")
    context = {"form": form, "heading": _("The suggestion box"), "lead": lead}
    return _page(request, link, "ideas/wall_form.html", context | {"is_box": True})


@on_the_wall
def wall_take_back(request: HttpRequest, link: Link) -> HttpResponse:
    """Take one's sign-up back by the code that was shown when signing up."""
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if tries_too_often(request, link.team):
            form.show(ValidationError(_("Too many codes have been tried. Wait an hour.")))
        elif form.carry_out(
            signing_up.take_back_by_code,
            team=link.team,
            code=form.cleaned_data["code"],
            today=today(request),
            by=SOMEBODY,
        ):
            done = _("You are not signed up any more, and what you wrote is erased.")
            return _page(request, link, "ideas/wall_thanks.html", {"done": done})
    context = {"form": form, "heading": _("Take a sign-up back"), "lead": ""}
    return _page(request, link, "ideas/wall_form.html", context | {"is_take_back": True})


TRAPPED = object()
"""What a machine's sending becomes: thanked for, and forgotten."""


def _sent(
    request: HttpRequest, link: Link, form: ActionForm, act: Callable[..., Any], **values: Any
) -> Any | None:
    """What the act makes of a good form; None where there is none, or it is not taken now."""
    if not form.is_valid():
        return None
    if request.POST.get(TRAP):
        return TRAPPED
    moment = now(request)
    found = pass_from(request.POST.get("pass", ""), link.team, moment)
    why = why_not(request, link.team, found, moment)
    if found is None or why:
        form.add_error(None, why)
        return None
    values |= form.cleaned_data
    return form.carry_out(act, number=found.number, by=SOMEBODY, **values)


def _page(request: HttpRequest, link: Link, template: str, context: dict[str, Any]) -> HttpResponse:
    moment = now(request)
    shown = request.POST.get("pass", "")
    is_good = pass_from(shown, link.team, moment) is not None
    is_refused = getattr(context.get("form"), "is_refused", False)
    kept = shown if is_good and not is_refused else new_pass(link.team, moment)
    match = request.resolver_match
    token = match.kwargs["token"] if match is not None else ""
    common = {"team": link.team, "token": token, "pass": kept, "trap": TRAP}
    return render(request, template, common | context)
