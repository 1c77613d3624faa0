"""What team meetings add to the timeline: that a case was taken up, and which agency was told."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.case_lists.case_taken_up import CaseTakenUp
from samspel.participants.timeline import Event, Row, Source, timeline_rows

_KIND, _GIVEN_KIND = "case_taken_up", "case_list_given"
_AGENCY = Coalesce(
    NullIf(F("disclosures__agency__short_name"), Value("")),
    F("disclosures__agency__name"),
    output_field=CharField(),
)


def _place() -> Concat:
    """Slug of the team and id of the meeting, of which the address is made."""
    number = Cast("meeting_id", CharField())
    return Concat(F("meeting__team__slug"), Value(" "), number, output_field=CharField())


def _taken_up(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    return timeline_rows(
        CaseTakenUp.objects.filter(episode__in=episodes, meeting__cancelled_because=""),
        kind=_KIND,
        on="meeting__on",
        code=_place(),
        text="meeting__kind__title",
    )


def _given(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    return timeline_rows(
        CaseTakenUp.objects.filter(episode__in=episodes, disclosures__isnull=False),
        kind=_GIVEN_KIND,
        on=TruncDate("disclosures__given_at"),
        code=_place(),
        text=_AGENCY,
        by="disclosures__given_by__name",
    )


def _tell_taken_up(row: Row, today: date) -> Event:
    css = "is-coming" if row.on > today else ""
    title = _("Taken up at a team meeting: %(kind)s") % {"kind": row.text}
    return Event(row.on, title, css=css, kind=row.kind, url=_url(row), episode_id=row.episode_id)


def _tell_given(row: Row, _today: date) -> Event:
    title = _("The case was on a list given to %(party)s") % {"party": row.text}
    return Event(row.on, title, kind=row.kind, by=row.by, url=_url(row), episode_id=row.episode_id)


def _url(row: Row) -> str:
    slug, _space, meeting = row.code.partition(" ")
    return reverse("meeting_cases", args=[slug, int(meeting)])


TAKEN_UP = Source(_KIND, lazy("Team meetings"), _taken_up, _tell_taken_up)
GIVEN = Source(_GIVEN_KIND, lazy("Team meetings"), _given, _tell_given, belongs_to=_KIND)
SOURCES = (TAKEN_UP, GIVEN)
"""What the gathering places take; each is one part of the union."""
