"""What notes give to the timeline: signed ones, their corrections, and objections."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samspel.participants.notes.note import Note, NoteCorrection, NoteKind
from samspel.participants.notes.objection import Objection
from samspel.participants.timeline import Event, Row, Source, shortened, timeline_rows

_CORRECTED, _OBJECTED = "corrected", "objected"


def _notes(episodes: Sequence[UUID]) -> QuerySet[Any, Any]:
    found = Note.objects.signed().filter(episode__in=episodes)
    code = Concat(
        "kind",
        _mark(NoteCorrection.objects.filter(note=OuterRef("pk")), _CORRECTED),
        _mark(Objection.objects.filter(note=OuterRef("pk")), _OBJECTED),
    )
    return timeline_rows(found, kind="note", code=code, text=shortened("text"), by="author__name")


def _mark(found: QuerySet[Any], word: str) -> Combinable:
    return Case(When(Exists(found), then=Value(f" {word}")), default=Value(""))


def _note(row: Row, _today: date) -> Event:
    kind, *marks = row.code.split()
    words = {_CORRECTED: _("with a correction"), _OBJECTED: _("with an objection")}
    return Event(
        row.on,
        str(NoteKind(kind).label).capitalize(),
        row.text,
        kind=row.kind,
        by=row.by,
        url=reverse("note", args=[row.ref]),
        episode_id=row.episode_id,
        marks=tuple(words[each] for each in marks),
    )


def _corrections(episodes: Sequence[UUID]) -> QuerySet[Any, Any]:
    found = NoteCorrection.objects.filter(note__episode__in=episodes)
    return timeline_rows(
        found,
        kind="correction",
        on=TruncDate("written_at"),
        episode="note__episode_id",
        code="note_id",
        text=shortened("text"),
        by="author__name",
    )


def _correction(row: Row, _today: date) -> Event:
    return Event(
        row.on,
        _("Correction of a note"),
        row.text,
        kind=row.kind,
        by=row.by,
        url=reverse("note", args=[UUID(row.code)]),
        episode_id=row.episode_id,
    )


def _objections(episodes: Sequence[UUID]) -> QuerySet[Any, Any]:
    found = Objection.objects.filter(episode__in=episodes)
    return timeline_rows(
        found, kind="objection", code="note_id", text=shortened("text"), by="recorded_by__name"
    )


def _objection(row: Row, _today: date) -> Event:
    return Event(
        row.on,
        _("The participant objects to a note") if row.code else _("The participant objects"),
        row.text,
        kind=row.kind,
        by=row.by,
        url=reverse("note", args=[UUID(row.code)]) if row.code else "",
        episode_id=row.episode_id,
    )


SOURCES = (
    Source("note", gettext_lazy("Notes"), _notes, _note),
    Source("correction", gettext_lazy("Corrections"), _corrections, _correction, belongs_to="note"),
    Source("objection", gettext_lazy("Objections"), _objections, _objection),
)
