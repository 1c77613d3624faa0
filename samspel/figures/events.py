"""Events: frames beside the episodes, with one row for each thing that happened or was due.

An event belongs to an episode. Its rows are tallied here, once for a period: the episode gets a
whole number for each figure, and from then on gender, coach and every other breakdown serve events
as they serve episodes. Whoever holds the records hands the frames over when they are asked for.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from samspel.figures.definition import EventFigure
from samspel.figures.period import Period

FOLLOW_UPS = "follow_ups"
ATTENDANCES = "attendances"

SCHEMAS: Mapping[str, Mapping[str, pl.DataType]] = {
    FOLLOW_UPS: {
        "episode_id": pl.String(),
        "due_on": pl.Date(),
        "held_on": pl.Date(),
        "left_out": pl.Boolean(),
    },
    ATTENDANCES: {"episode_id": pl.String(), "on": pl.Date(), "kind": pl.String()},
}
"""The columns of each frame of events. ``kind`` says what somebody came to."""

Events = Callable[[date], Mapping[str, Any]]
"""Gives the frames of events by name, with what was due by a day and what happened by it.

They are of the same engine as the episodes, whose ids they name. A frame may be missing.
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
    columns = [[_plain(row[column], dtype) for row in rows] for column, dtype in schema.items()]
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


def tally_of(figure: str) -> nw.Expr:
    """How many events of a figure an episode has, in a frame that `tallied` has made."""
    return nw.col(_column(figure))


def _column(figure: str) -> str:
    return f"n_{figure}"


def tallied(
    episodes: nw.LazyFrame[Any],
    frames: Mapping[str, Any],
    figures: Iterable[EventFigure],
    period: Period,
) -> nw.LazyFrame[Any]:
    """The episodes with their number of events for each figure beside them; lazy throughout."""
    for figure in figures:
        column = _column(figure.key)
        if figure.frame not in frames:
            none = nw.lit(0, dtype=nw.Int64).alias(column)
            episodes = episodes.with_columns(none)
            continue
        events: nw.LazyFrame[Any] = nw.from_native(frames[figure.frame]).lazy()
        numbers = _numbers(events.filter(figure.expression(period)), figure)
        joined = episodes.join(numbers, on="episode_id", how="left")
        filled = tally_of(figure.key).cast(nw.Int64).fill_null(0)
        episodes = joined.with_columns(filled.alias(column))
    return episodes


def _numbers(events: nw.LazyFrame[Any], figure: EventFigure) -> nw.LazyFrame[Any]:
    """One row for each episode that has any: its number of events, or of days that have some."""
    if figure.once_for is not None:
        events = events.select("episode_id", figure.once_for).unique()
    return events.group_by("episode_id").agg(nw.len().alias(_column(figure.key)))
