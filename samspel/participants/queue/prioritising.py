"""Choosing somebody's priority group in the queue."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samspel.accounts.actor import Actor
from samspel.accounts.log import log
from samspel.participants.constraints import saving
from samspel.participants.episode import Episode
from samspel.participants.queue.priority import PriorityGroup, QueuePlace


def set_priority(
    *, episode: Episode, version: int, group: PriorityGroup | None, by: Actor
) -> QueuePlace:
    """Put somebody in a priority group of the team, or in none.

    ``version`` is that of the place that the writer saw, 0 where there was none yet. Raises
    ValidationError when somebody else chose meanwhile.
    """
    with saving(by):
        Episode.objects.select_for_update().get(pk=episode.pk)
        found = QueuePlace.objects.filter(episode=episode).first()
        place = found or QueuePlace(episode=episode, version=0)
        if place.version != version:
            raise ValidationError(_("Somebody else chose a group meanwhile: look first."))
        if place.group == group:
            return place
        place.group = group
        place.version += 1
        place.save()
        log(
            by=by,
            act="queue_priority_set",
            subject=f"episode:{episode.pk}",
            team_id=episode.team_id,
            details={"fields": ["group"]},
        )
    return place
