"""The grid of a rhythm: every day in one period, and no period beside the grid on it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.figures.period import Period, parse_period
from samspel.figures.rhythm import Rhythm, in_step

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(days, st.sampled_from(Rhythm))
def test_every_day_lies_in_one_period_and_the_next_begins_where_it_ends(
    day: date, rhythm: Rhythm
) -> None:
    period = rhythm.period_with(day)
    assert period.start <= day <= period.end
    assert rhythm.has(period)
    assert rhythm.period_with(period.end) == period
    following = rhythm.period_with(period.end + timedelta(days=1))
    assert following.start == period.end + timedelta(days=1)
    assert following.previous() == period
    assert in_step(following, period)
    assert not in_step(period, following)


@given(days, days, st.sampled_from(Rhythm))
def test_two_periods_of_a_grid_are_the_same_or_apart(
    one: date, other: date, rhythm: Rhythm
) -> None:
    first, last = sorted([rhythm.period_with(one), rhythm.period_with(other)])
    assert first == last or first.end < last.start


@pytest.mark.parametrize(
    ("period", "rhythms"),
    [
        ("2024", {Rhythm.CALENDAR_YEAR}),
        ("2023-07..2024-06", {Rhythm.BROKEN_YEAR}),
        ("2024H1", {Rhythm.HALF_YEAR}),
        ("2024H2", {Rhythm.HALF_YEAR}),
        ("2023..2024", set()),
        ("2024-04..2025-03", set()),
        ("2024-01-01..2024-12-30", set()),
        ("2024-02", set()),
    ],
)
def test_which_periods_are_of_a_rhythm(period: str, rhythms: set[Rhythm]) -> None:
    assert {each for each in Rhythm if each.has(parse_period(period))} == rhythms


def test_a_period_has_ended_when_its_last_day_has_passed() -> None:
    year = parse_period("2024")
    assert not Rhythm.CALENDAR_YEAR.has_ended(year, date(2024, 12, 31))
    assert Rhythm.CALENDAR_YEAR.has_ended(year, date(2025, 1, 1))
    assert not Rhythm.HALF_YEAR.has_ended(year, date(2025, 1, 1))


def test_a_period_of_days_is_in_step_with_itself_only() -> None:
    spring = Period(date(2024, 1, 15), date(2024, 3, 2))
    assert in_step(spring, spring)
    assert not in_step(spring, spring.previous())
