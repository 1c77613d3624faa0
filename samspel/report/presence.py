"""Who has a text open right now, so that a second writer sees it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from samspel.accounts.user import User
from samspel.report.report import Report, Writer

POLL_SECONDS = 15
GONE_AFTER = timedelta(seconds=3 * POLL_SECONDS)
"""Three missed polls: the page is closed or its network is gone."""


def seen(*, report: Report, places: Iterable[str], user: User, at: datetime) -> None:
    """Note that the user has the texts at ``places`` open."""
    Writer.objects.bulk_create(
        [Writer(report=report, place=place, user=user, seen_at=at) for place in places],
        update_conflicts=True,
        unique_fields=["report", "place", "user"],
        update_fields=["seen_at"],
    )


def others_at(report: Report, place: str, user: User, at: datetime) -> list[User]:
    """The others who have the text open, by name."""
    rows = (
        Writer.objects.filter(report=report, place=place, seen_at__gt=at - GONE_AFTER)
        .exclude(user=user)
        .select_related("user")
        .order_by("user__name")
    )
    return [row.user for row in rows]
