"""Figures of follow-ups and attendance: what always holds, and on which engines."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import pytest
from hypothesis import given, settings

from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.definitions import DIMENSION_DEFINITIONS, EVENT_COHORTS, EVENTS
from samspel.figures.events import ATTENDANCES, FOLLOW_UPS, event_frame
from samspel.figures.period import Period, parse_period
from tests.figures.episodes import TEAM, episodes, framed, lifelike, periods
from tests.figures.happened import Rows, events, frames, happened, lifelike_events, lifelike_rows

DIMENSIONS = list(DIMENSION_DEFINITIONS)
COUNTS = [*EVENTS, *EVENT_COHORTS]
YEAR = parse_period("2021")
quick = settings(max_examples=25, deadline=None)


def figures(rows: list[dict[str, Any]], happened: Rows, period: Period) -> Figures:
    return Figures(framed(rows), team=TEAM, period=period, events=events(happened))


@quick
@given(episodes(), happened, periods)
def test_numbers_are_those_of_the_rows(
    rows: list[dict[str, Any]], happened: Rows, period: Period
) -> None:
    """Counted again here, row by row, without any frame."""
    found = figures(rows, happened, period)
    known = set(framed(rows)["episode_id"])
    meetings = [row for row in happened[FOLLOW_UPS] if row["episode_id"] in known]
    due = [row for row in meetings if period.start <= row["due_on"] <= period.end]
    came = {
        (row["episode_id"], row["on"])
        for row in happened[ATTENDANCES]
        if row["episode_id"] in known and period.start <= row["on"] <= period.end
    }
    held = [row for row in meetings if row["held_on"]]
    expected = {
        "follow_ups_due": len(due),
        "follow_ups_due_held": sum(bool(r["held_on"] and r["held_on"] <= period.end) for r in due),
        "follow_ups_left_out": sum(row["left_out"] for row in due),
        "follow_ups_held": sum(period.start <= row["held_on"] <= period.end for row in held),
        "attendance_days": len(came),
        "came": len({episode for episode, _ in came}),
    }
    assert {count: found.count(count).n for count in COUNTS} == expected


@quick
@given(episodes(), happened, periods)
def test_parts_breakdowns_and_cases(
    rows: list[dict[str, Any]], happened: Rows, period: Period
) -> None:
    found = figures(rows, happened, period)
    n = {count: found.count(count).n for count in COUNTS}
    assert n["follow_ups_due_held"] + n["follow_ups_left_out"] <= n["follow_ups_due"]
    assert n["came"] <= n["attendance_days"] <= n["came"] * period.days
    for count in COUNTS:
        assert {sum(found.breakdown(count, one).values()) for one in DIMENSIONS} == {n[count]}
        assert sum(found.crosstab(count, "gender", "outcome").values()) == n[count]
        cases = found.episode_ids(count)
        assert bool(cases) is bool(n[count])
        assert len(cases) == len(set(cases)) <= n[count]
    assert found.episode_ids("came") == found.episode_ids("attendance_days")
    rate = found.share("follow_up_rate")
    assert (rate.part, rate.whole) == (n["follow_ups_due_held"], n["follow_ups_due"])


@quick
@given(episodes(), happened, periods)
def test_a_past_period_does_not_change_with_what_is_held_later(
    rows: list[dict[str, Any]], happened: Rows, period: Period
) -> None:
    known = {
        FOLLOW_UPS: [
            {**row, "held_on": held if (held := row["held_on"]) and held <= period.end else None}
            for row in happened[FOLLOW_UPS]
        ],
        ATTENDANCES: [row for row in happened[ATTENDANCES] if row["on"] <= period.end],
    }
    then, now = figures(rows, known, period), figures(rows, happened, period)
    assert [then.count(one) for one in COUNTS] == [now.count(one) for one in COUNTS]


@quick
@given(episodes(), happened, periods)
def test_episodes_are_counted_as_without_events(
    rows: list[dict[str, Any]], happened: Rows, period: Period
) -> None:
    bare = Figures(framed(rows), team=TEAM, period=period)
    assert contract(figures(rows, happened, period)) == contract(bare)
    assert bare.count("visited") == figures(rows, happened, period).count("visited")
    assert {bare.count(one).n for one in COUNTS} == {0}


def test_two_halves_make_a_whole() -> None:
    rows = lifelike(60)
    whole = figures(rows, lifelike_rows(framed(rows)), YEAR)
    halves = [whole.for_period(parse_period(half)) for half in ("2021H1", "2021H2")]
    for count in ("follow_ups_due", "follow_ups_held", "follow_ups_left_out", "attendance_days"):
        assert sum(half.count(count).n for half in halves) == whole.count(count).n > 0
    assert whole.count("follow_ups_due_held").n > sum(
        half.count("follow_ups_due_held").n for half in halves
    ), "what was due at midsummer and held after it was held by the end of the year"


def test_events_are_asked_for_when_a_figure_counts_them_and_once() -> None:
    asked: list[date] = []
    rows = lifelike(20)
    exact = Figures(
        framed(rows), team=TEAM, period=YEAR, events=lambda day: asked.append(day) or {}
    )
    contract(exact)
    exact.count("visited")
    exact.episode_ids("trial_ended")
    assert asked == []
    assert exact.count("came.gender.woman").n == exact.count("follow_ups_due").n == 0
    assert exact.episode_ids("follow_up_rate") == []
    assert asked == [YEAR.end]
    exact.value("follow_ups_held@previous")
    assert asked == [YEAR.end, YEAR.start - timedelta(days=1)]


def told(found: Figures) -> dict[str, object]:
    numbers: dict[str, object] = {one: found.breakdown(one, "gender") for one in COUNTS}
    numbers |= {f"{one} by two": found.crosstab(one, "gender", "coach") for one in COUNTS}
    return numbers | {f"{one} ids": found.episode_ids(one) for one in COUNTS}


@pytest.mark.parametrize("lazily", [True, False])
def test_duckdb_and_lazy_frames_give_the_same(tmp_path: Path, *, lazily: bool) -> None:
    frame = framed(lifelike(60))
    made = frames(lifelike_rows(frame))
    here = told(Figures(frame, team=TEAM, period=YEAR, events=lifelike_events(frame)))
    assert all(here.values())
    if lazily:
        lazy = {name: one.lazy() for name, one in made.items()}
        there = Figures(frame.lazy(), team=TEAM, period=YEAR, events=lambda _day: lazy)
    else:
        connection = duckdb.connect()
        for name, one in {**made, "episodes": frame}.items():
            one.write_parquet(tmp_path / f"{name}.parquet")
        opened = {
            name: connection.read_parquet(str(tmp_path / f"{name}.parquet"))
            for name in (*made, "episodes")
        }
        kept = nw.from_native(opened.pop("episodes"))
        there = Figures(kept, team=TEAM, period=YEAR, events=lambda _day: opened)
    assert told(there) == here


def test_many_rows_are_counted_by_polars_as_few_are_here(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = framed(lifelike(60))
    here = told(Figures(frame, team=TEAM, period=YEAR, events=lifelike_events(frame)))
    monkeypatch.setattr("samspel.figures.cells.FEW", 0)
    assert told(Figures(frame, team=TEAM, period=YEAR, events=lifelike_events(frame))) == here


def test_what_is_no_day_is_refused() -> None:
    row = {"episode_id": "e1", "on": "soon", "kind": "day"}
    with pytest.raises(ValueError, match="soon"):
        event_frame(ATTENDANCES, [row])
    with pytest.raises(ValueError, match="attendances cannot be read"):
        event_frame(ATTENDANCES, [{**row, "on": date(2021, 1, 1), "kind": 7}])
    with pytest.raises(ValueError, match="is not a mean"):
        Figures(framed([]), team=TEAM, period=YEAR).mean("attendance_days")
