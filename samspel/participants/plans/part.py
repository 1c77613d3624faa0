"""The plan on the person's page: the goals with what is to be done, and where the person stands."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    CharField,
    DateField,
    F,
    Field,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from samspel.participants.episode import Episode
from samspel.participants.plans.answered import shortened
from samspel.participants.plans.goal import Doer, Goal
from samspel.participants.plans.scale import Scale, ScalePoint
from samspel.participants.union import as_date, as_uuid, prepared_rows

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

    @property
    def question(self) -> str:
        """The question without what its ends mean."""
        return shortened(self.text)


@dataclass(frozen=True, slots=True)
class PlanPart:
    """What ``plans/part.html`` shows as ``plan``."""

    episode: Episode
    goals: list[WorkedFor]
    stands: list[Stand]


def plan_part(episode: Episode) -> PlanPart:
    """The open goals of an episode and its latest answers, by one query."""
    found: dict[UUID, WorkedFor] = {}
    stood: list[tuple[int, int, Stand]] = []
    titles = dict(Doer.choices)
    for pk, text, on, what, doer, due_on, value, place, _step in prepared_rows(_rows, episode.pk):
        if value is not None:
            day = as_date(on)
            stood.append((-day.toordinal(), place, Stand(text, value, day)))
            continue
        goal = found.setdefault(as_uuid(pk), WorkedFor(as_uuid(pk), text))
        if what is not None:
            last = None if due_on is None else as_date(due_on)
            goal.steps.append(OpenStep(what, titles.get(doer, doer), last))
    latest_first = sorted(stood, key=lambda each: each[:2])
    return PlanPart(episode, list(found.values()), [stand for *_order, stand in latest_first])


_ORDER = ("row_on", "row_pk", "row_place", "row_step")
_COLUMNS = ("row_pk", "row_text", "row_on", "what", "doer", "due_on", "stood_at", *_ORDER[2:])


def _rows(episode: UUID) -> "QuerySet[Any, Any]":
    return _goals(episode).union(_stands(episode), all=True).order_by(*_ORDER)


def _goals(episode: UUID) -> "QuerySet[Any, Any]":
    """A row for each step to be done; one without a step for a goal that has none."""
    to_do = FilteredRelation("steps", condition=Q(steps__done_on=None, steps__left_on=None))
    goals = Goal.objects.filter(episode=episode, reached_on=None, left_on=None).order_by()
    return goals.annotate(
        to_do=to_do,
        row_pk=F("pk"),
        row_text=F("title"),
        row_on=F("set_on"),
        what=F("to_do__what"),
        doer=F("to_do__doer"),
        due_on=F("to_do__due_on"),
        stood_at=_nothing(IntegerField()),
        row_place=F("to_do__place"),
        row_step=F("to_do__pk"),
    ).values_list(*_COLUMNS)


def _stands(episode: UUID) -> "QuerySet[Any, Any]":
    """A row for each scale that was answered, with the latest answer."""
    latest = ScalePoint.objects.filter(scale=OuterRef("pk")).order_by("-on")
    scales = Scale.objects.filter(episode=episode).order_by()
    return (
        scales.annotate(
            row_pk=F("pk"),
            row_text=F("text"),
            row_on=Subquery(latest.values("on")[:1]),
            what=_nothing(CharField()),
            doer=_nothing(CharField()),
            due_on=_nothing(DateField()),
            stood_at=Subquery(latest.values("value")[:1]),
            row_place=F("place"),
            row_step=_nothing(UUIDField()),
        )
        .filter(stood_at__isnull=False)
        .values_list(*_COLUMNS)
    )


def _nothing(field: Field[Any, Any]) -> Combinable:
    """No value, where the other half of the union has one of this kind."""
    return Cast(Value(None), field)
