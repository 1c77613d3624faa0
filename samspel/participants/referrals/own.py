"""A caseworker's own referrals: a link by mail, and a list that says as little as it can."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.organisation.team import Team
from samspel.participants.episode import Episode, EpisodeQuerySet
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.tokens import make_link
from samspel.participants.names import initials_of
from samspel.participants.participant import Protection
from samspel.participants.referrals.mails import OWN, mail_link
from samspel.participants.referrals.next_meeting import NextMeeting, next_meetings
from samspel.participants.referrals.referral_form import ReferralForm, ReferralFormQuerySet
from samspel.participants.stage import Stage

OPENS_FOR = timedelta(hours=24)
TOLD_FOR = timedelta(days=366)
"""How long something stands in the list after it has ended."""

STANDS: Mapping[Stage, Any] = {
    Stage.STUDY_VISIT: _("study visit"),
    Stage.QUEUE: _("in the queue"),
    Stage.TRIAL: _("enrolled"),
    Stage.ACTIVE: _("enrolled"),
    Stage.CLOSING: _("enrolled"),
    Stage.CLOSED: _("has ended"),
    Stage.WITHDRAWN: _("ended before enrolment"),
}
"""All that the one who referred is told of a case; how it goes there is told in the follow-ups."""


@dataclass(frozen=True, slots=True)
class OwnReferral:
    """One line of the list, without a name; ``case`` where a follow-up can be booked in it."""

    on: date | None
    initials: str
    state: Any
    case: UUID | None = None
    meeting: NextMeeting | None = None


def own_forms(email: str, today: date) -> ReferralFormQuerySet:
    """What was sent from an address; nothing about anybody with a protected identity."""
    sent = ReferralForm.objects.filter(
        caseworker_email__iexact=email, is_self_referral=False, sent_at__isnull=False
    )
    since = today - TOLD_FOR
    ended = Q(episode__closed_on__lt=since) | Q(episode__withdrawn_on__lt=since)
    return sent.exclude(ended | Q(taken_back_at__date__lt=since)).about_nobody_protected()


def own_cases(email: str, today: date) -> EpisodeQuerySet:
    """The referrals that became cases, also those that staff entered, where the address is the
    caseworker's now; nobody's with a protected identity."""
    since = today - TOLD_FOR
    return Episode.objects.filter(
        Q(referred_on__lte=today) | Q(enrolled_on__lte=today),
        caseworker_email__iexact=email,
        participant__protection=Protection.NONE,
    ).exclude(Q(closed_on__lt=since) | Q(withdrawn_on__lt=since))


@transaction.atomic
def mail_own_links(*, email: str, today: date, now: datetime, by: Actor) -> int:
    """Mail a link for each team that got referrals from the address; returns how many.

    The page says the same whether there were any or not.
    """
    has_some = Q(pk__in=own_forms(email, today).values("team")) | Q(
        pk__in=own_cases(email, today).order_by().values("team")
    )
    teams = Team.objects.filter(has_some).order_by("pk")
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
def open_own(*, link: Link, today: date, by: Actor) -> list[OwnReferral]:
    """The list that a link opens, newest first; told of in the access log."""
    _tell("own_referrals_opened", link, by)
    forms = own_forms(link.email, today).filter(team=link.team)
    cases = list(cases_of(link, today).select_related("participant"))
    for case in cases:
        case.team = link.team
    lines = list(_lines(forms, cases, next_meetings(cases, today), today))
    return sorted(lines, key=lambda line: line.on or date.min, reverse=True)


def cases_of(link: Link, today: date) -> EpisodeQuerySet:
    """The cases in which the link's owner can book follow-ups, of those that there are any in."""
    return own_cases(link.email, today).filter(team=link.team)


def _lines(
    forms: Iterable[ReferralForm],
    cases: Iterable[Episode],
    meetings: Mapping[UUID, NextMeeting],
    today: date,
) -> Iterator[OwnReferral]:
    """Forms, each with its case, and then the cases that began without a form."""
    left = {case.pk: case for case in cases}
    for form in forms:
        case = left.pop(form.episode_id, None) if form.episode_id else None
        if case is None:
            yield OwnReferral(form.sent_on, form.initials, form.state.label)
        else:
            yield _line(case, form.sent_on, meetings, today)
    for case in left.values():
        yield _line(case, case.referred_on or case.enrolled_on, meetings, today)


def _line(
    case: Episode, on: date | None, meetings: Mapping[UUID, NextMeeting], today: date
) -> OwnReferral:
    person = case.participant
    initials = initials_of(f"{person.given_name} {person.family_name}")
    state = STANDS[case.stage(today)]
    return OwnReferral(on, initials, state, case.pk, meetings.get(case.pk))


def _tell(act: str, link: Link, by: Actor) -> None:
    log(by=by, act=act, subject=f"own_referrals:{link.pk}", team_id=link.team_id)
