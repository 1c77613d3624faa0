"""The suggested forecast: line by line as worked out by hand, and what holds whatever is known."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.figures.budget_rows import Posted
from samspel.figures.forecast_suggestion import (
    SoFar,
    Suggested,
    Way,
    forecast_suggestion,
    full_time_months,
    months_in,
)
from samspel.figures.period import Period
from samspel.figures.staff_rows import StaffRow
from tests.spec.forecast_table import END, START, Forecast, position
from tests.spec.forecasts import FORECASTS

days = st.dates(START, END)
later_days = st.dates(START + timedelta(days=31), END)
ore = st.integers(-50_000_000, 500_000_000)
percents = st.integers(1, 200)


def entries() -> st.SearchStrategy[tuple[Posted, ...]]:
    return st.lists(st.builds(Posted, days, ore), min_size=1, max_size=6).map(tuple)


@st.composite
def staff(draw: st.DrawFn) -> tuple[StaffRow, ...]:
    """Somebody who is there all the time, and others who come and go or are not found."""
    found = [position("Ada", draw(percents))]
    for number in range(draw(st.integers(0, 4))):
        first, last = sorted([draw(days), draw(days)])
        name = draw(st.sampled_from(["", f"P{number}"]))
        ends = draw(st.sampled_from([None, last]))
        away = [(first, last, draw(st.integers(1, 100)))] if draw(st.booleans()) else []
        found.append(position(name, draw(percents), first, ends, leaves=away))
    return tuple(found)


def personnel(posted: tuple[Posted, ...], rows: tuple[StaffRow, ...]) -> SoFar:
    entered = (START, *(each.on for each in posted))
    return SoFar(START, END, True, None, posted, entered, rows)


def beginning(row: StaffRow, day: date) -> StaffRow:
    """The same position, from a day on."""
    return row._replace(first_on=day, shares=(row.shares[0]._replace(first_on=day),))


def without_people_from(rows: tuple[StaffRow, ...], day: date) -> tuple[StaffRow, ...]:
    """The same positions, vacant from a day on."""
    before = day - timedelta(days=1)
    held = [
        row._replace(last_on=before if row.last_on is None else min(row.last_on, before))
        for row in rows
        if row.first_on <= before
    ]
    vacant = [
        beginning(row, max(row.first_on, day))._replace(key=f"{row.key}-vacant", person="")
        for row in rows
        if row.last_on is None or row.last_on >= day
    ]
    return (*held, *vacant)


@pytest.mark.parametrize("line", FORECASTS, ids=lambda line: line.because)
def test_suggested_as_worked_out(line: Forecast) -> None:
    suggested = line.suggested()
    expected = None if line.amount is None else line.amount * 100
    assert (suggested.amount_ore, suggested.way) == (expected, line.way)


def test_the_table_has_every_way() -> None:
    assert {line.way for line in FORECASTS} == set(Way)


@given(entries(), staff(), later_days)
def test_twice_the_people_ahead_cost_twice_as_much(
    posted: tuple[Posted, ...], rows: tuple[StaffRow, ...], day: date
) -> None:
    once = forecast_suggestion(personnel(posted, rows), from_on=day)
    more = tuple(
        beginning(row, max(row.first_on, day))._replace(key=f"{row.key}-more")
        for row in rows
        if row.last_on is None or row.last_on >= day
    )
    twice = forecast_suggestion(personnel(posted, (*rows, *more)), from_on=day)
    assert once.way == twice.way == Way.BY_FULL_TIME
    assert twice.full_time_behind == once.full_time_behind
    assert twice.full_time_ahead == 2 * once.full_time_ahead
    assert abs((twice.amount_ore or 0) - 2 * (once.amount_ore or 0)) <= 100


@given(entries(), staff(), later_days, st.integers(0, 400), st.data())
def test_a_vacancy_never_raises_it(
    posted: tuple[Posted, ...],
    rows: tuple[StaffRow, ...],
    day: date,
    after: int,
    data: st.DataObject,
) -> None:
    number = data.draw(st.integers(0, len(rows) - 1))
    vacant_from = min(day + timedelta(days=after), END)
    left = (*rows[:number], *rows[number + 1 :])
    fewer = (*left, *without_people_from((rows[number],), vacant_from))
    before = forecast_suggestion(personnel(posted, rows), from_on=day)
    suggested = forecast_suggestion(personnel(posted, fewer), from_on=day)
    assert suggested.full_time_behind == before.full_time_behind
    assert amount(suggested) <= amount(before)


@given(entries(), staff(), days)
def test_one_more_vacant_position_changes_nothing(
    posted: tuple[Posted, ...], rows: tuple[StaffRow, ...], day: date
) -> None:
    more = (*rows, position("", first_on=START))
    before = forecast_suggestion(personnel(posted, rows), from_on=day)
    suggested = forecast_suggestion(personnel(posted, more), from_on=day)
    assert suggested.amount_ore == before.amount_ore
    assert len(suggested.vacancies) == len(before.vacancies) + 1


@given(entries(), staff(), st.booleans(), st.integers(1, 800))
def test_no_months_ahead_cost_nothing(
    posted: tuple[Posted, ...], rows: tuple[StaffRow, ...], is_personnel: bool, after: int
) -> None:
    so_far = personnel(posted, rows)._replace(is_personnel=is_personnel, allocated_ore=100)
    suggested = forecast_suggestion(so_far, from_on=END + timedelta(days=after))
    assert suggested.amount_ore == 0
    assert suggested.months_ahead == suggested.full_time_ahead == 0


@given(entries(), staff(), days, st.one_of(st.none(), st.integers(0, 10**12)))
def test_whole_kronor_and_never_less_than_nothing(
    posted: tuple[Posted, ...], rows: tuple[StaffRow, ...], day: date, allocated: int | None
) -> None:
    so_far = personnel(posted, rows)._replace(allocated_ore=allocated)
    suggested = forecast_suggestion(so_far, from_on=day)
    if suggested.amount_ore is None:
        assert suggested.way == Way.NOT_ALLOCATED
    else:
        assert suggested.amount_ore >= 0
        assert suggested.amount_ore % 100 == 0


@given(entries(), later_days)
def test_straight_keeps_the_cost_of_a_month(posted: tuple[Posted, ...], day: date) -> None:
    so_far = SoFar(START, END, False, None, posted, (START,))
    suggested = forecast_suggestion(so_far, from_on=day)
    a_month = suggested.ore_a_month
    assert a_month is not None
    expected = max(Fraction(0), a_month * suggested.months_ahead)
    assert abs(amount(suggested) - expected) <= 50
    assert suggested.months_behind + suggested.months_ahead == 12


@given(days, days)
def test_months_add_up(one: date, other: date) -> None:
    first, last = sorted([one, other])
    whole = Period(first, last)
    parts = [Period(first, first), *([Period(first + timedelta(1), last)] if first < last else [])]
    assert months_in(whole) == sum(months_in(each) for each in parts)
    half_time = [position("Ada", 50), position("Bo", 150)]
    assert full_time_months(half_time, whole) == 2 * months_in(whole)


def test_what_it_is_worked_out_from_is_told() -> None:
    rows = (
        position("Ada"),
        position("", 50, date(2023, 9, 1)),
        position("", 50, date(2023, 3, 1), date(2023, 6, 30)),
        position("", 100, date(2023, 8, 1), stands_in_for="1"),
    )
    posted = (Posted(date(2023, 5, 25), 60_000_00), Posted(date(2023, 7, 2), 10_000_00))
    so_far = SoFar(START, END, True, None, posted, tuple(each.on for each in posted), rows)
    told = forecast_suggestion(so_far, from_on=date(2023, 7, 1))
    assert told.ore_a_month == told.ore_a_full_time_month == 10_000_00
    assert (told.mean_behind, told.mean_ahead) == (1, 1)
    assert told.entered_until == date(2023, 5, 25)
    assert [row.first_on for row in told.vacancies] == [date(2023, 9, 1)]


def test_positions_are_for_personnel_only() -> None:
    posted = (Posted(date(2023, 2, 1), 600_00),)
    left = (position("Ada", last_on=date(2023, 6, 30)),)
    so_far = personnel(posted, left)._replace(is_personnel=False)
    suggested = forecast_suggestion(so_far, from_on=date(2023, 7, 1))
    assert (suggested.way, suggested.amount_ore) == (Way.BY_MONTHS, 600_00)
    assert suggested.vacancies == ()


def amount(suggested: Suggested) -> int:
    assert suggested.amount_ore is not None
    return suggested.amount_ore
