"""What the trial period adds to the timeline: the decisions, and the weeks in which one came."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, TruncWeek
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.attendance.attendance import Attendance
from samspel.participants.timeline import Event, Row, Source, timeline_rows
from samspel.participants.trial.decision import Decision, TrialDecision


def _decisions(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    return timeline_rows(
        TrialDecision.objects.filter(episode__in=episodes),
        kind="trial",
        on="decided_on",
        code=Concat("decision", Value(" "), Cast("until", TextField()), output_field=TextField()),
        text="reason",
        by="decided_by__name",
    )


def _decided(row: Row, _today: date) -> Event:
    decision, _space, until = row.code.partition(" ")
    titles = {
        Decision.CONTINUE: _("The trial period is over: the person goes on"),
        Decision.PROLONG: _("The trial period is prolonged until %(day)s") % {"day": until},
        Decision.END: _("The trial period ends as an early dropout"),
    }
    return Event(
        row.on,
        titles[Decision(decision)],
        row.text,
        kind=row.kind,
        by=row.by,
        episode_id=row.episode_id,
    )


def _weeks(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    """The last day of each week in which one came: a line a week does not drown the rest."""
    by_week = Attendance.objects.that_came().annotate(monday=TruncWeek("on"))
    later = by_week.filter(
        episode=OuterRef("episode"), on__gt=OuterRef("on"), monday=OuterRef("monday")
    )
    found = by_week.filter(~Exists(later), episode__in=episodes)
    return timeline_rows(found, kind="attendance")


def _came(row: Row, _today: date) -> Event:
    week = _("Came in week %(number)s") % {"number": row.on.isocalendar().week}
    return Event(row.on, week, kind=row.kind, episode_id=row.episode_id)


TRIAL = Source("trial", lazy("Trial period"), _decisions, _decided)
ATTENDANCE = Source("attendance", lazy("Attendance"), _weeks, _came)
"""One line a week; still many, so that a timeline does well to show it only when chosen."""
