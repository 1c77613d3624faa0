"""What is due of follow-ups: the next one of each enrolled person, and the booked meetings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samspel.participants.due import Due, DueKind, due
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.follow_ups.schedule import is_told, next_due
from samspel.participants.stage import ENROLLED_STAGES


def follow_ups_due(episodes: Sequence[Episode], today: date) -> Iterator[Due]:
    """The follow-up that each enrolled episode waits for, told as `due.DueRule` asks."""
    enrolled = [each for each in episodes if each.stage(today) in ENROLLED_STAGES]
    known: dict[UUID, list[FollowUp]] = defaultdict(list)
    for each in FollowUp.objects.filter(episode__in=[one.pk for one in enrolled]):
        known[each.episode_id].append(each)
    for episode in enrolled:
        found = _due_of(episode, known[episode.pk], today)
        if found is not None:
            yield found


def _due_of(episode: Episode, known: Sequence[FollowUp], today: date) -> Due | None:
    due_on = waited_for(episode, known, today)
    if due_on is None or not is_told(due_on, today):
        return None
    url = reverse("follow_up", args=[episode.pk, due_on.isoformat()])
    booked = next((each.booked_for for each in known if each.due_on == due_on), None)
    if booked is None:
        return due(DueKind.FOLLOW_UP, due_on, _("Follow-up to book"), url, episode.pk)
    meets = timezone.localtime(booked)
    text = _("Follow-up at %(time)s") % {"time": f"{meets:%H:%M}"}
    return due(DueKind.FOLLOW_UP, meets.date(), text, url, episode.pk)


def waited_for(episode: Episode, known: Sequence[FollowUp], today: date) -> date | None:
    """The due day of the follow-up that an enrolled episode waits for; None when it has ended."""
    if episode.enrolled_on is None or episode.stage(today) not in ENROLLED_STAGES:
        return None
    settled = {each.due_on for each in known if each.is_settled}
    return next_due(episode.enrolled_on, episode.team.follow_up_months, settled, today)
