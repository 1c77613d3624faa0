"""What the trial period adds to the timeline: the decisions."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

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


TRIAL = Source("trial", lazy("Trial period"), _decisions, _decided)
