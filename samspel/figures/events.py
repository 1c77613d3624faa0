"""Events: frames beside the episodes, with one row for each thing that happened or was due.

Most events belong to an episode, and name it. Whoever holds the records hands the frames over when
they are asked for, each by itself: what nobody asks for is not read.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import polars as pl

FOLLOW_UPS = "follow_ups"
ATTENDANCES = "attendances"
SESSIONS = "sessions"
PLACEMENTS = "placements"
SCORES = "scores"
PLANNING_DAYS = "planning_days"
SUGGESTIONS = "suggestions"
IDEAS = "ideas"

SCHEMAS: Mapping[str, Mapping[str, pl.DataType]] = {
    FOLLOW_UPS: {
        "episode_id": pl.String(),
        "due_on": pl.Date(),
        "held_on": pl.Date(),
        "left_out": pl.Boolean(),
    },
    ATTENDANCES: {
        "episode_id": pl.String(),
        "on": pl.Date(),
        "kind": pl.String(),
        "session_id": pl.String(),
        "group_id": pl.String(),
        "presence": pl.String(),
    },
    SESSIONS: {
        "session_id": pl.String(),
        "on": pl.Date(),
        "kind": pl.String(),
        "group_id": pl.String(),
        "cancelled": pl.Boolean(),
    },
    PLACEMENTS: {
        "episode_id": pl.String(),
        "placement_id": pl.String(),
        "employer_kind": pl.String(),
        "purpose": pl.String(),
        "starts_on": pl.Date(),
        "ended_on": pl.Date(),
        "tenths_at_start": pl.Int64(),
        "tenths_at_end": pl.Int64(),
        "ready_on": pl.Date(),
        "led_to": pl.String(),
    },
    SCORES: {
        "episode_id": pl.String(),
        "instrument": pl.String(),
        "on": pl.Date(),
        "total_tenths": pl.Int64(),
        "cutoff_tenths": pl.Int64(),
        "reliable_tenths": pl.Int64(),
    },
    PLANNING_DAYS: {"on": pl.Date()},
    SUGGESTIONS: {"on": pl.Date(), "answered_on": pl.Date()},
    IDEAS: {"on": pl.Date(), "became_group_on": pl.Date()},
}
"""The columns of each frame of events; no name is one of the episodes' columns.

``kind`` is the kind of group, or says that somebody came to nothing in particular. Who came to a
day, or to a single activity, has no group; hours are in tenths, scores too.
"""

Events = Callable[[date], Mapping[str, Any]]
"""Gives the frames of events by name, with what was due by a day and what happened by it.

They are of the same engine as the episodes, whose ids they name. A frame may be missing, and one
need not be there before it is asked for by its name.
"""


def no_events(until: date) -> Mapping[str, Any]:
    """The events of records that have none."""
    del until
    return {}


def event_frame(name: str, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Make one of the frames of ``SCHEMAS``; dates may be ISO text, and empty text is missing.

    Raises ``ValueError`` when a value does not fit, ``KeyError`` for a frame that there is not.
    """
    schema = SCHEMAS[name]
    kept = list(rows)
    columns = [[_plain(row[column], dtype) for row in kept] for column, dtype in schema.items()]
    try:
        return pl.DataFrame(dict(zip(schema, columns, strict=True)), schema=schema)
    except (pl.exceptions.PolarsError, TypeError) as error:
        raise ValueError(f"The {name} cannot be read: {error}") from error


def _plain(value: object, dtype: pl.DataType) -> object:
    if not isinstance(value, str):
        return value
    if dtype == pl.Date:
        return date.fromisoformat(value) if value else None
    return value or None
