"""The mails that go out, as a page: a team leader sees the own team's, an administrator those that
belong to no team. To whom a mail goes is shown to who does casework in its team."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from samspel.accounts.access import user_or_404
from samspel.accounts.actor import Actor, actor_of
from samspel.accounts.log import log
from samspel.accounts.roles import Act
from samspel.mail.message import Message, MessageQuerySet, State
from samspel.mail.outbox import send_again
from samspel.mail.texts import text_of
from samspel.organisation.team import Team
from samspel.pages.listing import Column, Filter, Listing
from samspel.pages.parts import page_or_part
from samspel.pages.today import now

COLUMNS = (
    Column("state", _("State")),
    Column("text", _("Mail"), ("template", "-send_after")),
    Column("to", _("To")),
    Column("when", _("When"), ("send_after",)),
    Column("team", _("Team"), ("team_id", "-send_after")),
)
FILTERS = (Filter("state", _("State"), (("", _("any")), *State.choices)),)
_MARKS = {State.UNCERTAIN: "is-due", State.GIVEN_UP: "is-danger", State.SENT: "is-active"}


@dataclass(frozen=True, slots=True)
class Line:
    """One mail as the page shows it; never its link, which can open pages without an account."""

    pk: int
    at: str
    text: str
    to: str
    state: Any
    mark: str
    trouble: Any
    attempts: int
    team: str
    can_be_sent_again: bool


@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """What was sent, waits or failed; the newest first."""
    found, moment = mails_for(request), now(request)
    listing = Listing(
        request.GET, path=request.path, columns=COLUMNS, filters=FILTERS, sort="-when"
    )
    if listing.chosen["state"]:
        found = found.in_state(listing.chosen["state"], moment)
    teams = dict(Team.objects.values_list("pk", "name"))
    of_casework = Team.objects.where_user_may(user_or_404(request), Act.CASEWORK)
    sees = frozenset(of_casework.values_list("pk", flat=True))
    rows = [_line(each, moment, teams, sees) for each in listing.take(found)]
    return page_or_part(
        request,
        page="organisation/mails.html",
        part="organisation/parts/mails.html",
        context={"listing": listing, "rows": rows},
    )


@require_POST
def mail_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a mail that did not go out, or perhaps did not, be sent once more."""
    message = get_object_or_404(mails_for(request), pk=pk)
    if let_out_again(by=actor_of(request), message=message, now=now(request)):
        messages.success(request, _("The mail is sent again within a minute."))
    else:
        messages.info(request, _("The mail is on its way already, or too old to be sent again."))
    return redirect("mails")


def mails_for(request: HttpRequest) -> MessageQuerySet:
    """The mails that the user looks after; raises Http404 for who looks after none."""
    user = user_or_404(request)
    led = list(Team.objects.where_user_may(user, Act.TEAM_SETTINGS).values_list("pk", flat=True))
    if not led and not user.is_administrator:
        raise Http404
    of_teams = Message.objects.of_teams(led)
    return of_teams | Message.objects.of_no_team() if user.is_administrator else of_teams


@transaction.atomic
def let_out_again(*, by: Actor, message: Message, now: datetime) -> bool:
    """Send a mail once more and tell of it in the access log; whether it needed to be."""
    done = send_again(message, now=now)
    if done:
        log(by=by, act="mail_sent_again", subject=f"mail:{message.pk}", team_id=message.team_id)
    return done


def _line(message: Message, now: datetime, teams: dict[int, str], sees: frozenset[int]) -> Line:
    state = message.state_at(now)
    at = message.sent_at or message.given_up_at or message.claimed_at or message.send_after
    return Line(
        pk=message.pk,
        at=f"{timezone.localtime(at):%Y-%m-%d %H:%M}",
        text=_title(message),
        to=message.to if message.team_id in sees else "",
        state=state.label,
        mark=_MARKS.get(state, "is-quiet"),
        trouble=message.get_trouble_display() if message.trouble else "",
        attempts=message.attempts,
        team=teams.get(message.team_id or 0, ""),
        can_be_sent_again=state in {State.UNCERTAIN, State.GIVEN_UP} and message.to != "",
    )


def _title(message: Message) -> str:
    """The mail's subject, in the reader's language."""
    try:
        return text_of(message.template).subject_in(get_language() or "sv", message.parameters)
    except (ValueError, KeyError):
        # A text, or a parameter of it, of an older release.
        return message.template
