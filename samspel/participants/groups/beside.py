"""What the person's page reads of the groups that somebody is in, each with its next session."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, JSONObject

from samspel.participants.groups.group import Sharing
from samspel.participants.groups.membership import GroupMember
from samspel.participants.groups.session import Session
from samspel.participants.timeline import Row, timeline_rows

GROUP = "group"


def _groups(episodes: Sequence[UUID], today: date) -> "QuerySet[Any, Any]":
    """The groups from ``today`` on that the case's own team runs or takes part in."""
    coming = Session.objects.held().filter(group=OuterRef("group"), on__gte=today)
    first = coming.order_by("on", "at", "pk")
    shared = Sharing.objects.current().filter(
        group=OuterRef("group"), team=OuterRef("episode__team")
    )
    found = GroupMember.objects.from_day(today).filter(
        Q(group__team=F("episode__team")) | Exists(shared), episode__in=episodes
    )
    told = JSONObject(
        group=Cast("group_id", TextField()),
        until=Cast("until_on", TextField()),
        next_on=Cast(Subquery(first.values("on")[:1]), TextField()),
        next_at=Cast(Subquery(first.values("at")[:1]), TextField()),
    )
    return timeline_rows(
        found, kind=GROUP, on="from_on", code=Cast(told, TextField()), text="group__name"
    )


BESIDE = {GROUP: _groups}
"""Read with `rows_beside`."""


def values_of(row: Row) -> dict[str, str | None]:
    """``group``, ``until``, ``next_on`` and ``next_at`` of a row."""
    values: dict[str, str | None] = json.loads(row.code)
    return values
