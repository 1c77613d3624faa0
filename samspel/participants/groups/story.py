"""Joining and leaving groups, for the timeline of an episode."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samspel.participants.groups.group import Sharing
from samspel.participants.groups.membership import GroupMember
from samspel.participants.timeline import Event, Row, Source, timeline_rows

JOINED, LEFT = "group_joined", "group_left"


def _members(episodes: Sequence[UUID]) -> "QuerySet[GroupMember]":
    """With the group's id where the case's own team still sees it."""
    shared = Sharing.objects.current().filter(
        group=OuterRef("group"), team=OuterRef("episode__team")
    )
    is_seen = Q(group__team=F("episode__team")) | Exists(shared)
    return GroupMember.objects.filter(episode__in=episodes).annotate(
        seen_group=Case(
            When(is_seen, then=Cast("group_id", CharField())),
            default=Value(""),
            output_field=CharField(),
        )
    )


def _joined(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    return timeline_rows(
        _members(episodes), kind=JOINED, on="from_on", code=F("seen_group"), text=F("group__name")
    )


def _left(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    """By a last day of one's own, or the group's; not by the end of the enrolment."""
    ended = _members(episodes).annotate(last_on=Coalesce("until_on", "group__ends_on"))
    is_over = Q(last_on__isnull=False) & (
        Q(episode__closed_on=None) | Q(last_on__lt=F("episode__closed_on"))
    )
    return timeline_rows(
        ended.filter(is_over), kind=LEFT, on="last_on", code=F("seen_group"), text=F("group__name")
    )


def _event(row: Row, today: date) -> Event:
    titles = {JOINED: _("Joined a group"), LEFT: _("Last day in a group")}
    return Event(
        row.on,
        titles[row.kind],
        row.text,
        "is-coming" if row.on > today else "",
        kind=row.kind,
        url=reverse("group", args=[UUID(row.code)]) if row.code else "",
        episode_id=row.episode_id,
    )


SOURCES = (
    Source(JOINED, lazy("Groups"), _joined, _event),
    Source(LEFT, lazy("Groups"), _left, _event, belongs_to=JOINED),
)
"""What the timeline gathers of this subject."""
