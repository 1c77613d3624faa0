"""Figures of events: what always holds, when they are asked for, and on which engines."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings

from samspel.figures.compute import Figures
from samspel.figures.contract import contract
from samspel.figures.definitions import EVENT_MEASURES, EVENTS, dimensions_of
from samspel.figures.dimensions import DIMENSIONS
from samspel.figures.events import ATTENDANCES, SCHEMAS, event_frame
from samspel.figures.frame import DERIVED, SCHEMA
from samspel.figures.happenings import EVENT_DIMENSIONS
from samspel.figures.period import Period, parse_period
from tests.figures.episodes import TEAM, episodes, framed, lifelike, periods
from tests.figures.happened import Rows, events, frames, happened, lifelike_events, lifelike_rows

COUNTS = list(EVENTS)
YEAR = parse_period("2021")
quick = settings(max_examples=15, deadline=None)

ONCE_IN_ALL = {
    (figure.key, dimension)
    for figure in EVENTS.values()
    if figure.once_for is not None
    for dimension in figure.dimensions
}
"""Who is at several keys is counted at each of them, and once in all."""


def figures(rows: list[dict[str, Any]], happened: Rows, period: Period) -> Figures:
    return Figures(framed(rows), team=TEAM, period=period, events=events(happened))


@quick
@given(episodes(), happened, periods)
def test_breakdowns_add_up(rows: list[dict[str, Any]], happened: Rows, period: Period) -> None:
    found = figures(rows, happened, period)
    for count in COUNTS:
        n = found.count(count).n
        for one in dimensions_of(count):
            parts = found.breakdown(count, one).values()
            if (count, one) in ONCE_IN_ALL:
                assert max(parts, default=0) <= n <= sum(parts)
            else:
                assert sum(parts) == n, (count, one)
        for one in EVENTS[count].dimensions:
            if "gender" in dimensions_of(count):
                assert sum(found.crosstab(count, "gender", one).values()) == sum(
                    found.breakdown(count, one).values()
                )
            keys = found.breakdown(count, one)
            assert {key: found.count(f"{count}.{one}.{key}").n for key in keys} == keys


@quick
@given(episodes(), happened, periods)
def test_the_cases_behind_a_number(
    rows: list[dict[str, Any]], happened: Rows, period: Period
) -> None:
    found = figures(rows, happened, period)
    for count in COUNTS:
        n, cases = found.count(count).n, found.episode_ids(count)
        if not set(DIMENSIONS) & set(dimensions_of(count)):
            assert cases == []
            continue
        assert bool(cases) is bool(n)
        assert len(cases) == len(set(cases)) <= n
        assert len(cases) == n or EVENTS[count].once_for != ("episode_id",)
        for one in EVENTS[count].dimensions:
            by_key = [found.episode_ids(f"{count}.{one}.{key}") for key in found.keys(count, one)]
            assert sorted({case for each in by_key for case in each}) == cases
    for measure in EVENT_MEASURES:
        assert len(found.episode_ids(measure)) <= found.mean(measure).n
    for count in ("group_sessions_held", "sessions_cancelled"):
        assert len(found.event_ids(count)) == found.count(count).n
    assert found.event_ids("came") == []


@quick
@given(episodes(), happened, periods)
def test_a_past_period_does_not_change_with_what_happens_later(
    rows: list[dict[str, Any]], happened: Rows, period: Period
) -> None:
    """What is planned may lie ahead; what has happened lies in the past."""
    ends = {"held_on": None, "ended_on": "led_to", "answered_on": None, "became_group_on": None}
    known: Rows = {name: [dict(row) for row in rows] for name, rows in happened.items()}
    for row in (row for rows in known.values() for row in rows):
        for day, stated in ends.items():
            if row.get(day) and row[day] > period.end:
                row.update({day: None} | ({stated: None} if stated else {}))
    for name in (ATTENDANCES, "scores", "suggestions", "ideas"):
        known[name] = [row for row in known[name] if row["on"] <= period.end]
    known["placements"] = [r for r in known["placements"] if r["starts_on"] <= period.end]
    then, now = figures(rows, known, period), figures(rows, happened, period)
    assert [then.count(one) for one in COUNTS] == [now.count(one) for one in COUNTS]
    assert [then.mean(one) for one in EVENT_MEASURES] == [now.mean(one) for one in EVENT_MEASURES]


@quick
@given(episodes(), happened, periods)
def test_episodes_are_counted_as_without_events(
    rows: list[dict[str, Any]], happened: Rows, period: Period
) -> None:
    bare = Figures(framed(rows), team=TEAM, period=period)
    assert contract(figures(rows, happened, period)) == contract(bare)
    assert bare.count("visited") == figures(rows, happened, period).count("visited")
    assert {bare.count(one).n for one in COUNTS} == {0}
    assert {bare.mean(one).n for one in EVENT_MEASURES} == {0}


def test_no_column_of_events_is_one_of_episodes() -> None:
    own = {column for schema in SCHEMAS.values() for column in schema} - {"episode_id"}
    assert not own & {*SCHEMA, *DERIVED}
    assert not set(EVENT_DIMENSIONS) & set(DIMENSIONS)


def test_two_halves_make_a_whole() -> None:
    rows = lifelike(60)
    whole = figures(rows, lifelike_rows(framed(rows)), YEAR)
    halves = [whole.for_period(parse_period(half)) for half in ("2021H1", "2021H2")]
    for count in (
        *("follow_ups_due", "follow_ups_held", "follow_ups_left_out", "attendance_days"),
        *("group_sessions_held", "sessions_cancelled", "attendances", "attendances_recorded"),
        *("placements_started", "placements_ended", "planning_days_held", "suggestions_received"),
    ):
        assert sum(half.count(count).n for half in halves) == whole.count(count).n > 0
    assert whole.count("follow_ups_due_held").n > sum(
        half.count("follow_ups_due_held").n for half in halves
    ), "what was due at midsummer and held after it was held by the end of the year"


class Asked(Mapping[str, pl.DataFrame]):
    """Frames of nothing, that keep in mind which of them were asked for."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __getitem__(self, name: str) -> pl.DataFrame:
        self.names.append(name)
        return event_frame(name, [])

    def __iter__(self) -> Iterator[str]:
        return iter(SCHEMAS)

    def __len__(self) -> int:
        return len(SCHEMAS)

    def __contains__(self, name: object) -> bool:
        return name in SCHEMAS


def test_events_are_asked_for_when_a_figure_counts_them_and_each_by_itself() -> None:
    asked: list[date] = []
    frames = Asked()
    rows = lifelike(20)
    exact = Figures(
        framed(rows), team=TEAM, period=YEAR, events=lambda day: asked.append(day) or frames
    )
    contract(exact)
    exact.count("visited")
    exact.episode_ids("trial_ended")
    assert (asked, frames.names) == ([], [])
    assert exact.count("came.gender.woman").n == exact.count("attendances").n == 0
    assert exact.count("came.coach.1").n == 0
    assert (asked, frames.names) == ([YEAR.end], ["attendances"])
    assert exact.count("follow_ups_due").n == exact.share("follow_up_rate").part == 0
    assert exact.mean("placement_hours_at_end").n == exact.count("placements_ended").n == 0
    assert frames.names == ["attendances", "follow_ups", "placements"]
    exact.value("follow_ups_held@previous")
    assert asked == [YEAR.end, YEAR.start - timedelta(days=1)]


def told(found: Figures) -> dict[str, object]:
    """Every count by everything, by two things at once where it can be, and who is behind it."""
    numbers: dict[str, object] = {one: found.count(one).n for one in COUNTS}
    numbers |= {
        f"{one} by {by}": found.breakdown(one, by) for one in COUNTS for by in dimensions_of(one)
    }
    of_episodes = [one for one in COUNTS if "gender" in dimensions_of(one)]
    for one in of_episodes:
        numbers[f"{one} ids"] = found.episode_ids(one)
        numbers[f"{one} by two"] = found.crosstab(one, "gender", "coach")
        for by in EVENTS[one].dimensions:
            numbers[f"{one} by gender and {by}"] = found.crosstab(one, "gender", by)
    numbers |= {one: found.mean(one) for one in EVENT_MEASURES}
    return numbers | {"sessions": found.event_ids("group_sessions_held")}


@pytest.mark.parametrize("lazily", [True, False])
def test_duckdb_and_lazy_frames_give_the_same(tmp_path: Path, *, lazily: bool) -> None:
    frame = framed(lifelike(60))
    made = frames(lifelike_rows(frame))
    here = told(Figures(frame, team=TEAM, period=YEAR, events=lifelike_events(frame)))
    assert [name for name, number in here.items() if not number] == []
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


@pytest.mark.parametrize(
    ("address", "because"),
    [
        ("group_sessions_held.gender.woman", "group_sessions_held has no breakdown by gender"),
        ("newly_enrolled.employer_kind.private", "newly_enrolled has no breakdown by employer"),
        ("placements_started.led_to.work", "placements_started has no breakdown by led_to"),
        ("attendance_rate.purpose.hours", "attendance_rate has no breakdown by purpose"),
        ("days_to_first_activity.group.g1", "days_to_first_activity has no breakdown by group"),
        ("placements_started.employer_kind", "names employer_kind but not which"),
    ],
)
def test_a_breakdown_that_there_is_not_is_refused(address: str, because: str) -> None:
    with pytest.raises(ValueError, match=because):
        Figures(framed([]), team=TEAM, period=YEAR).value(address)
    with pytest.raises(ValueError, match="has no breakdown by"):
        Figures(framed([]), team=TEAM, period=YEAR).breakdown("planning_days_held", "gender")


def test_what_is_no_day_is_refused() -> None:
    row = dict.fromkeys(SCHEMAS[ATTENDANCES]) | {"episode_id": "e1", "on": "soon"}
    with pytest.raises(ValueError, match="soon"):
        event_frame(ATTENDANCES, [row])
    with pytest.raises(ValueError, match="attendances cannot be read"):
        event_frame(ATTENDANCES, [{**row, "on": date(2021, 1, 1), "kind": 7}])
    with pytest.raises(ValueError, match="is not a mean"):
        Figures(framed([]), team=TEAM, period=YEAR).mean("attendance_days")
