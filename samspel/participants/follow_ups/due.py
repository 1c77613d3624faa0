"""What is due of follow-ups: the next one of each enrolled person, and the booked meetings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samspel.participants.due import Due, DueKind, due
from samspel.participants.episode import Episode
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.follow_ups.schedule import is_told, next_due
from samspel.participants.stage import ENROLLED_STAGES


def follow_ups_due(episodes: Sequence[Episode], today: date) -> Iterator[Due]:
    """The follow-up that each enrolled episode waits for, told as `due.DueRule` asks."""
    enrolled = [each for each in episodes if each.stage(today) in ENROLLED_STAGES]
    known = known_of([each.pk for each in enrolled])
    for episode in enrolled:
        found = _due_of(episode, known.get(episode.pk, []), today)
        if found is not None:
            yield found


def known_of(episodes: "Sequence[UUID] | QuerySet[Any, Any]") -> Mapping[UUID, list[FollowUp]]:
    """The follow-ups of some episodes that have a row, by episode: one query.

    ``episodes`` are ids, or a query for them.
    """
    known: dict[UUID, list[FollowUp]] = defaultdict(list)
    for each in FollowUp.objects.filter(episode__in=episodes):
        known[each.episode_id].append(each)
    return known


def _due_of(episode: Episode, known: Sequence[FollowUp], today: date) -> Due | None:
    due_on = waited_for(episode, known, today)
    return None if due_on is None else due_on_day(episode, due_on, row_of(known, due_on), today)


def due_on_day(episode: Episode, due_on: date, row: FollowUp | None, today: date) -> Due | None:
    """The follow-up of a due day as a line of the list; None while it is too far ahead."""
    url = reverse("follow_up", args=[episode.pk, due_on.isoformat()])
    if row is None or row.booked_on is None:
        if not is_told(due_on, today):
            return None
        return due(DueKind.FOLLOW_UP, due_on, _("Follow-up to book"), url, episode.pk)
    if not is_told(row.booked_on, today):
        return None
    told = _("Follow-up to write down") if row.booked_on < today else _("Follow-up at %(time)s")
    text = told % {"time": row.clock}
    at = time.fromisoformat(row.clock)
    return due(DueKind.FOLLOW_UP, row.booked_on, text, url, episode.pk, at)


def row_of(known: Iterable[FollowUp], due_on: date) -> FollowUp | None:
    """The row of a due day, if there is one."""
    return next((each for each in known if each.due_on == due_on), None)


def waited_for(episode: Episode, known: Sequence[FollowUp], today: date) -> date | None:
    """The due day of the follow-up that an enrolled episode waits for; None when it has ended."""
    if episode.enrolled_on is None or episode.stage(today) not in ENROLLED_STAGES:
        return None
    return next_due(episode.enrolled_on, episode.team.follow_up_months, known, today)
