"""What an episode waits for follows from its dates, its team's settings and a day."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.figures.period import shift_months
from samspel.participants.due import LOOK_AHEAD, LOOK_BACK, Due, Kind, due_of, follow_ups

TRIAL, FOLLOW_UP = Kind.TRIAL_ENDS, Kind.FOLLOW_UP


def day(text: str) -> date:
    return date.fromisoformat(text)


def due(today: str, trial_months: int = 2, follow_up_months: int = 3, **dates: str) -> list[str]:
    """Each thing due as ``2025-03-01 trial_ends``."""
    names = ("study_visit_on", "referred_on", "enrolled_on", "closed_on", "withdrawn_on")
    episode = SimpleNamespace(
        **{name: day(dates[name]) if name in dates else None for name in names}
    )
    found = due_of(
        episode, trial_months=trial_months, follow_up_months=follow_up_months, today=day(today)
    )
    return [f"{each.on} {each.kind}" for each in found]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2025-02-14", []),
        ("2025-02-15", ["2025-03-01 trial_ends"]),
        ("2025-03-01", ["2025-03-01 trial_ends"]),
        ("2025-03-08", ["2025-03-01 trial_ends"]),
        ("2025-03-09", []),
        ("2025-03-18", ["2025-04-01 follow_up"]),
        ("2025-04-01", ["2025-04-01 follow_up"]),
        ("2025-04-08", ["2025-04-01 follow_up"]),
        ("2025-04-09", []),
        ("2025-06-20", ["2025-07-01 follow_up"]),
        ("2027-01-01", ["2027-01-01 follow_up"]),
    ],
)
def test_is_told_two_weeks_ahead_and_a_week_after(today: str, told: list[str]) -> None:
    assert due(today, enrolled_on="2025-01-01") == told


@pytest.mark.parametrize(
    ("enrolled_on", "today", "told"),
    [
        ("2024-12-31", "2025-02-28", ["2025-02-28 trial_ends"]),
        ("2023-12-31", "2024-02-29", ["2024-02-29 trial_ends"]),
        ("2024-11-30", "2025-02-28", ["2025-02-28 follow_up"]),
        # Counted from the enrolment: February shifts no later follow-up.
        ("2024-11-30", "2025-05-30", ["2025-05-30 follow_up"]),
        ("2024-02-29", "2025-02-28", ["2025-02-28 follow_up"]),
    ],
)
def test_ends_on_the_last_day_of_a_shorter_month(
    enrolled_on: str, today: str, told: list[str]
) -> None:
    assert due(today, enrolled_on=enrolled_on) == told


def test_trial_and_follow_up_that_meet_are_both_told() -> None:
    told = due("2025-03-25", trial_months=3, enrolled_on="2025-01-01")
    assert told == ["2025-04-01 follow_up", "2025-04-01 trial_ends"]


def test_a_team_without_a_trial_period_has_none_that_ends() -> None:
    assert due("2025-01-01", trial_months=0, enrolled_on="2025-01-01") == []


@pytest.mark.parametrize(
    "dates",
    [
        {"referred_on": "2025-01-01"},
        {"study_visit_on": "2025-01-01"},
        {"referred_on": "2025-01-01", "withdrawn_on": "2025-02-01"},
        {"enrolled_on": "2025-01-01", "closed_on": "2025-04-01"},
        {"enrolled_on": "2025-04-02"},
    ],
)
def test_only_somebody_enrolled_is_waited_for(dates: dict[str, str]) -> None:
    assert due("2025-04-01", **dates) == []


def test_nothing_is_due_after_a_closing_that_is_entered_ahead() -> None:
    assert due("2025-03-25", enrolled_on="2025-01-01", closed_on="2025-03-31") == []
    assert due("2025-03-25", enrolled_on="2025-01-01", closed_on="2025-04-01") == [
        "2025-04-01 follow_up"
    ]


def test_the_day_itself_is_not_past() -> None:
    assert not Due(day("2025-04-01"), FOLLOW_UP).is_past(day("2025-04-01"))
    assert Due(day("2025-04-01"), TRIAL).is_past(day("2025-04-02"))


def test_less_than_a_month_between_follow_ups_is_refused() -> None:
    with pytest.raises(ValueError, match="a month or more"):
        next(follow_ups(day("2025-01-01"), 0, day("2025-04-01")))


@given(
    enrolled_on=st.dates(date(2020, 1, 1), date(2024, 12, 31)),
    months=st.integers(1, 12),
    gone=st.integers(0, 2000),
)
def test_no_follow_up_in_the_window_is_missed(enrolled_on: date, months: int, gone: int) -> None:
    today = enrolled_on + timedelta(days=gone)
    every = {shift_months(enrolled_on, number * months) for number in range(1, 80)}
    inside = {day for day in every if today - LOOK_BACK <= day <= today + LOOK_AHEAD}
    assert inside <= set(follow_ups(enrolled_on, months, today)) <= every
