"""What the person's page reads of attendance and of the decisions on the trial period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, F, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate

from samspel.participants.attendance.attendance import Attendance
from samspel.participants.timeline import Row, timeline_rows
from samspel.participants.trial.decision import Decision, TrialDecision

CAME, DECIDED = "came", "decided"


def _came(episodes: Sequence[UUID], today: date) -> "QuerySet[Any, Any]":
    """The days on which one came; ``code`` is the day of recording, unless it was to a session."""
    recorded = Cast(TruncDate("recorded_at"), TextField())
    of_a_day = When(session=None, then=recorded)
    return timeline_rows(
        Attendance.objects.that_came().filter(episode__in=episodes, on__lte=today),
        kind=CAME,
        code=Case(of_a_day, default=Value(""), output_field=TextField()),
    )


def _decided(episodes: Sequence[UUID], _today: date) -> "QuerySet[Any, Any]":
    until = Coalesce(Cast("until", TextField()), Value(""), output_field=TextField())
    return timeline_rows(
        TrialDecision.objects.filter(episode__in=episodes),
        kind=DECIDED,
        on="decided_on",
        code=Concat(F("decision"), Value(" "), until, output_field=TextField()),
        text="reason",
        by="decided_by__name",
    )


BESIDE = {CAME: _came, DECIDED: _decided}
"""Read with `rows_beside`."""


@dataclass(frozen=True, slots=True)
class Told:
    """A decision as the page tells it; ``until`` is a day, or empty."""

    decision: Decision
    decided_on: date
    until: str
    reason: str
    by: str

    @property
    def title(self) -> str:
        """What was decided, in words."""
        return str(self.decision.label)


def told_of(row: Row) -> Told:
    """The decision that a row holds."""
    decision, _space, until = row.code.partition(" ")
    return Told(Decision(decision), row.on, until, row.text, row.by)


def may_take_back(row: Row, today: date) -> bool:
    """As `attending.may_take_back`, of a row: recorded today, and of no session."""
    return row.code == today.isoformat()
