"""What the list of a caseworker's own referrals tells of follow-ups, and the way to book them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from samspel.accounts.actor import Actor
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.due import known_of, row_of, waited_for
from samspel.participants.follow_ups.linking import link_of_caseworker
from samspel.participants.referrals.next_meeting import NextMeeting


def next_meetings(cases: Sequence[Episode], today: date) -> Mapping[UUID, NextMeeting]:
    """What each enrolled one of the cases waits for; one query."""
    known = known_of([case.pk for case in cases])
    found = {}
    for case in cases:
        rows = known.get(case.pk, [])
        due_on = waited_for(case, rows, today)
        if due_on is not None:
            row = row_of(rows, due_on)
            booked = (row.booked_on, row.clock) if row is not None else ()
            found[case.pk] = NextMeeting(due_on, *booked)
    return found


def booking_path(case: Episode, *, now: datetime, by: Actor) -> str:
    """The path of a new link. Raises ValidationError when the case has no follow-ups now."""
    return link_of_caseworker(episode=case, now=now, by=by)
