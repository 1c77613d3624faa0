"""Links by which a caseworker books visits without an account: making them, taking them back."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.mail import outbox
from samspel.organisation.team import Team
from samspel.participants.constraints import saving
from samspel.participants.links.link import Link, Purpose
from samspel.participants.links.tokens import make_link
from samspel.participants.visits.mails import INVITATION

LONGER = (30, 90, 180, 365)
"""Days that a link for many bookings may open, beside the team's own setting."""


def lengths(team: Team) -> list[int]:
    """For how many days a link can be made, the team's own first."""
    return [team.link_days, *(days for days in LONGER if days != team.link_days)]


def booking_links(team: Team, now: datetime) -> QuerySet[Link]:
    """The team's links for booking that open now, the newest first."""
    made = Link.objects.filter(team=team, purpose=Purpose.BOOK_VISIT, expires_at__gt=now)
    return made.filter(withdrawn_at=None, used_at=None).select_related("made_by")


def invite(*, team: Team, days: int, email: str, now: datetime, by: Actor) -> tuple[Link, str]:
    """Make a link for booking, and send it where there is an address; the link and its path.

    The path is told once and stored nowhere. Raises ValidationError for another number of days
    than `lengths`.
    """
    with saving(by):
        if days not in lengths(team):
            raise ValidationError({"days": [_("Choose one of those in the list.")]})
        link, token = make_link(
            team=team,
            purpose=Purpose.BOOK_VISIT,
            expires_at=now + timedelta(days=days),
            now=now,
            by=by,
            email=email,
        )
        path = reverse("visit_booking", args=[token])
        if email:
            outbox.post(
                key=f"{INVITATION.code}:{link.pk}",
                to=email,
                template=INVITATION.code,
                parameters={
                    "team": team.name,
                    "until": timezone.localdate(link.expires_at).isoformat(),
                },
                link=path,
                send_after=now,
                team_id=team.pk,
            )
        log(by=by, act="booking_link_made", subject=f"link:{link.pk}", team_id=team.pk)
    return link, path


def take_back(*, team: Team, link_id: UUID, now: datetime, by: Actor) -> bool:
    """Let a link of the team open nothing any more; whether there was such a one."""
    with saving(by):
        changed = booking_links(team, now).filter(pk=link_id).update(withdrawn_at=now)
        if changed:
            log(by=by, act="booking_link_withdrawn", subject=f"link:{link_id}", team_id=team.pk)
        return bool(changed)
