"""Minutes: written, adjusted and then locked; what is corrected is a version of its own."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.steering.keeping_meetings import locked_meeting
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.steering.minutes import Minutes
from samspel.organisation.steering.noting_attendance import require_took_place
from samspel.organisation.steering.telling import tell_of_meeting
from samspel.records.constraints import check, saving
from samspel.records.versions import ChangedMeanwhileError, must_be

FIELD_OF = {
    "minutes_are_adjusted_by_somebody": "adjusted_by",
    "minutes_are_corrected_for_a_reason": "corrects_because",
}


def draft_of(meeting: SteeringMeeting) -> Minutes | None:
    """The version that is being written, if any."""
    return meeting.minutes.filter(adjusted_on=None).first()


def write_minutes(
    *,
    meeting: SteeringMeeting,
    version: int,
    text: str,
    corrects_because: str,
    today: date,
    now: datetime,
    by: Actor,
) -> Minutes:
    """Save the draft; the first saving begins it. ``version`` is 0 where there was no draft.

    Raises ValidationError for a meeting that lies ahead and for a correction without a reason,
    and ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        locked = locked_meeting(meeting)
        require_took_place(locked, today)
        row = draft_of(locked) or Minutes(
            meeting=locked, number=locked.minutes.count() + 1, version=0
        )
        must_be(version, row)
        row.text, row.corrects_because = text, corrects_because if row.number > 1 else ""
        row.written_by, row.written_at, row.version = by.user, now, version + 1
        check(row, FIELD_OF)
        row.save()
        tell_of_meeting("minutes_written", locked, by=by, number=row.number)
    return row


def adjust_minutes(
    *,
    meeting: SteeringMeeting,
    version: int,
    adjusted_on: date,
    adjusted_by: str,
    today: date,
    by: Actor,
) -> Minutes:
    """Lock the draft: it has been read and approved. Raises ValidationError for a day that does
    not fit, and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = _locked_draft(meeting, version)
        if not meeting.on <= adjusted_on <= today:
            text = _("Enter a day from the meeting, %(day)s, up to today.")
            raise ValidationError({"adjusted_on": text % {"day": meeting.on.isoformat()}})
        row.adjusted_on, row.adjusted_by = adjusted_on, adjusted_by
        row.version += 1
        check(row, FIELD_OF)
        row.save()
        tell_of_meeting("minutes_adjusted", meeting, by=by, number=row.number)
    return row


def throw_away_draft(*, meeting: SteeringMeeting, version: int, by: Actor) -> None:
    """Remove the draft; what was adjusted stays. Raises ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = _locked_draft(meeting, version)
        tell_of_meeting("minutes_thrown_away", meeting, by=by, number=row.number)
        row.delete()


def _locked_draft(meeting: SteeringMeeting, version: int) -> Minutes:
    """The draft as it now stands; of those who write about a meeting one goes first.

    Raises ChangedMeanwhileError, also when somebody else adjusted it or threw it away.
    """
    locked = locked_meeting(meeting)
    row = draft_of(locked)
    if row is None:
        raise ChangedMeanwhileError(locked.minutes.last() or Minutes(meeting=locked))
    must_be(version, row)
    return row
