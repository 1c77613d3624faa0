"""What comes again once a month, by the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.records.recurrence import monthly_days_of

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("first_on", "expected"),
    [
        (date(2025, 1, 7), [date(2025, 1, 7), date(2025, 2, 4), date(2025, 3, 4)]),
        (date(2025, 1, 29), [date(2025, 2, 4), date(2025, 3, 4)]),
        (date(2025, 4, 29), [date(2025, 4, 29), date(2025, 5, 27), date(2025, 6, 24)]),
    ],
)
def test_the_week_of_the_month_is_that_of_the_first_day(
    first_on: date, expected: list[date]
) -> None:
    found = monthly_days_of(weekday=1, first_on=first_on, last_on=None, start=FIRST, end=LAST)
    assert found[: len(expected)] == expected


def test_nothing_lies_outside_of_its_days() -> None:
    days = {"first_on": date(2025, 3, 4), "last_on": date(2025, 6, 1)}
    found = monthly_days_of(weekday=1, start=date(2025, 4, 1), end=LAST, **days)
    assert found == [date(2025, 4, 1), date(2025, 5, 6)]
    assert monthly_days_of(weekday=1, start=FIRST, end=date(2025, 3, 3), **days) == []


@given(
    weekday=st.integers(0, 6),
    first_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_there_is_one_in_every_month(weekday: int, first_on: date) -> None:
    end = first_on + timedelta(days=800)
    found = monthly_days_of(
        weekday=weekday, first_on=first_on, last_on=None, start=first_on, end=end
    )
    months = [(day.year, day.month) for day in found]
    assert len(set(months)) == len(months)
    numbers = [year * 12 + month for year, month in months]
    assert numbers == list(range(numbers[0], numbers[-1] + 1))
    assert {day.weekday() for day in found} == {weekday}
