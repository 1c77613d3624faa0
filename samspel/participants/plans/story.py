"""What the timeline tells of a plan: goals, steps done, scaling questions answered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samspel.participants.plans.answered import first_of_day, in_words
from samspel.participants.plans.goal import Goal, GoalStep
from samspel.participants.plans.scale import ScalePoint
from samspel.participants.timeline import Event, Row, Source, timeline_rows
from samspel.participants.union import Rows

PLAN = "plan"
SCALES = "scales"


def _goals(day: str, kind: str) -> Rows:
    def rows(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
        found = Goal.objects.filter(episode_id__in=episodes, **{f"{day}__isnull": False})
        return timeline_rows(found, kind=kind, on=day, text="title")

    return rows


def _steps(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    found = GoalStep.objects.filter(goal__episode_id__in=episodes, done_on__isnull=False)
    return timeline_rows(
        found, kind="goal_step_done", on="done_on", episode="goal__episode_id", text="what"
    )


def _answers(episodes: Sequence[UUID]) -> "QuerySet[Any, Any]":
    """One row for a day, with all that was answered on it."""
    points = ScalePoint.objects.filter(scale__episode_id__in=episodes)
    return timeline_rows(
        first_of_day(points), kind=SCALES, episode="scale__episode_id", text="told"
    )


def _answered(row: Row, today: date) -> Event:
    told = _teller(_("Scaling questions answered"), "scales")(row, today)
    return replace(told, detail=in_words(row.text))


def _teller(title: Any, page: str) -> Callable[[Row, date], Event]:
    def event(row: Row, today: date) -> Event:
        return Event(
            on=row.on,
            title=str(title),
            detail=row.text,
            css="is-coming" if row.on > today else "",
            kind=row.kind,
            url=reverse(page, args=[row.episode_id]),
            episode_id=UUID(str(row.episode_id)),
        )

    return event


SOURCES = (
    Source(PLAN, _("Goals and steps"), _goals("set_on", PLAN), _teller(_("Goal set"), "plan")),
    Source(
        "goal_reached",
        "",
        _goals("reached_on", "goal_reached"),
        _teller(_("Goal reached"), "plan"),
        belongs_to=PLAN,
    ),
    Source(
        "goal_left",
        "",
        _goals("left_on", "goal_left"),
        _teller(_("Goal left"), "plan"),
        belongs_to=PLAN,
    ),
    Source("goal_step_done", "", _steps, _teller(_("Step done"), "plan"), belongs_to=PLAN),
    Source(SCALES, _("Scaling questions"), _answers, _answered),
)
"""In the order of an episode; all but the answers are narrowed together."""
