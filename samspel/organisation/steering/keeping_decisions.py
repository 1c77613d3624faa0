"""Entering decisions and saying what has come of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.organisation.steering.decision import Decision
from samspel.organisation.steering.keeping_meetings import locked_meeting
from samspel.organisation.steering.meeting import SteeringMeeting
from samspel.organisation.steering.noting_attendance import require_took_place
from samspel.organisation.steering.telling import tell
from samspel.records.constraints import check, saving
from samspel.records.versions import must_be, set_values

FIELD_OF = {
    "steering_decision_has_a_text": "text",
    "steering_decision_has_a_known_state": "state",
    "steering_decision_is_done_on_a_day": "settled_on",
}


def enter_decision(
    *, meeting: SteeringMeeting, values: Mapping[str, Any], today: date, by: Actor
) -> Decision:
    """A decision of a meeting that took place. Raises ValidationError, also when it is due before
    the meeting."""
    with saving(FIELD_OF):
        locked = locked_meeting(meeting)
        require_took_place(locked, today)
        row = Decision(team_id=locked.team_id, meeting=locked, **values)
        _check(row, today)
        row.save(force_insert=True)
        tell("decision_entered", f"decision:{row.pk}", row.team_id, by=by, fields=values)
    return row


def change_decision(
    *, decision: Decision, version: int, values: Mapping[str, Any], today: date, by: Actor
) -> Decision:
    """Correct a decision, or say that it is done. Raises ValidationError and
    ChangedMeanwhileError."""
    with saving(FIELD_OF):
        row = Decision.objects.select_for_update().get(pk=decision.pk)
        must_be(version, row)
        if changed := set_values(row, values):
            _check(row, today)
            row.version += 1
            row.save()
            tell("decision_changed", f"decision:{row.pk}", row.team_id, by=by, fields=changed)
    return row


def _check(row: Decision, today: date) -> None:
    check(row, FIELD_OF)
    on = row.meeting.on
    if row.due_on is not None and row.due_on < on:
        text = _("It was decided on %(day)s, so it cannot be due before that day.")
        raise ValidationError({"due_on": text % {"day": on.isoformat()}})
    if row.settled_on is not None and not on <= row.settled_on <= today:
        text = _("Enter a day from the decision, %(day)s, up to today.")
        raise ValidationError({"settled_on": text % {"day": on.isoformat()}})
