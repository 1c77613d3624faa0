"""The link by which a referrer's caseworker books a follow-up without an account."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.mail import outbox
from samspel.mail.message import Message
from samspel.mail.texts import MailText
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.follow_ups import mails
from samspel.participants.follow_ups.booking import Meeting, book
from samspel.participants.follow_ups.due import known_of, waited_for
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.links.link import Link, LinkState, Purpose
from samspel.participants.links.tokens import LinkRefused, links_of, make_link
from samspel.participants.when import Step, require


def show_link(*, episode: Episode, now: datetime, by: Actor) -> str:
    """The path of a new link, to be told to the caseworker in another way than by mail.

    Told once and stored nowhere. Raises ValidationError when the case has no follow-ups now.
    """
    with saving(by):
        _lock(episode, now)
        path, _until = _new_link(episode, email="", now=now, by=by)
        _tell(episode, by)
    return path


def link_of_caseworker(*, episode: Episode, now: datetime, by: Actor) -> str:
    """The path of a new link for the case's caseworker, who came by a link of their own.

    It opens nothing any more when the case gets another caseworker. Raises ValidationError when
    the case has no follow-ups now.
    """
    with saving(by):
        _lock(episode, now)
        path, _until = _new_link(episode, email=episode.caseworker_email, now=now, by=by)
        _tell(episode, by)
    return path


def send_link(*, episode: Episode, sending: UUID, now: datetime, by: Actor) -> None:
    """Send a new link to the caseworker; the same ``sending`` twice is one mail.

    Raises ValidationError when there is no address or nothing to book.
    """
    with saving(by):
        _lock(episode, now)
        if not episode.caseworker_email:
            raise ValidationError(_("The caseworker's e-mail is not entered in the case."))
        known = known_of([episode.pk]).get(episode.pk, [])
        due_on = waited_for(episode, known, timezone.localdate(now))
        key = f"{mails.TO_BOOK.code}:{sending}"
        if due_on is None or Message.objects.filter(key=key).exists():
            return
        post_link(episode, mails.TO_BOOK, key=key, day=due_on.isoformat(), now=now, by=by)
        _tell(episode, by)


def post_link(
    episode: Episode,
    text: MailText,
    *,
    key: str,
    day: str,
    now: datetime,
    by: Actor,
    send_after: datetime | None = None,
) -> None:
    """Post a mail with a new link to the caseworker; inside the act's transaction."""
    path, until = _new_link(episode, email=episode.caseworker_email, now=now, by=by)
    outbox.post(
        key=key,
        to=episode.caseworker_email,
        template=text.code,
        parameters={"team": episode.team.name, "day": day, "until": until},
        link=path,
        send_after=send_after or now,
        team_id=episode.team_id,
    )


class Sent(NamedTuple):
    """A link that was mailed: on which day, and the last one on which it opens."""

    made_on: date
    opens_until: date


def last_sent(episode: Episode, now: datetime) -> Sent | None:
    """The latest link that the case's caseworker was mailed, if it opens at ``now``."""
    opening = links_of(Purpose.FOLLOW_UP, episode.pk).filter(expires_at__gt=now)
    mailed = opening.exclude(email="").filter(email__iexact=episode.caseworker_email)
    link = mailed.first()
    if link is None:
        return None
    return Sent(timezone.localdate(link.made_at), timezone.localdate(link.expires_at))


def _lock(episode: Episode, now: datetime) -> None:
    """Hold the case, so that the same form sent twice at once makes one link."""
    held = Episode.objects.select_for_update().get(pk=episode.pk)
    require(Step.FOLLOW_UP, held.stage(timezone.localdate(now)))


def _new_link(episode: Episode, *, email: str, now: datetime, by: Actor) -> tuple[str, str]:
    """The path of a new link, and the day until which it opens."""
    link, token = make_link(
        team=episode.team,
        purpose=Purpose.FOLLOW_UP,
        subject_id=episode.pk,
        email=email,
        expires_at=now + timedelta(days=episode.team.link_days),
        now=now,
        by=by,
    )
    until = timezone.localdate(link.expires_at).isoformat()
    return reverse("follow_up_booking", args=[token]), until


def _tell(episode: Episode, by: Actor) -> None:
    log(
        by=by,
        act="follow_up_link_made",
        subject=f"episode:{episode.pk}",
        team_id=episode.team_id,
    )


def episode_of(link: Link) -> Episode:
    """The case that a link is about.

    Raises LinkRefused when the case has got another caseworker since the link was sent.
    """
    found = Episode.objects.select_related("team", "participant", "coach")
    if link.subject_id is None:
        raise LinkRefused(None)
    episode = found.filter(pk=link.subject_id, team=link.team_id).first()
    if episode is None:
        raise LinkRefused(None)
    if link.email and link.email.casefold() != episode.caseworker_email.casefold():
        raise LinkRefused(LinkState.WITHDRAWN)
    return episode


def book_through(
    *,
    link: Link,
    episode: Episode,
    follow_up: FollowUp,
    version: int,
    meeting: Meeting,
    now: datetime,
    by: Actor,
) -> FollowUp:
    """Book as who has the link, and tell the coach. Raises as `booking.book` does.

    Raises LinkRefused where the link was withdrawn meanwhile.
    """
    with saving(by):
        state = Link.objects.select_for_update().get(pk=link.pk).state(now)
        if state != LinkState.OPENS:
            raise LinkRefused(state)
        row = book(
            episode=episode, follow_up=follow_up, version=version, meeting=meeting, now=now, by=by
        )
        coach = episode.coach
        if coach is not None and coach.is_active:
            outbox.post(
                key=f"{mails.BOOKED_THROUGH_LINK.code}:{row.pk}:{row.version}",
                to=coach.email,
                template=mails.BOOKED_THROUGH_LINK.code,
                parameters={
                    "team": episode.team.name,
                    "day": row.booked_on,
                    "time": row.clock,
                },
                link=reverse("follow_up", args=[episode.pk, row.due_on.isoformat()]),
                language=coach.language,
                send_after=now,
                team_id=episode.team_id,
            )
    return row
