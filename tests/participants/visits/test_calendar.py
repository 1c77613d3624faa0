"""When a standing time falls: every so many weeks, in Swedish time, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samspel.participants.visits.calendar import SWEDEN, day_bounds, moment, monday_of
from samspel.records.recurrence import days_of

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
WEEKDAYS = st.integers(0, 6)
WEEKS = st.integers(1, 8)
LENGTHS = st.integers(-10, 400)
on_any_machine = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def brute(
    weekday: int, every_weeks: int, first_on: date, last_on: date | None, start: date, end: date
) -> list[date]:
    """The same, day by day from the very first."""
    found, day, nth = [], first_on, 0
    while day <= end:
        if day.weekday() == weekday:
            fits = nth % every_weeks == 0 and (last_on is None or day <= last_on)
            if fits and day >= start:
                found.append(day)
            nth += 1
        day += timedelta(days=1)
    return found


@on_any_machine
@given(WEEKDAYS, WEEKS, DAYS, st.none() | LENGTHS, LENGTHS, LENGTHS)
def test_days_are_those_that_one_counts_by_hand(
    weekday: int, every_weeks: int, first_on: date, length: int | None, offset: int, span: int
) -> None:
    last_on = None if length is None else first_on + timedelta(days=length)
    start = first_on + timedelta(days=offset)
    end = start + timedelta(days=span)
    rule = {"weekday": weekday, "every_weeks": every_weeks, "first_on": first_on}
    found = days_of(**rule, last_on=last_on, start=start, end=end)
    assert found == brute(weekday, every_weeks, first_on, last_on, start, end)


@on_any_machine
@given(WEEKDAYS, WEEKS, DAYS, DAYS, st.integers(0, 400), st.integers(0, 400))
def test_a_span_is_what_its_parts_are(
    weekday: int, every_weeks: int, first_on: date, start: date, one: int, other: int
) -> None:
    """However a span is cut, the days are the same: pages may ask week by week."""
    middle, end = start + timedelta(days=one), start + timedelta(days=one + other + 1)

    def days(first: date, last: date) -> list[date]:
        return days_of(
            weekday=weekday,
            every_weeks=every_weeks,
            first_on=first_on,
            last_on=None,
            start=first,
            end=last,
        )

    assert days(start, end) == days(start, middle) + days(middle + timedelta(days=1), end)


@on_any_machine
@given(DAYS, st.times(min_value=time(4), max_value=time(23, 59)))
def test_the_clock_shows_the_time_on_every_day(day: date, at: time) -> None:
    """Also in the weeks in which summer time begins and ends."""
    at = at.replace(second=0, microsecond=0)
    local = moment(day, at).astimezone(SWEDEN)
    assert (local.date(), local.time()) == (day, at)


@on_any_machine
@given(DAYS)
def test_a_day_is_between_its_bounds_and_days_meet(day: date) -> None:
    first, after = day_bounds(day, day)
    assert after == day_bounds(day + timedelta(days=1), day + timedelta(days=1))[0]
    assert first.astimezone(SWEDEN).date() == day
    assert (after - timedelta(microseconds=1)).astimezone(SWEDEN).date() == day
    assert timedelta(hours=23) <= after - first <= timedelta(hours=25)


def test_ten_in_winter_and_in_summer() -> None:
    assert moment(date(2026, 3, 28), time(10)) == datetime(2026, 3, 28, 9, tzinfo=UTC)
    assert moment(date(2026, 3, 29), time(10)) == datetime(2026, 3, 29, 8, tzinfo=UTC)


def test_the_hour_that_is_left_out_and_the_one_that_comes_twice() -> None:
    left_out = moment(date(2026, 3, 29), time(2, 30)).astimezone(SWEDEN)
    assert left_out.time() == time(3, 30)
    assert moment(date(2026, 10, 25), time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@on_any_machine
@given(DAYS)
def test_the_monday_is_at_most_six_days_before(day: date) -> None:
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days <= 6
