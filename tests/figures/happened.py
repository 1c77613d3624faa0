"""Follow-ups and attendance of any episodes, for tests: arbitrary ones, and lifelike ones."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl
from hypothesis import strategies as st

from samspel.figures.events import ATTENDANCES, FOLLOW_UPS, SCHEMAS, Events, event_frame
from tests.figures.episodes import days

QUARTER = timedelta(days=91)
LAST = date(2024, 12, 31)
Rows = dict[str, list[dict[str, Any]]]

_ids = st.integers(0, 24).map(lambda number: f"e{number:04}")
_follow_ups = st.fixed_dictionaries(
    {"episode_id": _ids, "due_on": days, "held_on": st.none() | days, "left_out": st.booleans()}
)
_attendances = st.fixed_dictionaries(
    {"episode_id": _ids, "on": days, "kind": st.sampled_from(["day", "group"])}
)


def _held_or_left_out(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "left_out": row["left_out"] and row["held_on"] is None}


happened: st.SearchStrategy[Rows] = st.fixed_dictionaries(
    {
        FOLLOW_UPS: st.lists(_follow_ups.map(_held_or_left_out), max_size=40),
        ATTENDANCES: st.lists(_attendances, max_size=40),
    }
)
"""Rows of both frames; some name an episode that there is not."""


def frames(rows: Mapping[str, list[dict[str, Any]]]) -> dict[str, pl.DataFrame]:
    """The rows as frames."""
    return {name: event_frame(name, rows[name]) for name in SCHEMAS}


def events(rows: Mapping[str, list[dict[str, Any]]]) -> Events:
    """The rows as `Figures` asks for them, whole whatever the day."""
    made = frames(rows)
    return lambda _until: made


def lifelike_rows(episodes: pl.DataFrame) -> Rows:
    """A follow-up each quarter of a stay, most of them held, and a day each week."""
    stays = [
        (row["episode_id"], row["enrolled_on"], row["closed_on"] or LAST)
        for row in episodes.to_dicts()
        if row["enrolled_on"]
    ]
    return {
        FOLLOW_UPS: [row for stay in stays for row in _quarters(*stay)],
        ATTENDANCES: [row for stay in stays for row in _weeks(*stay)],
    }


def _quarters(episode: str, enrolled: date, closed: date) -> Iterator[dict[str, Any]]:
    for number in range(1, (closed - enrolled) // QUARTER + 1):
        due = enrolled + number * QUARTER
        held = due + timedelta(days=number * 9 % 40 - 10) if number % 4 else None
        yield {"episode_id": episode, "due_on": due, "held_on": held, "left_out": number % 8 == 0}


def _weeks(episode: str, enrolled: date, closed: date) -> Iterator[dict[str, Any]]:
    for number in range((closed - enrolled).days // 7):
        on = enrolled + timedelta(days=7 * number + number % 3)
        yield {"episode_id": episode, "on": on, "kind": "day"}
        if number % 5 == 0:
            yield {"episode_id": episode, "on": on, "kind": "group"}


def lifelike_events(episodes: pl.DataFrame) -> Events:
    """The lifelike events of a frame of episodes, as `Figures` asks for them."""
    return events(lifelike_rows(episodes))
