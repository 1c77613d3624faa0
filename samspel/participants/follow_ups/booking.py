"""Booking a follow-up: by the team, or by the referrer's caseworker through a link."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.changing import change_follow_up
from samspel.participants.follow_ups.follow_up import FollowUp

AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Meeting:
    """When, how and where the parties meet; ``at`` with its time zone, ``form`` a MeetingForm."""

    at: datetime
    form: str
    place: str = ""


def book(
    *,
    episode: Episode,
    follow_up: FollowUp,
    version: int,
    meeting: Meeting,
    now: datetime,
    by: Actor,
) -> FollowUp:
    """Book the meeting, or move it. Who has no account is the referrer, by a link.

    Raises ValidationError for a time that has passed or is more than a year ahead, and for a
    follow-up that was held or left out; ChangedMeanwhileError as `change_follow_up` does.
    """
    _require_bookable(meeting.at, now)
    return change_follow_up(
        episode,
        follow_up.due_on,
        {
            "booked_for": meeting.at,
            "form": meeting.form,
            "place": meeting.place,
            "booked_by": by.user,
            "booked_at": now,
        },
        version=version,
        act="follow_up_booked" if follow_up.booked_for is None else "follow_up_moved",
        check=require_unsettled,
        today=timezone.localdate(now),
        by=by,
    )


def cancel(
    *, episode: Episode, follow_up: FollowUp, version: int, now: datetime, by: Actor
) -> FollowUp:
    """Take a booking back; the follow-up is to be booked again. Raises as `book` does."""
    return change_follow_up(
        episode,
        follow_up.due_on,
        {"booked_for": None, "form": "", "place": "", "booked_by": None, "booked_at": None},
        version=version,
        act="follow_up_cancelled",
        check=require_unsettled,
        today=timezone.localdate(now),
        by=by,
    )


def _require_bookable(at: datetime, now: datetime) -> None:
    if at <= now:
        raise ValidationError({"day": [_("The time has passed: choose one that is to come.")]})
    if at > now + AHEAD:
        raise ValidationError({"day": [_("Check the year: it is more than a year ahead.")]})


def require_unsettled(row: FollowUp) -> None:
    """Raise ValidationError where the follow-up was held or left out."""
    if row.held_on is not None:
        raise ValidationError(
            _("This follow-up was held on %(day)s.") % {"day": row.held_on.isoformat()}
        )
    if row.left_out_because:
        raise ValidationError(_("This follow-up has been left out."))
