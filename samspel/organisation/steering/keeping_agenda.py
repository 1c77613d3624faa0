"""The agenda: points that the leader writes, and those that are sent in and answered."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.user import User
from samspel.organisation.steering.agenda import OPEN, AgendaPoint, Became, SentPoint
from samspel.organisation.steering.keeping_meetings import locked_meeting, next_meeting
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.steering.telling import tell, tell_of_meeting
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF = {
    "agenda_point_has_a_title": "title",
    "sent_point_has_a_title": "title",
    "sent_point_is_on_the_agenda_when_placed": "point",
    "sent_point_is_declined_for_a_reason": "answer",
}


def add_point(*, meeting: SteeringMeeting, title: str, text: str, by: Actor) -> AgendaPoint:
    """A new point, last on the agenda. Raises ValidationError for a cancelled meeting."""
    with saving(FIELD_OF):
        row = _last(locked_meeting(meeting), title, text)
        tell_of_meeting("agenda_changed", row.meeting, by=by, point=row.pk)
    return row


def _last(meeting: SteeringMeeting, title: str, text: str) -> AgendaPoint:
    if meeting.is_cancelled:
        raise ValidationError(_("The meeting is cancelled."))
    last = meeting.points.aggregate(last=Max("place"))["last"] or 0
    row = AgendaPoint(meeting=meeting, place=last + 1, title=title, text=text)
    check(row, FIELD_OF)
    row.save(force_insert=True)
    return row


def change_point(
    *, point: AgendaPoint, version: int, values: Mapping[str, Any], by: Actor
) -> AgendaPoint:
    """Change what a point is called and about. Raises ValidationError and
    ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = AgendaPoint.objects.select_for_update().get(pk=point.pk)
        must_be(version, row)
        if changed := set_values(row, values):
            check(row, FIELD_OF)
            row.version += 1
            row.save()
            tell_of_meeting("agenda_changed", row.meeting, by=by, fields=changed, point=row.pk)
    return row


def move_point(*, point: AgendaPoint, steps: int, by: Actor) -> None:
    """Move a point up (−1) or down (1) on the agenda; at its end it stays."""
    with saving(FIELD_OF):
        meeting = locked_meeting(point.meeting)
        points = list(meeting.points.all())
        at = points.index(point)
        points.insert(max(0, at + steps), points.pop(at))
        _number(points)
        tell_of_meeting("agenda_changed", meeting, by=by, fields=["place"], point=point.pk)


def _number(points: list[AgendaPoint]) -> None:
    for place, each in enumerate(points, start=1):
        each.place = place
    AgendaPoint.objects.bulk_update(points, ["place"])


def remove_point(*, point: AgendaPoint, by: Actor) -> None:
    """Take a point off the agenda; what was sent in for it waits for an answer again."""
    with saving(FIELD_OF):
        meeting = locked_meeting(point.meeting)
        point.sent_points.update(point=None, became=Became.WAITING)
        tell_of_meeting("agenda_changed", meeting, by=by, point=point.pk, removed=True)
        point.delete()
        _number(list(meeting.points.all()))


def can_send(meeting: SteeringMeeting, today: date) -> bool:
    """Whether points can still be sent in: the day before the meeting is the last day for it."""
    return meeting.is_planned and today < meeting.on


def send_point(
    *,
    meeting: SteeringMeeting,
    title: str,
    text: str,
    sender: User,
    today: date,
    now: datetime,
    by: Actor,
) -> SentPoint:
    """Send in a point for a meeting. Raises ValidationError when it is too late."""
    with saving(FIELD_OF):
        row = locked_meeting(meeting)
        if not can_send(row, today):
            raise ValidationError(
                _(
                    "It is too late to send in points for this meeting: the day before it was the "
                    "last. Send the point for the next one."
                )
            )
        sent = SentPoint(
            team_id=row.team_id, meeting=row, title=title, text=text, sent_by=sender, sent_at=now
        )
        check(sent, FIELD_OF)
        sent.save(force_insert=True)
        tell("point_sent", f"sent_point:{sent.pk}", row.team_id, by=by)
    return sent


def answer_point(
    *,
    sent: SentPoint,
    version: int,
    became: str,
    point: AgendaPoint | None,
    answer: str,
    by: Actor,
) -> SentPoint:
    """Place a point on the agenda, merge it with ``point``, put it off, or say why not.

    Raises ValidationError when it has been answered or lacks what the answer takes, and
    ChangedMeanwhileError.
    """
    with saving(FIELD_OF):
        row = SentPoint.objects.select_for_update().get(pk=sent.pk)
        must_be(version, row)
        if row.became not in OPEN or row.meeting is None:
            raise ValidationError(_("The point has been answered already."))
        row.became, row.answer = became, answer
        row.point = point if became == Became.MERGED else None
        if became == Became.PLACED:
            row.point = _last(locked_meeting(row.meeting), row.title, row.text)
        elif became == Became.POSTPONED:
            row.meeting = next_meeting(row.meeting)
        row.version += 1
        check(row, FIELD_OF)
        row.save()
        tell("point_answered", f"sent_point:{row.pk}", row.team_id, by=by, became=became)
    return row
