"""What is due of placements: the next follow-up, a start that comes, and an end to evaluate."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Max, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.due import LOOK_AHEAD, Due, DueKind, due
from samspel.participants.due_rows import DueSource
from samspel.participants.episode import Episode
from samspel.participants.placements.following_up import next_due
from samspel.participants.placements.placement import Placement
from samspel.participants.placements.placement_follow_up import PlacementFollowUp
from samspel.participants.stage import ENROLLED_STAGES
from samspel.participants.timeline import Row, timeline_rows


class _Waiting(NamedTuple):
    """What of a placement that has not ended tells what it waits for."""

    placement: UUID | str
    episode: UUID
    employer: str
    starts_on: date
    ends_on: date | None
    last_held_on: date | None
    weeks: int


def _rows(episodes: Sequence[UUID], _today: date) -> "QuerySet[Any, Any]":
    """The placements that have neither ended nor been called off."""
    held = PlacementFollowUp.objects.filter(placement=OuterRef("pk")).order_by("-held_on")
    told = JSONObject(
        ends_on=Cast("ends_planned_on", TextField()),
        last_held_on=Cast(Subquery(held.values("held_on")[:1]), TextField()),
        weeks=F("follow_up_weeks"),
    )
    return timeline_rows(
        Placement.objects.filter(episode__in=episodes, ended_on=None, called_off_on=None),
        kind=DueKind.PLACEMENT,
        on="starts_on",
        code=Cast(told, TextField()),
        text="employer__name",
    )


def _dues(row: Row, episode: Episode, today: date) -> Iterator[Due]:
    """Of the enrolled only: a case that has ended waits for nothing."""
    if episode.stage(today) in ENROLLED_STAGES:
        told = json.loads(row.code)
        ends_on, held_on = _day(told["ends_on"]), _day(told["last_held_on"])
        waiting = (row.ref, episode.pk, row.text, row.on, ends_on, held_on, told["weeks"])
        yield from _of(_Waiting(*waiting), today)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


PLACEMENTS = DueSource(DueKind.PLACEMENT, _rows, _dues)
"""What the day gathers of placements."""


def with_last_follow_up(found: "QuerySet[Placement]") -> "QuerySet[Placement]":
    """With ``last_held_on``, the day of the last follow-up."""
    return found.annotate(last_held_on=Max("follow_ups__held_on"))


def dues_of(placement: Placement, today: date) -> Iterator[Due]:
    """The dues of one placement that has not ended, from `with_last_follow_up`."""
    waiting = _Waiting(
        placement=placement.pk,
        episode=placement.episode_id,
        employer=placement.employer.name,
        starts_on=placement.starts_on,
        ends_on=placement.ends_planned_on,
        last_held_on=getattr(placement, "last_held_on", None),
        weeks=placement.follow_up_weeks,
    )
    return _of(waiting, today)


def _of(waiting: _Waiting, today: date) -> Iterator[Due]:
    for on, text, page in _waits(waiting, today):
        if on <= today + LOOK_AHEAD:
            url = reverse(page, args=[waiting.placement])
            told = text % {"employer": waiting.employer}
            yield due(DueKind.PLACEMENT, on, told, url, waiting.episode)


def _waits(waiting: _Waiting, today: date) -> Iterator[tuple[date, str, str]]:
    """What a placement waits for: the day, the text and the page where it is done."""
    if waiting.starts_on > today:
        yield waiting.starts_on, _("Work placement begins: %(employer)s"), "placement"
        return
    ends_on = waiting.ends_on
    follow_up_on = next_due(waiting.starts_on, waiting.last_held_on, waiting.weeks)
    if ends_on is not None:
        yield ends_on, _("Work placement to end and evaluate: %(employer)s"), "placement_end"
    if ends_on is None or follow_up_on < ends_on:
        said = _("Follow-up of the placement: %(employer)s")
        yield follow_up_on, said, "placement_follow_up_new"
