"""Figures of events counted again here, row by row, without any frame."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given, settings

from samspel.figures import events as frame_names
from samspel.figures.compute import Figures
from samspel.figures.definitions import EVENT_MEASURES, EVENT_SHARES, EVENTS
from samspel.figures.events import ATTENDANCES, FOLLOW_UPS
from samspel.figures.period import Period
from samspel.figures.score_change import ScoreChange, score_change
from tests.figures.episodes import TEAM, episodes, framed, periods
from tests.figures.happened import Rows, events, happened

quick = settings(max_examples=40, deadline=None)
Row = dict[str, Any]
DAY = timedelta(days=1)


def is_in(period: Period, day: date | None) -> bool:
    return day is not None and period.start <= day <= period.end


def came(row: Row) -> bool:
    return row["presence"] in ("present", "digital")


def of_meetings(meetings: list[Row], period: Period) -> dict[str, int]:
    due = [row for row in meetings if is_in(period, row["due_on"])]
    return {
        "follow_ups_due": len(due),
        "follow_ups_due_held": sum(bool(r["held_on"] and r["held_on"] <= period.end) for r in due),
        "follow_ups_left_out": sum(row["left_out"] for row in due),
        "follow_ups_held": sum(is_in(period, row["held_on"]) for row in meetings),
    }


def of_attendance(rows: list[Row], period: Period) -> dict[str, int]:
    rows = [row for row in rows if is_in(period, row["on"])]
    days = {(row["episode_id"], row["on"]) for row in rows if came(row)}
    at_sessions = [row for row in rows if row["session_id"]]
    return {
        "attendance_days": len(days),
        "came": len({episode for episode, _ in days}),
        "attendances_recorded": len(at_sessions),
        "attendances": sum(map(came, at_sessions)),
        "reached_by_groups": len({row["episode_id"] for row in at_sessions if came(row)}),
    }


def whole_weeks(stay: Row, period: Period) -> list[date]:
    """The Mondays of the weeks that lie in both; asked day by day."""
    last = min(period.end, stay["closed_on"] - DAY) if stay["closed_on"] else period.end
    day, found = max(period.start, stay["enrolled_on"]), []
    while day + 6 * DAY <= last:
        if day.weekday() == 0:
            found.append(day)
        day += DAY
    return found


def of_weeks(stays: list[Row], rows: list[Row], period: Period) -> dict[str, int]:
    numbers = {
        "enrolled_a_whole_week": 0,
        "came_every_week": 0,
        "came_since_enrolment": 0,
        "weeks_enrolled": 0,
        "weeks_attended": 0,
    }
    for stay in stays:
        days = {r["on"] for r in rows if came(r) and r["episode_id"] == stay["episode_id"]}
        weeks = whole_weeks(stay, period)
        attended = [week for week in weeks if days & {week + n * DAY for n in range(7)}]
        numbers["weeks_enrolled"] += len(weeks)
        numbers["weeks_attended"] += len(attended)
        numbers["enrolled_a_whole_week"] += bool(weeks)
        numbers["came_every_week"] += bool(weeks) and attended == weeks
        is_new = is_in(period, stay["enrolled_on"])
        came_since = any(stay["enrolled_on"] <= day <= period.end for day in days)
        numbers["came_since_enrolment"] += is_new and came_since
    return numbers


def is_there(row: Row, first: date, last: date) -> bool:
    return bool(row["starts_on"] <= last and (row["ended_on"] is None or row["ended_on"] >= first))


def of_placements(rows: list[Row], period: Period) -> dict[str, int]:
    ended = [row for row in rows if is_in(period, row["ended_on"])]
    before, after = period.start - DAY, period.end + DAY
    return {
        "placements_at_start": sum(
            row["starts_on"] <= before and is_there(row, period.start, period.start) for row in rows
        ),
        "placements_started": sum(is_in(period, row["starts_on"]) for row in rows),
        "placements_ended": len(ended),
        "placements_at_end": sum(
            row["starts_on"] <= period.end and is_there(row, after, after) for row in rows
        ),
        "in_placement": len(
            {row["episode_id"] for row in rows if is_there(row, period.start, period.end)}
        ),
        "placements_to_work": sum(row["led_to"] in ("work", "subsidised_work") for row in ended),
    }


def changes(rows: list[Row], period: Period) -> list[ScoreChange]:
    """By the rule of the scores' own pages."""
    found = []
    for episode in {row["episode_id"] for row in rows}:
        known = [r for r in rows if r["episode_id"] == episode and r["instrument"] == "ors"]
        known = sorted((r for r in known if r["on"] <= period.end), key=lambda row: row["on"])
        if len(known) > 1 and is_in(period, known[-1]["on"]):
            first, last = known[0], known[-1]
            rule = {"cutoff": last["cutoff_tenths"], "reliable": last["reliable_tenths"]}
            found.append(score_change(first["total_tenths"], last["total_tenths"], **rule))
    return found


def of_the_team(rows: Rows, period: Period) -> dict[str, int]:
    sessions = [row for row in rows[frame_names.SESSIONS] if is_in(period, row["on"])]
    suggestions = [row for row in rows[frame_names.SUGGESTIONS] if is_in(period, row["on"])]
    ideas = rows[frame_names.IDEAS]
    days = rows[frame_names.PLANNING_DAYS]
    return {
        "group_sessions_held": sum(not row["cancelled"] for row in sessions),
        "groups_led": len({r["group_id"] for r in sessions if not r["cancelled"]} - {None}),
        "sessions_cancelled": sum(row["cancelled"] for row in sessions),
        "planning_days_held": sum(is_in(period, row["on"]) for row in days),
        "suggestions_received": len(suggestions),
        "suggestions_answered": sum(
            bool(row["answered_on"] and row["answered_on"] <= period.end) for row in suggestions
        ),
        "ideas_received": sum(is_in(period, row["on"]) for row in ideas),
        "ideas_that_became_groups": sum(is_in(period, row["became_group_on"]) for row in ideas),
    }


@quick
@given(episodes(), happened, periods)
def test_numbers_are_those_of_the_rows(rows: list[Row], happened: Rows, period: Period) -> None:
    frame = framed(rows)
    found = Figures(frame, team=TEAM, period=period, events=events(happened))
    known, stays = set(frame["episode_id"]), [row for row in frame.to_dicts() if row["enrolled_on"]]
    own = {
        name: [row for row in each if row.get("episode_id") in known]
        for name, each in happened.items()
    }
    became = changes(own[frame_names.SCORES], period)
    expected = {
        **of_meetings(own[FOLLOW_UPS], period),
        **of_attendance(own[ATTENDANCES], period),
        **of_weeks(stays, own[ATTENDANCES], period),
        **of_placements(own[frame_names.PLACEMENTS], period),
        **of_the_team(happened, period),
        "scores_compared": len(became),
        "changed_reliably": sum(each.is_reliable for each in became),
    }
    assert {count: found.count(count).n for count in EVENTS} == expected
    by_change = {each.value: became.count(each) for each in ScoreChange if each in became}
    assert found.breakdown("scores_compared", "score_change") == by_change
    for share, figure in EVENT_SHARES.items():
        made = found.share(share)
        assert (made.part, made.whole) == (expected[figure.part], expected[figure.whole])


@quick
@given(episodes(), happened, periods)
def test_what_always_holds(rows: list[Row], happened: Rows, period: Period) -> None:
    found = Figures(framed(rows), team=TEAM, period=period, events=events(happened))
    n = {count: found.count(count).n for count in EVENTS}
    at_start, started = n["placements_at_start"], n["placements_started"]
    assert at_start + started == n["placements_ended"] + n["placements_at_end"]
    assert n["in_placement"] <= at_start + started
    assert n["follow_ups_due_held"] + n["follow_ups_left_out"] <= n["follow_ups_due"]
    assert n["reached_by_groups"] <= n["came"] <= n["attendance_days"]
    assert n["came_every_week"] <= n["enrolled_a_whole_week"] <= n["weeks_enrolled"]
    assert n["enrolled_a_whole_week"] <= found.count("worked_with").n
    for part, whole in ((each.key, each.part_of) for each in EVENTS.values() if each.part_of):
        assert n[part] <= found.count(whole).n, part
    for dimension in ("employer_kind", "purpose", "gender"):
        flows = [
            found.breakdown(f"placements_{each}", dimension)
            for each in ("at_start", "started", "ended", "at_end")
        ]
        for key in {key for flow in flows for key in flow}:
            start, new, ended, end = (flow.get(key, 0) for flow in flows)
            assert start + new == ended + end


@quick
@given(episodes(), happened, periods)
def test_means_are_those_of_the_rows(rows: list[Row], happened: Rows, period: Period) -> None:
    frame = framed(rows)
    found = Figures(frame, team=TEAM, period=period, events=events(happened))
    stays = {row["episode_id"]: row for row in frame.to_dicts()}
    placements = [r for r in happened[frame_names.PLACEMENTS] if r["episode_id"] in stays]
    ended = [row for row in placements if is_in(period, row["ended_on"])]
    known = [r for r in ended if None not in (r["tenths_at_start"], r["tenths_at_end"])]
    begun = [r for r in placements if is_in(period, r["starts_on"]) and r["ready_on"]]
    waited = [(row["starts_on"] - row["ready_on"]).days for row in begun]
    new = [row for row in stays.values() if is_in(period, row["enrolled_on"])]
    firsts = [first_after(row, happened[ATTENDANCES], period) for row in new]
    expected: dict[str, list[int]] = {
        "placement_hours_at_start": [row["tenths_at_start"] for row in known],
        "placement_hours_at_end": [row["tenths_at_end"] for row in known],
        "days_from_ready_to_placement": [days for days in waited if days >= 0],
        "days_to_first_activity": [days for days in firsts if days is not None],
    }
    assert set(expected) == set(EVENT_MEASURES)
    for measure, values in expected.items():
        made, factor = found.mean(measure), EVENT_MEASURES[measure].factor
        assert made.n == len(values)
        assert made.total == sum(values) * factor
        assert made.median == (middle(values) * factor if values else None)


def first_after(stay: Row, rows: list[Row], period: Period) -> int | None:
    own = [row["on"] for row in rows if row["episode_id"] == stay["episode_id"] and came(row)]
    since = [day for day in own if stay["enrolled_on"] <= day <= period.end]
    return (min(since) - stay["enrolled_on"]).days if since else None


def middle(values: list[int]) -> Fraction:
    ordered: Callable[[int], int] = sorted(values).__getitem__
    return Fraction(ordered((len(values) - 1) // 2) + ordered(len(values) // 2), 2)
