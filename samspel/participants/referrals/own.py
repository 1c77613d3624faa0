"""A caseworker's own referrals: a link by mail, and a list that says as little as it can."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.episode import Episode
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.tokens import make_link
from samspel.participants.referrals.mails import OWN, mail_link
from samspel.participants.referrals.referral_form import (
    ReferralForm,
    ReferralFormQuerySet,
    ReferralState,
)

OPENS_FOR = timedelta(hours=24)

FollowUpPage = Callable[[Episode, Link], str]
"""Where a caseworker books the follow-up of an episode; empty where there is nothing to book."""

_follow_up_pages: list[FollowUpPage] = []


def offer_follow_ups(page: FollowUpPage) -> FollowUpPage:
    """Let the list open the booking of follow-ups: for the part that has them, above this one."""
    if page not in _follow_up_pages:
        _follow_up_pages.append(page)
    return page


@dataclass(frozen=True, slots=True)
class OwnReferral:
    """One line of the list: no name, and of the case only whether the team has answered."""

    sent_on: date | None
    initials: str
    state: ReferralState
    follow_up_url: str


def own_forms(email: str) -> ReferralFormQuerySet:
    """What was sent from an address; nothing about anybody with a protected identity."""
    sent = ReferralForm.objects.filter(
        caseworker_email__iexact=email, is_self_referral=False, sent_at__isnull=False
    )
    return sent.about_nobody_protected()


@transaction.atomic
def mail_own_links(*, email: str, now: datetime, by: Actor) -> int:
    """Mail a link for each team that got referrals from the address; returns how many.

    The page says the same whether there were any or not.
    """
    teams = Team.objects.filter(pk__in=own_forms(email).values("team")).order_by("pk")
    for team in teams:
        link, token = make_link(
            team=team,
            purpose=Purpose.OWN_REFERRALS,
            email=email,
            expires_at=now + OPENS_FOR,
            now=now,
            by=by,
        )
        mail_link(OWN, link=link, token=token, page="own_referrals_open", now=now)
        _tell("own_referrals_asked_for", link, by)
    return len(teams)


@transaction.atomic
def open_own(*, link: Link, by: Actor) -> list[OwnReferral]:
    """The list that a link opens, newest first; told of in the access log."""
    _tell("own_referrals_opened", link, by)
    forms = own_forms(link.email).filter(team=link.team).select_related("episode")
    return list(_lines(forms, link))


def _lines(forms: Iterable[ReferralForm], link: Link) -> Iterator[OwnReferral]:
    for form in forms:
        episode = form.episode if form.is_accepted else None
        pages = (page(episode, link) for page in _follow_up_pages) if episode else iter(())
        url = next((each for each in pages if each), "")
        yield OwnReferral(form.sent_on, form.initials, form.state, url)


def _tell(act: str, link: Link, by: Actor) -> None:
    log(by=by, act=act, subject=f"own_referrals:{link.pk}", team_id=link.team_id)
