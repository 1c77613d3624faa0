"""The visits of an episode, for its timeline."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, QuerySet, Value, When
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.timeline import Event, Row, Source, timeline_rows
from samspel.participants.visits.calendar import SWEDEN
from samspel.participants.visits.visit import Visit

KIND = "visit"
_PRESENT, _ABSENT = "present", "absent"


def _rows(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    there = Case(
        When(caseworker_was_present=True, then=Value(_PRESENT)),
        When(caseworker_was_present=False, then=Value(_ABSENT)),
        default=Value(""),
        output_field=CharField(),
    )
    return timeline_rows(
        Visit.objects.filter(episode__in=episodes),
        kind=KIND,
        on=TruncDate("starts_at", tzinfo=SWEDEN),
        code=there,
        text="caseworker_name",
    )


def _event(row: Row, _today: date) -> Event:
    return Event(
        on=row.on,
        title=_("Came to the study visit"),
        detail=_detail(row),
        kind=KIND,
        url=reverse("visit", args=[UUID(row.ref)]),
        episode_id=row.episode_id,
    )


def _detail(row: Row) -> str:
    if row.code == _PRESENT:
        return (
            _("with the caseworker %(name)s") % {"name": row.text}
            if row.text
            else _("with the caseworker")
        )
    return _("without the caseworker") if row.code == _ABSENT else ""


SOURCES = (Source(kind=KIND, title=lazy("Study visits"), rows=_rows, event=_event),)
"""What the timeline gathers of this subject."""
