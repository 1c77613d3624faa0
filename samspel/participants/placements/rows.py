"""Placements as plain rows, for figures: when they began and ended, with which hours, to what."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from samspel.organisation.team import Team
from samspel.participants.placements.ladder import tenths
from samspel.participants.placements.ladder_step import LadderStep, WorkedWeek
from samspel.participants.placements.placement import Placement


class PlacementRow(NamedTuple):
    """One placement that has begun. ``episode`` is the case number, hours are per week in tenths.

    ``tenths_at_start`` are those of the ladder's first step; ``tenths_at_end`` those of the last
    week that was worked, where none is written down those of the last step that was reached.
    ``outcome`` is empty until it has ended, and where the case was closed without an evaluation.
    """

    episode: str
    placement: UUID
    employer_kind: str
    purpose: str
    starts_on: date
    ended_on: date | None
    tenths_at_start: int | None
    tenths_at_end: int | None
    ready_on: date | None
    outcome: str


def placement_rows(team: Team, until: date) -> list[PlacementRow]:
    """The team's placements that had begun by ``until``, as it was known that day; one query.

    Those that were called off never began. A placement ends with its case at the latest.
    """
    begun = Placement.objects.filter(
        episode__team=team, starts_on__lte=until, called_off_on=None
    ).annotate(
        first_hours=Subquery(_steps().order_by("on").values("hours")[:1]),
        last_hours=Subquery(_reached(until).order_by("-on").values("hours")[:1]),
        worked_hours=Subquery(_worked(until).order_by("-monday").values("hours")[:1]),
    )
    found = begun.order_by("starts_on", "pk").values_list(
        "episode__case_number",
        "pk",
        "employer__kind",
        "purpose",
        "starts_on",
        "ended_on",
        "episode__closed_on",
        "first_hours",
        "last_hours",
        "worked_hours",
        "ready_on",
        "outcome",
    )
    return [_row(values, until) for values in found]


def _row(values: Sequence[Any], until: date) -> PlacementRow:
    number, pk, kind, purpose, starts, own_end, closed, first, last, worked, ready, outcome = values
    ends = own_end or closed
    has_ended = ends is not None and ends <= until
    return PlacementRow(
        episode=number,
        placement=pk,
        employer_kind=kind,
        purpose=purpose,
        starts_on=starts,
        ended_on=max(ends, starts) if has_ended else None,
        tenths_at_start=_tenths(first),
        tenths_at_end=_tenths(worked if worked is not None else last),
        ready_on=ready,
        outcome=outcome if has_ended else "",
    )


def _tenths(hours: Decimal | None) -> int | None:
    return None if hours is None else tenths(hours)


def _steps() -> "QuerySet[LadderStep]":
    return LadderStep.objects.filter(placement=OuterRef("pk"))


def _reached(until: date) -> "QuerySet[LadderStep]":
    """The steps that had begun by the day and before the placement ended."""
    own = Q(placement__ended_on=None) | Q(on__lte=F("placement__ended_on"))
    closed_on = "placement__episode__closed_on"
    case = Q(**{closed_on: None}) | Q(on__lte=F(closed_on))
    return _steps().filter(own, case, on__lte=until)


def _worked(until: date) -> "QuerySet[WorkedWeek]":
    return WorkedWeek.objects.filter(placement=OuterRef("pk"), monday__lte=until)
