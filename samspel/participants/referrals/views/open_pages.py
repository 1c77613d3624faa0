"""The open pages: referring oneself, and a caseworker's own referrals."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.actor import actor_of, address_of
from samspel.organisation.team import Team
from samspel.pages.today import now, today
from samspel.participants.episode import Episode
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.pages import opened_by_link
from samspel.participants.questions.question import Form, Question
from samspel.participants.referrals.next_meeting import booking_path
from samspel.participants.referrals.open_forms import OwnReferralsForm, SelfReferralForm
from samspel.participants.referrals.own import cases_of, mail_own_links, open_own
from samspel.participants.referrals.self_referral import refer_oneself
from samspel.participants.referrals.spam_guard import (
    is_too_fast,
    new_pass,
    pass_from,
    too_many,
)

TRAP = "website"
"""The field that people do not see; what fills it in is no person."""
LINKS_AN_HOUR = 3
"""To one address: enough for who lost the mail."""


@never_cache
@login_not_required
def self_referral(request: HttpRequest, slug: str) -> HttpResponse:
    """A short form to the team, where the team takes such ones."""
    team, moment = _open_team(request, slug), now(request)
    questions = list(Question.objects.asked(team, Form.REFERRAL).for_who_is_alone())
    form = SelfReferralForm(request.POST if request.method == "POST" else None, questions=questions)
    shown = request.POST.get("pass", "")
    if form.is_valid():
        if request.POST.get(TRAP):
            return redirect("self_referral_done", team.slug)
        found = pass_from(shown, team, moment)
        why = _why_not(request, is_old=found is None)
        if found and is_too_fast(found, moment):
            why = _("That went very fast. Read through what you wrote, and send once more.")
        if found is None or why:
            form.add_error(None, why)
        elif form.carry_out(
            refer_oneself,
            team=team,
            number=found.number,
            given=form.cleaned_data,
            questions=questions,
            now=moment,
            by=actor_of(request),
        ):
            return redirect("self_referral_done", team.slug)
    kept = shown if pass_from(shown, team, moment) else new_pass(team, moment)
    context = {"form": form, "team": team, "pass": kept, "trap": TRAP}
    return render(request, "referrals/self_referral.html", context)


def _why_not(request: HttpRequest, *, is_old: bool) -> str:
    """Why a sending is not taken now, in one sentence; nothing when it is."""
    if is_old:
        return _("The page has been open for long. Read through what you wrote, and send again.")
    if too_many("self-referral", address_of(request) or ""):
        return _(
            "Too much has been sent from here in a short time. Try again in an hour, or phone."
        )
    return ""


@login_not_required
@require_safe
def self_referral_done(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens now."""
    context = {"team": _open_team(request, slug)}
    return render(request, "referrals/self_referral_done.html", context)


def _open_team(request: HttpRequest, slug: str) -> Team:
    """A team that takes self-referrals and has not closed; of the others there is no page."""
    teams = Team.objects.filter(takes_self_referrals=True).exclude(closed_on__lte=today(request))
    return get_object_or_404(teams.select_related("host"), slug=slug)


@never_cache
@login_not_required
def own_referrals(request: HttpRequest) -> HttpResponse:
    """Ask for a link to own referrals; says the same whether there are any or not."""
    form = OwnReferralsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        email = form.cleaned_data["email"]
        from_here = too_many("own-referrals-from", address_of(request) or "", limit=20)
        if not too_many("own-referrals", email, limit=LINKS_AN_HOUR) and not from_here:
            mail_own_links(
                email=email, today=today(request), now=now(request), by=actor_of(request)
            )
        return render(request, "referrals/own_asked.html")
    return render(request, "referrals/own.html", {"form": form})


@never_cache
@opened_by_link(Purpose.OWN_REFERRALS)
@require_safe
def own_referrals_open(request: HttpRequest, link: Link) -> HttpResponse:
    """The caseworker's referrals to one team, and where each stands."""
    day = today(request)
    referrals = open_own(link=link, today=day, by=actor_of(request))
    context = {
        "referrals": referrals,
        "today": day,
        "team": link.team,
        "with_meetings": any(each.meeting for each in referrals),
        "opens_until": timezone.localtime(link.expires_at),
    }
    return render(request, "referrals/own_list.html", context)


@require_POST
@opened_by_link(Purpose.OWN_REFERRALS)
def own_follow_up(request: HttpRequest, link: Link) -> HttpResponse:
    """On to the booking of a follow-up, for which a link of its own is made."""
    try:
        case = cases_of(link, today(request)).select_related("team").get(pk=request.POST["case"])
        path = booking_path(case, now=now(request), by=actor_of(request))
    except (Episode.DoesNotExist, KeyError, ValidationError):
        # What the case waited for has ended meanwhile; an id that is none is no case either.
        messages.error(request, _("There is no follow-up to book any more."))
        path = ""
    return redirect(path or request.path.removesuffix("follow-up/"))
