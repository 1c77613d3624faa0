"""The road from all records to the figures: the episodes, and the events that subjects keep.

It stands above the subjects, which the core knows nothing of. What somebody asks of episodes alone
goes by `episodes.py`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl
from django.db import transaction

from samspel.figures import events
from samspel.figures.compute import Figures
from samspel.figures.events import Events, event_frame
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.participants.attendance.rows import attendance_rows
from samspel.participants.episodes import figures_of
from samspel.participants.follow_ups.rows import follow_up_rows
from samspel.participants.groups.rows import session_rows
from samspel.participants.ideas.rows import idea_rows, planning_day_rows, suggestion_rows
from samspel.participants.placements.rows import placement_rows
from samspel.participants.scores.rows import score_rows
from samspel.participants.shelf import Shelf

Rows = list[dict[str, Any]]
KEPT = 512
"""Frames that a process keeps ready: some ten for each team and last day that was asked for."""

_SHELF: Shelf[tuple[int, date, str], pl.DataFrame] = Shelf(KEPT)
"""By the team, the last day and the name of the frame."""


def _follow_ups(team: Team, until: date) -> Rows:
    return [
        {
            "episode_id": row.episode,
            "due_on": row.due_on,
            "held_on": row.held_on,
            "left_out": row.is_left_out,
        }
        for row in follow_up_rows(team, until)
    ]


def _attendances(team: Team, until: date) -> Rows:
    return [
        {
            "episode_id": row.episode,
            "on": row.on,
            "kind": row.kind,
            "session_id": row.session,
            "group_id": row.group,
            "presence": row.presence.value,
        }
        for row in attendance_rows(team, until)
    ]


def _sessions(team: Team, until: date) -> Rows:
    return [
        {
            "session_id": row.session,
            "on": row.on,
            "kind": row.kind,
            "group_id": row.group,
            "cancelled": row.is_cancelled,
        }
        for row in session_rows(team, until)
    ]


def _placements(team: Team, until: date) -> Rows:
    return [
        {
            "episode_id": row.episode,
            "placement_id": str(row.placement),
            "employer_kind": row.employer_kind,
            "purpose": row.purpose,
            "starts_on": row.starts_on,
            "ended_on": row.ended_on,
            "tenths_at_start": row.tenths_at_start,
            "tenths_at_end": row.tenths_at_end,
            "ready_on": row.ready_on,
            "led_to": row.outcome,
        }
        for row in placement_rows(team, until)
    ]


def _scores(team: Team, until: date) -> Rows:
    return [{"episode_id": row.episode, **row._asdict()} for row in score_rows(team, until)]


def _planning_days(team: Team, until: date) -> Rows:
    return [row._asdict() for row in planning_day_rows(team, until)]


def _suggestions(team: Team, until: date) -> Rows:
    return [row._asdict() for row in suggestion_rows(team, until)]


def _ideas(team: Team, until: date) -> Rows:
    return [{"on": row.opened_on, **row._asdict()} for row in idea_rows(team, until)]


READERS: Mapping[str, Callable[[Team, date], Rows]] = {
    events.FOLLOW_UPS: _follow_ups,
    events.ATTENDANCES: _attendances,
    events.SESSIONS: _sessions,
    events.PLACEMENTS: _placements,
    events.SCORES: _scores,
    events.PLANNING_DAYS: _planning_days,
    events.SUGGESTIONS: _suggestions,
    events.IDEAS: _ideas,
}
"""How each frame is read from the records: in one query, follow-ups and scores in two.

A frame has what was due or begun up to and with a day, and nothing that happened later.
"""


def read_frame(team: Team, until: date, name: str) -> pl.DataFrame:
    """One of the team's frames straight from the records, by its name in `READERS`."""
    return event_frame(name, READERS[name](team, until))


class EventFrames(Mapping[str, pl.DataFrame]):
    """The team's frames of events up to a day; each is read when it is asked for."""

    def __init__(self, team: Team, until: date) -> None:
        self._team = team
        self._until = until
        self._read: dict[str, pl.DataFrame] = {}

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Raises ``KeyError`` for no frame."""
        if name not in READERS:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = self._kept_or_read(name)
        return self._read[name]

    def _kept_or_read(self, name: str) -> pl.DataFrame:
        """Kept for the team's revision and read anew after it, as `episodes.team_frame` is."""
        if transaction.get_connection().in_atomic_block:
            return read_frame(self._team, self._until, name)
        key = (self._team.pk, self._until, name)
        return _SHELF.get(
            key, self._team.revision, lambda: read_frame(self._team, self._until, name)
        )

    def __contains__(self, name: object) -> bool:
        """Without reading it."""
        return name in READERS

    def __iter__(self) -> Iterator[str]:
        return iter(READERS)

    def __len__(self) -> int:
        return len(READERS)


def team_events(team: Team) -> Events:
    """The team's events for whoever counts."""
    return lambda until: EventFrames(team, until)


def every_figure_of(team: Team, period: Period) -> Figures:
    """The team's figures in the period, those of events among them."""
    return figures_of(team, period, team_events(team))
