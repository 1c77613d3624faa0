"""The follow-ups of one case: what is waited for, and all that there were, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samspel.participants.episode import Episode
from samspel.participants.follow_ups.due import known_of, row_of, waited_for
from samspel.participants.follow_ups.follow_up import FollowUp
from samspel.participants.follow_ups.schedule import days_until, is_due_day
from samspel.participants.follow_ups.state import LOOKS, State, state_of

_AHEAD_DAYS = 366
"""How far ahead a follow-up can be opened: as far as one can book."""


@dataclass(frozen=True, slots=True)
class Line:
    """One follow-up as lists show it."""

    due_on: date
    row: FollowUp | None
    state: State

    @property
    def look(self) -> str:
        """The look of its mark."""
        return LOOKS[self.state]


@dataclass(frozen=True, slots=True)
class FollowUpPart:
    """What `follow_ups/part.html` shows of a case, as ``follow_ups``."""

    episode: Episode
    next: Line | None
    past: list[Line]
    """All but the next one, the latest first."""


def follow_up_part(episode: Episode, today: date) -> FollowUpPart | None:
    """The follow-ups of a case by one query; None for somebody who was never enrolled."""
    if episode.enrolled_on is None or episode.enrolled_on > today:
        return None
    known = known_of([episode.pk]).get(episode.pk, [])
    waited = waited_for(episode, known, today)
    lines = [
        Line(day, row_of(known, day), state_of(day, row_of(known, day), waited, today))
        for day in sorted(_days(episode, episode.enrolled_on, known, waited, today), reverse=True)
    ]
    coming = next((each for each in lines if each.due_on == waited), None)
    return FollowUpPart(episode, coming, [each for each in lines if each is not coming])


def _days(
    episode: Episode,
    enrolled_on: date,
    known: Sequence[FollowUp],
    waited: date | None,
    today: date,
) -> set[date]:
    """The days of the schedule that came while the case was open, and those with a row."""
    months, closed_on = episode.team.follow_up_months, episode.closed_on
    due = days_until(enrolled_on, months, today)
    days = {day for day in due if closed_on is None or day < closed_on}
    return days | {each.due_on for each in known} | ({waited} if waited is not None else set())


def opens(episode: Episode, due_on: date, today: date) -> bool:
    """Whether there is a follow-up to open on a due day that has no row."""
    if episode.enrolled_on is None:
        return False
    ends = episode.closed_on
    fits = (due_on - today).days <= _AHEAD_DAYS and (ends is None or due_on < ends)
    return fits and is_due_day(due_on, episode.enrolled_on, episode.team.follow_up_months)
