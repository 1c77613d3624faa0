"""The frames as they are counted: what they are made from, and what they are broken down by.

Rows of an episode are joined with it, so that gender, coach and every other breakdown of episodes
serves its events as well. What events have of their own comes beside that: the kind of group, the
purpose of a placement. Some frames are worked out from others: one row for each episode.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from samspel.figures import events
from samspel.figures.attendance_spans import first_days, weeks_of_stays
from samspel.figures.codes import UNKNOWN
from samspel.figures.period import Period
from samspel.figures.score_spans import score_changes
from samspel.figures.work_codes import SINGLE

Rows = nw.LazyFrame[Any]
Make = Callable[[Rows, Rows, Period], Rows]

FOLLOW_UPS = "follow_ups"
ATTENDANCES = "attendances"
WEEKS = "weeks"
FIRST_DAYS = "first_days"
SESSIONS = "sessions"
PLACEMENTS = "placements"
SCORE_CHANGES = "score_changes"
PLANNING_DAYS = "planning_days"
SUGGESTIONS = "suggestions"
IDEAS = "ideas"


@dataclass(frozen=True, slots=True)
class Happening:
    """Rows that are counted. ``reads`` is the frame of events that they come from.

    ``make`` works them out from the events, the episodes and the period, where they are not the
    events themselves. ``key`` is the column with the id of what a reader can look up.
    """

    reads: str
    make: Make | None = None
    of_episodes: bool = True
    key: str | None = None


HAPPENINGS: Mapping[str, Happening] = {
    FOLLOW_UPS: Happening(events.FOLLOW_UPS),
    ATTENDANCES: Happening(events.ATTENDANCES),
    WEEKS: Happening(events.ATTENDANCES, weeks_of_stays),
    FIRST_DAYS: Happening(events.ATTENDANCES, first_days),
    SESSIONS: Happening(events.SESSIONS, of_episodes=False, key="session_id"),
    PLACEMENTS: Happening(events.PLACEMENTS),
    SCORE_CHANGES: Happening(events.SCORES, score_changes),
    PLANNING_DAYS: Happening(events.PLANNING_DAYS, of_episodes=False),
    SUGGESTIONS: Happening(events.SUGGESTIONS, of_episodes=False),
    IDEAS: Happening(events.IDEAS, of_episodes=False),
}


def _stated(column: str, otherwise: str = UNKNOWN) -> Callable[[Period], nw.Expr]:
    def key(period: Period) -> nw.Expr:
        del period
        return nw.col(column).fill_null(otherwise)

    return key


EVENT_DIMENSIONS: Mapping[str, Callable[[Period], nw.Expr]] = {
    "group_kind": _stated("kind"),
    "group": _stated("group_id", SINGLE),
    "session": _stated("session_id"),
    "employer_kind": _stated("employer_kind"),
    "purpose": _stated("purpose"),
    "led_to": _stated("led_to"),
    "score_change": _stated("score_change"),
}
"""What events have of their own: each breakdown's key for a row."""


def happened(
    frames: Mapping[str, Any], happening: Happening, episodes: Rows, period: Period
) -> Rows | None:
    """The rows with their episode's columns beside them; none where the records have no frame."""
    if happening.reads not in frames:
        return None
    rows: Rows = nw.from_native(frames[happening.reads]).lazy()
    if happening.make is not None:
        rows = happening.make(rows, episodes, period)
    return rows.join(episodes, on="episode_id", how="inner") if happening.of_episodes else rows
