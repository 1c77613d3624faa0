"""Events of any episodes, for tests: arbitrary ones, and lifelike ones."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl
from hypothesis import strategies as st

from samspel.figures import events as frame_names
from samspel.figures.events import ATTENDANCES, FOLLOW_UPS, Events, event_frame
from tests.figures.episodes import days

QUARTER = timedelta(days=91)
LAST = date(2024, 12, 31)
Rows = dict[str, list[dict[str, Any]]]

PRESENCES = ("present", "digital", "excused", "absent")
KINDS = ("open", "forest")
GROUPS = ("g1", "g2")
EMPLOYERS = ("private", "municipal", "cooperative")
PURPOSES = ("routine", "hours", "employment")
LED_TO = ("work", "subsidised_work", "studies", "broken_off")

_ids = st.integers(0, 24).map(lambda number: f"e{number:04}")
_follow_ups = st.fixed_dictionaries(
    {"episode_id": _ids, "due_on": days, "held_on": st.none() | days, "left_out": st.booleans()}
)
_days_of_attendance = st.fixed_dictionaries(
    {
        "episode_id": _ids,
        "on": days,
        "kind": st.just("day"),
        "session_id": st.none(),
        "group_id": st.none(),
        "presence": st.just("present"),
    }
)
_at_sessions = st.fixed_dictionaries(
    {
        "episode_id": _ids,
        "on": days,
        "kind": st.sampled_from(KINDS),
        "session_id": st.integers(0, 9).map(lambda number: f"s{number}"),
        "group_id": st.none() | st.sampled_from(GROUPS),
        "presence": st.sampled_from(PRESENCES),
    }
)
_sessions = st.fixed_dictionaries(
    {
        "session_id": st.integers(0, 99).map(lambda number: f"s{number:02}"),
        "on": days,
        "kind": st.sampled_from(KINDS),
        "group_id": st.none() | st.sampled_from(GROUPS),
        "cancelled": st.booleans(),
    }
)
_tenths = st.none() | st.integers(1, 80).map(lambda number: number * 5)
_placements = st.fixed_dictionaries(
    {
        "episode_id": _ids,
        "placement_id": st.uuids().map(str),
        "employer_kind": st.sampled_from(EMPLOYERS),
        "purpose": st.sampled_from(PURPOSES),
        "starts_on": days,
        "ended_on": st.none() | days,
        "tenths_at_start": _tenths,
        "tenths_at_end": _tenths,
        "ready_on": st.none() | days,
        "led_to": st.sampled_from(LED_TO),
    }
)
_scores = st.fixed_dictionaries(
    {
        "episode_id": _ids,
        "instrument": st.sampled_from(["ors", "ors", "srs"]),
        "on": days,
        "total_tenths": st.integers(0, 400),
        "cutoff_tenths": st.sampled_from([250, 280]),
        "reliable_tenths": st.just(50),
    }
)
_planning_days = st.fixed_dictionaries({"on": days})
_suggestions = st.fixed_dictionaries({"on": days, "answered_on": st.none() | days})
_ideas = st.fixed_dictionaries({"on": days, "became_group_on": st.none() | days})


def _held_or_left_out(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "left_out": row["left_out"] and row["held_on"] is None}


def _in_order(row: dict[str, Any]) -> dict[str, Any]:
    """A placement ends on its first day or later, and what it led to is known when it has."""
    ended = row["ended_on"]
    ended = max(ended, row["starts_on"]) if ended else None
    return {**row, "ended_on": ended, "led_to": row["led_to"] if ended else None}


def _later(row: dict[str, Any]) -> bool:
    """No idea became a group before somebody had it."""
    return row["became_group_on"] is None or row["became_group_on"] >= row["on"]


def _lists(rows: st.SearchStrategy[dict[str, Any]], *once: str) -> st.SearchStrategy[Any]:
    """Rows, of which no two are the same in the columns that are named."""
    if not once:
        return st.lists(rows, max_size=40)
    return st.lists(rows, max_size=40, unique_by=lambda row: tuple(row[name] for name in once))


happened: st.SearchStrategy[Rows] = st.fixed_dictionaries(
    {
        FOLLOW_UPS: _lists(_follow_ups.map(_held_or_left_out)),
        ATTENDANCES: _lists(_days_of_attendance | _at_sessions | _at_sessions),
        frame_names.SESSIONS: _lists(_sessions, "session_id"),
        frame_names.PLACEMENTS: _lists(_placements.map(_in_order)),
        frame_names.SCORES: _lists(_scores, "episode_id", "instrument", "on"),
        frame_names.PLANNING_DAYS: _lists(_planning_days),
        frame_names.SUGGESTIONS: _lists(_suggestions),
        frame_names.IDEAS: _lists(_ideas.filter(_later)),
    }
)
"""Rows of every frame; some name an episode that there is not."""


def frames(rows: Mapping[str, list[dict[str, Any]]]) -> dict[str, pl.DataFrame]:
    """The rows as frames."""
    return {name: event_frame(name, made) for name, made in rows.items()}


def events(rows: Mapping[str, list[dict[str, Any]]]) -> Events:
    """The rows as `Figures` asks for them, whole whatever the day."""
    made = frames(rows)
    return lambda _until: made


def lifelike_rows(episodes: pl.DataFrame) -> Rows:
    """Each frame has something of most stays: a follow-up each quarter, a day each week …"""
    stays = [
        (row["episode_id"], row["enrolled_on"], row["closed_on"] or LAST)
        for row in episodes.to_dicts()
        if row["enrolled_on"]
    ]
    return {
        FOLLOW_UPS: [row for stay in stays for row in _quarters(*stay)],
        ATTENDANCES: [row for stay in stays for row in _weeks(*stay)],
        frame_names.SESSIONS: [_session(number) for number in range(300)],
        frame_names.PLACEMENTS: [
            row for place, stay in enumerate(stays) for row in _placed(place, *stay)
        ],
        frame_names.SCORES: [
            row for place, stay in enumerate(stays) for row in _scored(place, *stay)
        ],
        frame_names.PLANNING_DAYS: [{"on": date(2021, month, 7)} for month in (2, 9)],
        frame_names.SUGGESTIONS: [
            {
                "on": date(2021, month, 1),
                "answered_on": date(2021, month, 9) if month % 3 else None,
            }
            for month in range(1, 13)
        ],
        frame_names.IDEAS: [
            {
                "on": date(2021, month, 3),
                "became_group_on": date(2021, 6, 1) if month == 2 else None,
            }
            for month in (1, 2, 3)
        ],
    }


def _quarters(episode: str, enrolled: date, closed: date) -> Iterator[dict[str, Any]]:
    for number in range(1, (closed - enrolled) // QUARTER + 1):
        due = enrolled + number * QUARTER
        held = due + timedelta(days=number * 9 % 40 - 10) if number % 4 else None
        yield {"episode_id": episode, "due_on": due, "held_on": held, "left_out": number % 8 == 0}


def _weeks(episode: str, enrolled: date, closed: date) -> Iterator[dict[str, Any]]:
    """A day in each week, and in every other one a session to which most come."""
    for number in range((closed - enrolled).days // 7):
        on = enrolled + timedelta(days=7 * number + number % 3)
        day = {"episode_id": episode, "on": on, "kind": "day", "presence": "present"}
        yield {**day, "session_id": None, "group_id": None}
        if number % 2 == 0:
            group = GROUPS[number // 2 % 2] if number % 3 else None
            at = {"session_id": f"s{on:%y%m%d}", "group_id": group, "kind": KINDS[number // 2 % 2]}
            yield {**day, **at, "presence": PRESENCES[number // 2 % 4]}


def _session(number: int) -> dict[str, Any]:
    return {
        "session_id": f"s{number:03}",
        "on": date(2019, 1, 7) + timedelta(days=7 * number),
        "kind": KINDS[number % 2],
        "group_id": GROUPS[number % 2] if number % 5 else None,
        "cancelled": number % 7 == 0,
    }


def _placed(place: int, episode: str, enrolled: date, closed: date) -> Iterator[dict[str, Any]]:
    """Every other stay has a placement after two months, ended with the stay or before."""
    starts = enrolled + timedelta(days=60)
    if place % 2 or starts >= closed:
        return
    ended = None if closed == LAST else closed
    yield {
        "episode_id": episode,
        "placement_id": f"p-{episode}",
        "employer_kind": EMPLOYERS[place // 2 % 3],
        "purpose": PURPOSES[place % 3],
        "starts_on": starts,
        "ended_on": ended,
        "tenths_at_start": 40 + place,
        "tenths_at_end": 200 - place if place % 5 else None,
        "ready_on": starts - timedelta(days=place % 30) if place % 3 else None,
        "led_to": LED_TO[place // 2 % 4] if ended else None,
    }


def _scored(place: int, episode: str, enrolled: date, closed: date) -> Iterator[dict[str, Any]]:
    """An outcome score each quarter, that goes up, down or nowhere."""
    for number in range((closed - enrolled) // QUARTER + 1):
        yield {
            "episode_id": episode,
            "instrument": "ors" if number % 4 else "srs",
            "on": enrolled + number * QUARTER,
            "total_tenths": 180 + (place % 5 - 2) * 25 * number % 400,
            "cutoff_tenths": 250,
            "reliable_tenths": 50,
        }


def lifelike_events(episodes: pl.DataFrame) -> Events:
    """The lifelike events of a frame of episodes, as `Figures` asks for them."""
    return events(lifelike_rows(episodes))
