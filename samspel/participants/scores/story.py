"""The scores of an episode, for its timeline; while the team has no licence they are not told."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, SmallIntegerField, TextField, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.scores.instrument import LINES, FilledIn, Instrument
from samspel.participants.scores.points import printed
from samspel.participants.scores.score import Score
from samspel.participants.scores.tenths import decimal_of
from samspel.participants.timeline import Event, Row, Source, timeline_rows

KIND = "score"


def _rows(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = Score.objects.filter(
        taken_back_at=None,
        episode__in=episodes,
        episode__team__score_licences__isnull=False,
        episode__team__score_licences__withdrawn_at=None,
    )
    whole = sum(
        (Cast(F(name), SmallIntegerField()) for name in LINES[1:]),
        Cast(F(LINES[0]), SmallIntegerField()),
    )
    return timeline_rows(
        found,
        kind=KIND,
        code=Concat("instrument", Value(" "), "filled_in_by", output_field=TextField()),
        text=Cast(whole, TextField()),
    )


def _event(row: Row, today: date) -> Event:
    form, _space, filled_in_by = row.code.partition(" ")
    told = {
        "form": Instrument(form).short,
        "points": printed(decimal_of(int(row.text))),
        "who": FilledIn(filled_in_by).label,
    }
    return Event(
        row.on,
        _("%(form)s: %(points)s points") % told,
        _("Filled in by %(who)s") % told,
        "is-coming" if row.on > today else "",
        kind=KIND,
        url=reverse("scores_of", args=[row.episode_id]),
        episode_id=row.episode_id,
    )


SCORES = Source(kind=KIND, title=lazy("Scores"), rows=_rows, event=_event)
"""What the timeline gathers of this subject."""
