"""The team's inbox, and one form in it."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import actor_of
from samspel.accounts.roles import Act
from samspel.organisation.team import Team
from samspel.pages.listing import Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now, today
from samspel.participants.questions.answering import shown_answers
from samspel.participants.referrals import sending
from samspel.participants.referrals.downloading import open_attachment
from samspel.participants.referrals.form_links import make_form, newest_link, send_form_link
from samspel.participants.referrals.forms import LinkForm, MessageForm, NewForm
from samspel.participants.referrals.inbox import (
    COLUMNS,
    filters,
    hides_some,
    inbox,
    inbox_rows,
    with_again,
)
from samspel.participants.referrals.left import left_drafts
from samspel.participants.referrals.referral_form import ReferralForm, ReferralState
from samspel.participants.referrals.seen import (
    attachment_for,
    candidates_for,
    form_for,
    forms_of_same_person,
)
from samspel.participants.referrals.upload_guard import receives_files
from samspel.participants.referrals.views.filling import fill_in
from samspel.participants.referrers import referrer_titles
from samspel.participants.views.access import casework_teams, user_of


@require_safe
def referral_inbox(request: HttpRequest) -> HttpResponse:
    """What has come in, the oldest unanswered first."""
    teams, user = casework_teams(request), user_of(request)
    listing = Listing(
        request.GET,
        path=reverse("referral_inbox"),
        columns=COLUMNS,
        filters=filters(teams),
        sort="sent",
    )
    found = inbox(user=user, teams=teams, chosen=listing.chosen)
    rows = inbox_rows(listing.take(with_again(found), counted=found), teams, today(request))
    led = list(Team.objects.where_user_may(user, Act.TEAM_SETTINGS))
    context = {
        "listing": listing,
        "rows": rows,
        "is_narrowed": listing.chosen["state"] != "waiting",
        "left": left_drafts(ReferralForm.objects.visible_to(user), now(request)).count(),
        "hides_some": bool(led) and hides_some(led, user),
    }
    return page_or_part(request, "referrals/inbox.html", "referrals/inbox_part.html", context)


def referral_new(request: HttpRequest) -> HttpResponse:
    """A new form: its link goes to a caseworker, or staff fill it in themselves."""
    day = today(request)
    teams = [each for each in casework_teams(request) if not each.closed_on or each.closed_on > day]
    form = NewForm(request.POST if request.method == "POST" else None, teams=teams)
    if teams and form.is_valid():
        moment, by = now(request), actor_of(request)
        made = make_form(team=form.team(), now=moment, by=by)
        if email := form.cleaned_data["email"]:
            send_form_link(form=made, email=email, now=moment, by=by)
            messages.success(request, _("The link is on its way to the caseworker."))
        return redirect("referral_form", made.pk)
    context = {"form": form, "teams": teams, "open_pages": _open_pages(teams)}
    return render(request, "referrals/new.html", context)


def _open_pages(teams: Sequence[Team]) -> list[tuple[str, str]]:
    """What others can open without a link from the team, with its whole address to pass on."""
    takes = [team for team in teams if team.takes_self_referrals]
    pages = [
        (
            _("Refer yourself to %(team)s") % {"team": team.name},
            reverse("self_referral", args=[team.slug]),
        )
        for team in takes
    ]
    pages.append((_("For caseworkers: own referrals and follow-ups"), reverse("own_referrals")))
    return [(title, f"{settings.SAMSPEL_ADDRESS}{path}") for title, path in pages]


@receives_files
def referral_form(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """One form: to be filled in by staff, waited for, or read and answered."""
    form = form_for(request, form_id)
    if form.state != ReferralState.DRAFT:
        return _shown(request, form)
    link = newest_link(form)
    if link is None:
        return fill_in(request, form, "referrals/fill.html")
    context = {
        "referral": form,
        "link": link,
        "has_run_out": link.expires_at <= now(request),
        "form": LinkForm({"email": link.email}),
    }
    return render(request, "referrals/waiting.html", context)


def _shown(request: HttpRequest, form: ReferralForm) -> HttpResponse:
    """What the form says; a new one comes after the first one's answers."""
    user = user_or_404(request)
    code = "self" if form.is_self_referral else form.referred_by
    context = {
        "referral": form,
        "waits": form.state in {ReferralState.SENT, ReferralState.ASKED_BACK},
        "days": form.days_waiting(today(request)),
        "referrer": referrer_titles(form.team).get(code, code),
        "answers": shown_answers(form.answers),
        "attachments": form.attachments.all(),
        "messages_between": form.messages.select_related("author"),
        "others": forms_of_same_person(form, user),
        "candidates": candidates_for(form, user) if form.answered_at is None else [],
        "form": MessageForm(),
    }
    return render(request, "referrals/form.html", context)


@require_POST
def referral_link(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Send a link to a draft, again or to somebody else."""
    form = form_for(request, form_id)
    filled = LinkForm(request.POST)
    if filled.is_valid() and filled.carry_out(
        send_form_link,
        form=form,
        email=filled.cleaned_data["email"],
        now=now(request),
        by=actor_of(request),
    ):
        messages.success(request, _("The link is on its way to the caseworker."))
    else:
        messages.error(request, " ".join(map(str, next(iter(filled.errors.values())))))
    return redirect("referral_form", form.pk)


@require_POST
def referral_take_back(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """Staff let a form be: the sender has taken it back, or it will never be filled in."""
    form = form_for(request, form_id)
    try:
        sending.take_back(form=form, now=now(request), by=actor_of(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        was_draft = form.state == ReferralState.DRAFT
        done = _("The form is erased.") if was_draft else _("The referral is taken back.")
        messages.success(request, done)
    return redirect("referral_form", form.pk)


@require_safe
def referral_attachment(request: HttpRequest, attachment_id: UUID) -> HttpResponse:
    """An attached file, always to be saved and never shown by the browser."""
    attachment = attachment_for(request, attachment_id)
    return open_attachment(attachment=attachment, by=actor_of(request))
