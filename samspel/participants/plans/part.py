"""The plan on the person's page: the goals with what is to be done, and where the person stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import FilteredRelation, OuterRef, Q, Subquery

from samspel.participants.episode import Episode
from samspel.participants.plans.goal import Doer, Goal
from samspel.participants.plans.scale import Scale, ScalePoint

TEMPLATE = "plans/part.html"


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step to be done."""

    what: str
    who: Any
    due_on: date | None


@dataclass(frozen=True, slots=True)
class WorkedFor:
    """A goal that is worked for, and what is to be done towards it."""

    pk: UUID
    title: str
    steps: list[OpenStep] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the person stood last on a scale."""

    text: str
    value: int
    on: date


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What ``plans/part.html`` shows as ``plan``."""

    episode: Episode
    goals: list[WorkedFor]
    stands: list[Stand]


def plan_part(episode: Episode, *, with_stands: bool = True) -> PlanPart:
    """The open goals of an episode and, if wanted, its latest answers; one query each."""
    return PlanPart(episode, _goals(episode), list(_stands(episode)) if with_stands else [])


def _goals(episode: Episode) -> list[WorkedFor]:
    to_do = FilteredRelation("steps", condition=Q(steps__done_on=None, steps__left_on=None))
    goals = Goal.objects.filter(episode=episode, reached_on=None, left_on=None)
    rows = (
        goals.annotate(to_do=to_do)
        .order_by("set_on", "pk", "to_do__place", "to_do__pk")
        .values_list("pk", "title", "to_do__what", "to_do__doer", "to_do__due_on")
    )
    found: dict[UUID, WorkedFor] = {}
    titles = dict(Doer.choices)
    for pk, title, what, doer, due_on in rows:
        goal = found.setdefault(pk, WorkedFor(pk, title))
        if what is not None:
            goal.steps.append(OpenStep(what, titles.get(doer, doer), due_on))
    return list(found.values())


def _stands(episode: Episode) -> Iterator[Stand]:
    latest = ScalePoint.objects.filter(scale=OuterRef("pk")).order_by("-on")
    scales = Scale.objects.filter(episode=episode).annotate(
        value=Subquery(latest.values("value")[:1]), last_on=Subquery(latest.values("on")[:1])
    )
    rows = scales.filter(value__isnull=False).order_by("-last_on", "place", "pk")
    for text, value, on in rows.values_list("text", "value", "last_on"):
        yield Stand(text, value, on)
