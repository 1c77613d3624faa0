"""Making, finding and using up links. Whoever has the database alone has no token."""

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from samspel.accounts.actor import Actor
from samspel.organisation.team import Team
from samspel.participants.links.link import Link, LinkState, Purpose

_BYTES = 24
"""192 bits: not to be guessed, and short enough for a line of mail."""


class LinkRefused(Exception):
    """The link does not open its page; ``state`` is why, None for one that never was."""

    def __init__(self, state: LinkState | None) -> None:
        super().__init__(f"the link is refused: {state}")
        self.state = state


def make_link(
    *,
    team: Team,
    purpose: Purpose,
    expires_at: datetime,
    now: datetime,
    by: Actor,
    subject_id: UUID | None = None,
    email: str = "",
) -> tuple[Link, str]:
    """A new link and its token, which is told once and stored nowhere."""
    token = secrets.token_urlsafe(_BYTES)
    link = Link.objects.create(
        digest=digest_of(token),
        purpose=purpose,
        team=team,
        subject_id=subject_id,
        email=email,
        made_at=now,
        expires_at=expires_at,
        made_by=by.user,
    )
    return link, token


def digest_of(token: str) -> str:
    """How a token is known: SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_for(token: str, *purposes: Purpose, now: datetime) -> Link:
    """The link of a token that opens its page now. Raises `LinkRefused` for every other."""
    found = Link.objects.select_related("team__host")
    link = found.filter(digest=digest_of(token), purpose__in=purposes).first()
    if link is None:
        raise LinkRefused(None)
    state = link.state(now)
    if state != LinkState.OPENS:
        raise LinkRefused(state)
    return link


def use_up(link: Link, *, now: datetime) -> None:
    """Let the link open nothing any more; inside the act's transaction.

    Raises `LinkRefused` where another request used it meanwhile.
    """
    if not Link.objects.filter(pk=link.pk, used_at=None).update(used_at=now):
        raise LinkRefused(LinkState.USED)


def withdraw_links(purpose: Purpose, subject_id: UUID, *, now: datetime) -> int:
    """Withdraw what still opens of a subject's links; returns how many."""
    return links_of(purpose, subject_id).update(withdrawn_at=now)


def links_of(purpose: Purpose, subject_id: UUID) -> QuerySet[Link]:
    """A subject's links that are neither used nor withdrawn, the newest first."""
    return Link.objects.filter(
        purpose=purpose, subject_id=subject_id, used_at=None, withdrawn_at=None
    )
