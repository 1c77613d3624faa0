"""The road from all records to the figures: the episodes, and the events that subjects keep.

It stands above the subjects, which the core knows nothing of. What somebody asks of episodes alone
goes by `episodes.py`.
"""

from collections.abc import Mapping
from datetime import date

import polars as pl
from django.db import transaction

from samspel.figures.compute import Figures
from samspel.figures.events import ATTENDANCES, FOLLOW_UPS, Events, event_frame
from samspel.figures.period import Period
from samspel.organisation.team import Team
from samspel.participants.attendance.rows import attendance_rows, that_came
from samspel.participants.episodes import figures_of
from samspel.participants.follow_ups.rows import follow_up_rows
from samspel.participants.shelf import Shelf

Frames = Mapping[str, pl.DataFrame]

_SHELF: Shelf[tuple[int, date], Frames] = Shelf()
"""By the team and the last day that was asked for."""


def read_events(team: Team, until: date) -> Frames:
    """The team's frames of events straight from the records, in three queries.

    They have what was due up to and with ``until``, and nothing that happened later.
    """
    follow_ups = [
        {
            "episode_id": row.episode,
            "due_on": row.due_on,
            "held_on": row.held_on,
            "left_out": row.is_left_out,
        }
        for row in follow_up_rows(team, until)
    ]
    attendances = [
        {"episode_id": row.episode, "on": row.on, "kind": row.kind}
        for row in that_came(attendance_rows(team, until))
    ]
    return {
        FOLLOW_UPS: event_frame(FOLLOW_UPS, follow_ups),
        ATTENDANCES: event_frame(ATTENDANCES, attendances),
    }


def team_events(team: Team) -> Events:
    """The team's events for whoever counts; kept and read as `episodes.team_frame` is."""

    def events(until: date) -> Frames:
        if transaction.get_connection().in_atomic_block:
            return read_events(team, until)
        key = (team.pk, until)
        return _SHELF.get(key, team.revision, lambda: read_events(team, until))

    return events


def every_figure_of(team: Team, period: Period) -> Figures:
    """The team's figures in the period, those of follow-ups and attendance among them."""
    return figures_of(team, period, team_events(team))
