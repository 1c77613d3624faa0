"""What an episode waits for, and when: derived from its dates, its team's settings and a day.

Pure rules; which episodes to ask about, and who is told, is for the pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count

from samspel.figures.period import shift_months
from samspel.participants.stage import Dates, Stage, stage_of, trial_end

LOOK_AHEAD = timedelta(days=14)
"""How long before its day something is told of: time enough to book a meeting."""
LOOK_BACK = timedelta(days=7)
"""How long after its day it is still told of: nothing records yet that it has been done."""


class Kind(StrEnum):
    """What is waited for."""

    TRIAL_ENDS = "trial_ends"
    """The trial period (prövotid) is over: go on or close."""
    FOLLOW_UP = "follow_up"
    """A joint follow-up (uppföljning), every so many months after the enrolment."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """Something to be done on a day; sorts by that day."""

    on: date
    kind: Kind

    def is_past(self, today: date) -> bool:
        """Whether the day has gone by."""
        return self.on < today


def due_of(
    episode: Dates, *, trial_months: int, follow_up_months: int, today: date
) -> tuple[Due, ...]:
    """What the episode waits for around ``today``, earliest first.

    Only somebody enrolled is waited for, and only within `LOOK_BACK` and `LOOK_AHEAD`. A day
    after a closing that is already entered is not due. Months end on the same day of a later
    month, or on that month's last day.
    """
    stage = stage_of(episode, trial_months=trial_months, today=today)
    if stage not in (Stage.TRIAL, Stage.ACTIVE) or episode.enrolled_on is None:
        return ()
    expected = [
        Due(day, Kind.FOLLOW_UP) for day in follow_ups(episode.enrolled_on, follow_up_months, today)
    ]
    if trial_months:
        expected.append(Due(trial_end(episode.enrolled_on, trial_months), Kind.TRIAL_ENDS))
    last = min(episode.closed_on or date.max, today + LOOK_AHEAD)
    return tuple(sorted(due for due in expected if today - LOOK_BACK <= due.on <= last))


def follow_ups(enrolled_on: date, every_months: int, today: date) -> Iterator[date]:
    """The days of follow-up around ``today``, up to the first one beyond `LOOK_AHEAD`.

    Each is counted from the enrolment itself, so that a short month shifts no later one.
    Raises ValueError when there is less than a month between them.
    """
    if every_months < 1:
        raise ValueError("there must be a month or more between follow-ups")
    gone = (today.year - enrolled_on.year) * 12 + today.month - enrolled_on.month
    for number in count(max(gone // every_months - 1, 1)):
        day = shift_months(enrolled_on, number * every_months)
        yield day
        if day > today + LOOK_AHEAD:
            return
