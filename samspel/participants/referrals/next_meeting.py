"""The follow-up that a referrer books next, as the list of own referrals shows it.

Follow-ups lie above referrals: the part that has them offers what the list needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from samspel.accounts.actor import Actor
from samspel.participants.episode import Episode


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When a follow-up is due, and the day and time of the meeting if one is booked."""

    due_on: date
    booked_on: date | None = None
    clock: str = ""


class FollowUps(Protocol):
    """What the part with follow-ups offers."""

    def next_meetings(self, cases: Sequence[Episode], today: date) -> Mapping[UUID, NextMeeting]:
        """What each of the cases waits for; those that wait for nothing are left out."""

    def booking_path(self, case: Episode, *, now: datetime, by: Actor) -> str:
        """The path of a new link by which the case's caseworker books.

        Raises ValidationError where there is nothing to book any more.
        """


_offered: list[FollowUps] = []


def offer_follow_ups(follow_ups: FollowUps) -> None:
    """Let the list tell of follow-ups and lead to their booking; the last one offered counts."""
    _offered[:] = [follow_ups]


def next_meetings(cases: Sequence[Episode], today: date) -> Mapping[UUID, NextMeeting]:
    """What each of the cases waits for."""
    return _offered[0].next_meetings(cases, today) if _offered else {}


def booking_path(case: Episode, *, now: datetime, by: Actor) -> str:
    """The path by which the caseworker books; empty where nobody offers follow-ups."""
    return _offered[0].booking_path(case, now=now, by=by) if _offered else ""
