"""What placements add to the timeline: their beginnings, follow-ups and ends."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.placements.placement import Placement
from samspel.participants.placements.placement_follow_up import PlacementFollowUp
from samspel.participants.placements.purpose import Outcome, Purpose
from samspel.participants.timeline import Event, Row, Source, shortened, timeline_rows

KIND = "placement"
_END, _FOLLOW_UP = "placement_end", "placement_follow_up"


def _begun(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = Placement.objects.filter(episode__in=episodes, called_off_on=None)
    return timeline_rows(found, kind=KIND, on="starts_on", code="purpose", text="employer__name")


def _beginning(row: Row, today: date) -> Event:
    is_coming = row.on > today
    detail = f"{row.text}, {Purpose(row.code).label}"
    title = _("Planned work placement") if is_coming else _("Work placement begins")
    return _event(row, title, detail, reverse("placement", args=[row.ref]), is_coming=is_coming)


def _ended(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = Placement.objects.filter(episode__in=episodes, ended_on__isnull=False)
    return timeline_rows(found, kind=_END, on="ended_on", code="outcome", text="employer__name")


def _ending(row: Row, _today: date) -> Event:
    detail = f"{row.text}, {Outcome(row.code).label}"
    return _event(row, _("Work placement ends"), detail, reverse("placement", args=[row.ref]))


def _held(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = PlacementFollowUp.objects.filter(placement__episode__in=episodes)
    told = Concat(
        F("placement__employer__name"), Value(". "), shortened("came_out"), output_field=TextField()
    )
    return timeline_rows(
        found,
        kind=_FOLLOW_UP,
        on="held_on",
        episode="placement__episode_id",
        code=Cast("placement_id", TextField()),
        text=told,
    )


def _follow_up(row: Row, _today: date) -> Event:
    url = reverse("placement", args=[UUID(row.code)])
    return _event(row, _("Follow-up of the placement"), row.text.removesuffix(". "), url)


def _event(row: Row, title: str, detail: str, url: str, *, is_coming: bool = False) -> Event:
    css = "is-coming" if is_coming else ""
    return Event(row.on, title, detail, css, kind=row.kind, url=url, episode_id=row.episode_id)


SOURCES = (
    Source(kind=KIND, title=lazy("Work placements"), rows=_begun, event=_beginning),
    Source(kind=_END, title="", rows=_ended, event=_ending, belongs_to=KIND),
    Source(kind=_FOLLOW_UP, title="", rows=_held, event=_follow_up, belongs_to=KIND),
)
"""What the timeline gathers of this subject."""
