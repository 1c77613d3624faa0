"""What is due of placements: the next follow-up, a start that comes, and an end to evaluate."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.due import LOOK_AHEAD, Due, DueKind, due
from samspel.participants.episode import Episode
from samspel.participants.placements.following_up import next_due
from samspel.participants.placements.placement import Placement
from samspel.participants.stage import ENROLLED_STAGES


def placement_dues(episodes: Sequence[Episode], today: date) -> Iterator[Due]:
    """The dues of the enrolled episodes' placements, told as `due.DueRule` asks; one query."""
    enrolled = [each.pk for each in episodes if each.stage(today) in ENROLLED_STAGES]
    open_ones = Placement.objects.filter(
        episode__in=enrolled, ended_on=None, called_off_on=None
    ).select_related("employer")
    for placement in with_last_follow_up(open_ones).order_by("starts_on", "pk"):
        yield from dues_of(placement, today)


def with_last_follow_up(found: "QuerySet[Placement]") -> "QuerySet[Placement]":
    """With ``last_held_on``, the day of the last follow-up."""
    return found.annotate(last_held_on=Max("follow_ups__held_on"))


def dues_of(placement: Placement, today: date) -> Iterator[Due]:
    """The dues of one placement that has not ended, from `with_last_follow_up`."""
    for on, text, page in _waits(placement, today):
        if on <= today + LOOK_AHEAD:
            url = reverse(page, args=[placement.pk])
            told = text % {"employer": placement.employer.name}
            yield due(DueKind.PLACEMENT, on, told, url, placement.episode_id)


def _waits(placement: Placement, today: date) -> Iterator[tuple[date, str, str]]:
    """What a placement waits for: the day, the text and the page where it is done."""
    if placement.starts_on > today:
        yield placement.starts_on, _("Work placement begins: %(employer)s"), "placement"
        return
    ends_on = placement.ends_planned_on
    last_held_on = getattr(placement, "last_held_on", None)
    follow_up_on = next_due(placement.starts_on, last_held_on, placement.follow_up_weeks)
    if ends_on is not None:
        yield ends_on, _("Work placement to end and evaluate: %(employer)s"), "placement_end"
    if ends_on is None or follow_up_on < ends_on:
        said = _("Follow-up of the placement: %(employer)s")
        yield follow_up_on, said, "placement_follow_up_new"
