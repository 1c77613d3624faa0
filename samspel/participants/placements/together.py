"""Whether somebody's placements together go over the hours of full time: a warning, no refusal."""

from datetime import date

from samspel.participants.episode import Episode
from samspel.participants.placements.ladder import Stretch, first_day_over
from samspel.participants.placements.placement import Placement


def over_full_time(episode: Episode) -> date | None:
    """The first day on which the case's placements go over 40 hours a week together.

    None where they never do, and where there is but one. Two queries.
    """
    found = Placement.objects.filter(episode=episode, called_off_on=None, ended_on=None)
    placements = list(found.prefetch_related("steps"))
    if len(placements) < 2:
        return None
    return first_day_over(
        [
            Stretch(tuple(step.rung for step in each.steps.all()), each.ends_planned_on)
            for each in placements
        ]
    )
