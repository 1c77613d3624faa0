"""Steps of plans that are to be done soon, or should have been."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.due import LOOK_AHEAD, Due, DueKind, due
from samspel.participants.episode import Episode
from samspel.participants.plans.goal import GoalStep


def step_dues(episodes: Sequence[Episode], today: date) -> Iterator[Due]:
    """The steps that lie within `LOOK_AHEAD` or have gone by undone; one query."""
    steps = GoalStep.objects.filter(
        goal__episode__in=[episode.pk for episode in episodes],
        goal__reached_on=None,
        goal__left_on=None,
        done_on=None,
        left_on=None,
        due_on__lte=today + LOOK_AHEAD,
    )
    for step in steps.select_related("goal").order_by("due_on", "place", "pk"):
        if step.due_on is None:
            continue
        told = _("%(what)s (%(who)s)") % {"what": step.what, "who": step.get_doer_display()}
        url = f"{reverse('plan', args=[step.goal.episode_id])}#step-{step.pk}"
        yield due(DueKind.GOAL_STEP, step.due_on, told, url, step.goal.episode_id)
