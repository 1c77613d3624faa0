"""What closings add to the timeline: what they led to, the signed statement, the checks."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, JSONArray
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.closings.check import ClosingCheck, Reached
from samspel.participants.closings.details import ClosingDetails
from samspel.participants.closings.led_to import next_told, result_told
from samspel.participants.closings.statement import Statement
from samspel.participants.timeline import Event, Row, Source, timeline_rows


def _signed(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = Statement.objects.filter(episode__in=episodes, signed_on__isnull=False)
    return timeline_rows(found, kind="statement", on="signed_on", by="signed_by__name")


def _statement(row: Row, _today: date) -> Event:
    return Event(
        row.on,
        _("The closing statement is signed"),
        kind=row.kind,
        by=row.by,
        url=reverse("statement", args=[row.episode_id]),
        episode_id=row.episode_id,
    )


def _checks(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    return timeline_rows(
        ClosingCheck.objects.filter(episode__in=episodes),
        kind="closing_check",
        on="done_on",
        code="reached",
        text=Cast("months", TextField()),
        by="done_by__name",
    )


def _check(row: Row, _today: date) -> Event:
    title = _("Asked how it goes %(months)s months after the closing") % {"months": row.text}
    reached = str(Reached(row.code).label)
    return Event(row.on, title, reached, kind=row.kind, by=row.by, episode_id=row.episode_id)


_TOLD = (
    "employment",
    "extent",
    "is_subsidised",
    "employer",
    "studies",
    "next_step",
    "taken_over_by",
)


def _details(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = ClosingDetails.objects.filter(episode__in=episodes, episode__closed_on__isnull=False)
    return timeline_rows(
        found,
        kind="closing_details",
        on="episode__closed_on",
        text=Cast(JSONArray(*_TOLD), TextField()),
    )


def _led_to(row: Row, _today: date) -> Event:
    details = ClosingDetails(**dict(zip(_TOLD, json.loads(row.text), strict=True)))
    sentences = (" ".join(result_told(details)), " ".join(next_told(details)))
    return Event(
        row.on,
        _("What the closing led to"),
        "\n".join(filter(None, sentences)),
        kind=row.kind,
        url=reverse("closing_details", args=[row.episode_id]),
        episode_id=row.episode_id,
    )


DETAILS = Source("closing_details", "", _details, _led_to, belongs_to="statement")
STATEMENT = Source("statement", lazy("Closing"), _signed, _statement)
CHECKS = Source("closing_check", lazy("Checks after closing"), _checks, _check)
SOURCES = (STATEMENT, DETAILS, CHECKS)
