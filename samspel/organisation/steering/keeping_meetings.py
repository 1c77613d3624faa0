"""Planning, moving and cancelling meetings."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.steering.agenda import Became, SentPoint
from samspel.organisation.steering.meeting import MeetingState, SteeringMeeting
from samspel.organisation.steering.telling import tell_of_meeting
from samspel.organisation.team import Team
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF = {
    "steering_meeting_is_once_a_day": "on",
    "steering_meeting_is_cancelled_for_a_reason": "cancelled_because",
}


def locked_meeting(meeting: SteeringMeeting, version: int | None = None) -> SteeringMeeting:
    """The meeting as it now stands, locked until the transaction ends.

    Raises ChangedMeanwhileError when it is no longer the ``version`` that the writer saw.
    """
    found = SteeringMeeting.objects.select_for_update().get(pk=meeting.pk)
    if version is not None:
        must_be(version, found)
    return found


def save_anew(row: SteeringMeeting) -> None:
    """Save a locked meeting as its next version. Raises ValidationError."""
    check(row, FIELD_OF)
    row.version += 1
    row.save()


def plan_meeting(*, team: Team, values: Mapping[str, Any], by: Actor) -> SteeringMeeting:
    """A new meeting; the points that wait for one come to it. Raises ValidationError."""
    with saving(FIELD_OF):
        row = SteeringMeeting(team=team, **values)
        check(row, FIELD_OF)
        row.save(force_insert=True)
        SentPoint.objects.filter(team=team, meeting=None).update(meeting=row)
        tell_of_meeting("steering_meeting_planned", row, by=by, fields=values)
    return row


def change_meeting(
    *, meeting: SteeringMeeting, version: int, values: Mapping[str, Any], today: date, by: Actor
) -> SteeringMeeting:
    """Move a meeting or correct it. Raises ValidationError and ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = locked_meeting(meeting, version)
        if changed := set_values(row, values):
            _require_day_that_fits(row, today)
            save_anew(row)
            tell_of_meeting("steering_meeting_changed", row, by=by, fields=changed)
    return row


def _require_day_that_fits(row: SteeringMeeting, today: date) -> None:
    if row.is_held and row.on > today:
        raise ValidationError(
            {"on": _("It is noted who came to this meeting, so its day cannot lie ahead.")}
        )
    due = row.decisions.filter(due_on__lt=row.on).first()
    if due is not None:
        text = _("A decision of the meeting is due on %(day)s: choose that day or an earlier one.")
        raise ValidationError({"on": text % {"day": due.due_on.isoformat() if due.due_on else ""}})


def cancel_meeting(
    *, meeting: SteeringMeeting, version: int, because: str, by: Actor
) -> SteeringMeeting:
    """Call a meeting off; what was sent in for it goes to the next one.

    Raises ValidationError for a meeting that was held and without a reason, and
    ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        row = locked_meeting(meeting, version)
        if not row.is_planned:
            raise ValidationError(_("Only a meeting that is planned can be cancelled."))
        row.state, row.cancelled_because = MeetingState.CANCELLED, because
        save_anew(row)
        coming = next_meeting(row)
        SentPoint.objects.filter(meeting=row).exclude(became=Became.DECLINED).update(
            meeting=coming, became=Became.POSTPONED, point=None
        )
        tell_of_meeting("steering_meeting_cancelled", row, by=by)
    return row


def next_meeting(meeting: SteeringMeeting) -> SteeringMeeting | None:
    """The planned meeting that comes after this one, if any."""
    coming = SteeringMeeting.objects.filter(team=meeting.team_id).ahead(meeting.on)
    return coming.exclude(pk=meeting.pk).first()
