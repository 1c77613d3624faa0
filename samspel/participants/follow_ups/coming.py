"""The meetings that are booked, in words for the participant."""

from datetime import datetime

from django.utils import timezone

from samspel.participants.episode import Episode
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.stage import ENROLLED_STAGES


def coming_meetings(episode: Episode, *, now: datetime) -> list[str]:
    """Day, time, how and where of each booked meeting, the first one first; one query.

    Whose case has ended meets nobody any more.
    """
    if episode.stage(timezone.localdate(now)) not in ENROLLED_STAGES:
        return []
    booked = FollowUp.objects.filter(
        episode=episode, booked_for__gte=now, held_on=None, left_out_because=""
    )
    return [_told(each) for each in booked.order_by("booked_for", "pk")]


def _told(meeting: FollowUp) -> str:
    when = f"{meeting.booked_on} {meeting.clock}"
    where = (str(meeting.get_form_display()), meeting.place)
    return ", ".join(part for part in (when, *where) if part)
