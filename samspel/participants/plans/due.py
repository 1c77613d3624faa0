"""Steps of plans that are to be done soon, or should have been."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.due import LOOK_AHEAD, Due, DueKind, due
from samspel.participants.due_rows import DueSource
from samspel.participants.episode import Episode
from samspel.participants.plans.goal import Doer, GoalStep
from samspel.participants.timeline import Row, timeline_rows


def _rows(episodes: Sequence[UUID], today: date) -> "QuerySet[Any, Any]":
    """The steps that lie within `LOOK_AHEAD` or have gone by undone."""
    steps = GoalStep.objects.filter(
        goal__episode__in=episodes,
        goal__reached_on=None,
        goal__left_on=None,
        done_on=None,
        left_on=None,
        due_on__lte=today + LOOK_AHEAD,
    )
    kind = DueKind.GOAL_STEP
    return timeline_rows(
        steps, kind=kind, on="due_on", episode="goal__episode_id", code="doer", text="what"
    )


def _dues(row: Row, _episode: Episode, _today: date) -> Iterator[Due]:
    told = _("%(what)s (%(who)s)") % {"what": row.text, "who": Doer(row.code).label}
    url = f"{reverse('plan', args=[row.episode_id])}#step-{row.ref}"
    yield due(DueKind.GOAL_STEP, row.on, told, url, row.episode_id)


STEPS = DueSource(DueKind.GOAL_STEP, _rows, _dues)
"""What the day gathers of plans."""
