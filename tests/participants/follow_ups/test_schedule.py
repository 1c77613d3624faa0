"""When follow-ups are due, which one is waited for, and when it is late."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.participants.follow_ups.schedule import (
    GRACE,
    Known,
    days_until,
    due_days,
    is_due_day,
    is_overdue,
    is_told,
    last_due,
    late_since,
    next_due,
)
from samspel.participants.follow_ups.state import State, state_of

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
MONTHS = st.integers(1, 12)
ENROLLED = date(2025, 1, 1)
"""Due every third month: 1 April, 1 July, 1 October, 1 January."""


@dataclass(frozen=True)
class Row:
    """A follow-up as the rules see it."""

    due_on: date
    booked_on: date | None = None
    held_on: date | None = None
    is_left_out: bool = False

    @property
    def is_settled(self) -> bool:
        return self.held_on is not None or self.is_left_out


def day(text: str) -> date:
    return date.fromisoformat(text)


def held(due_on: str, on: str) -> Known:
    return Row(day(due_on), held_on=day(on))


def booked(due_on: str, on: str) -> Known:
    return Row(day(due_on), booked_on=day(on))


def left_out(due_on: str) -> Known:
    return Row(day(due_on), is_left_out=True)


@pytest.mark.parametrize(
    ("enrolled_on", "months", "first"),
    [
        ("2025-01-01", 3, ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"]),
        # The last day of a month falls on the last day of a shorter one, and back again.
        ("2024-11-30", 3, ["2025-02-28", "2025-05-30", "2025-08-30", "2025-11-30"]),
        ("2025-08-31", 3, ["2025-11-30", "2026-02-28", "2026-05-31", "2026-08-31"]),
        ("2025-01-31", 1, ["2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31"]),
        # 29 February comes back in leap years only.
        ("2024-02-29", 12, ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
        ("2023-11-30", 3, ["2024-02-29", "2024-05-30", "2024-08-30", "2024-11-30"]),
    ],
)
def test_days_are_counted_from_the_enrolment(
    enrolled_on: str, months: int, first: list[str]
) -> None:
    found = list(islice(due_days(day(enrolled_on), months), len(first)))
    assert [each.isoformat() for each in found] == first


@pytest.mark.parametrize(
    ("today", "known", "waited_for"),
    [
        # From the day of enrolment on, the first one.
        ("2025-01-01", [], "2025-04-01"),
        ("2025-03-31", [], "2025-04-01"),
        ("2025-04-01", [], "2025-04-01"),
        # Nobody held it: it is waited for until the next day takes its place.
        ("2025-06-30", [], "2025-04-01"),
        ("2025-07-01", [], "2025-07-01"),
        # A long stay that came from a file: one is open, not twenty.
        ("2030-02-10", [], "2030-01-01"),
        # Held on the day, early, late.
        ("2025-04-01", [held("2025-04-01", "2025-04-01")], "2025-07-01"),
        ("2025-03-20", [held("2025-04-01", "2025-03-20")], "2025-07-01"),
        ("2025-05-20", [held("2025-04-01", "2025-05-20")], "2025-07-01"),
        # So late that the next day had come: one meeting was for both.
        ("2025-07-05", [held("2025-04-01", "2025-07-05")], "2025-10-01"),
        # The next one held early lets nobody go back to the one that was missed.
        ("2025-06-26", [held("2025-07-01", "2025-06-25")], "2025-10-01"),
        # Left out is that one only.
        ("2025-04-02", [left_out("2025-04-01")], "2025-07-01"),
        ("2025-03-02", [left_out("2025-04-01")], "2025-07-01"),
        ("2025-06-26", [left_out("2025-07-01")], "2025-04-01"),
        ("2025-07-02", [left_out("2025-07-01")], "2025-10-01"),
        ("2025-03-01", [left_out("2025-04-01"), left_out("2025-07-01")], "2025-10-01"),
        # A booked meeting stays the one that is waited for when the next day comes,
        ("2025-07-02", [booked("2025-04-01", "2025-07-05")], "2025-04-01"),
        # for two weeks more, until it is written down,
        ("2025-07-19", [booked("2025-04-01", "2025-07-05")], "2025-04-01"),
        ("2025-07-20", [booked("2025-04-01", "2025-07-05")], "2025-07-01"),
        # and takes the place of one that was missed.
        ("2025-06-01", [booked("2025-07-01", "2025-06-28")], "2025-07-01"),
        # What is booked far ahead does not hide the one that comes before.
        ("2025-03-20", [booked("2025-07-01", "2025-07-01")], "2025-04-01"),
        # Of two booked ones the first meeting.
        (
            "2025-07-02",
            [booked("2025-07-01", "2025-07-10"), booked("2025-04-01", "2025-07-05")],
            "2025-04-01",
        ),
        # When that was held, the other booking went with it: its day was passed.
        (
            "2025-07-06",
            [booked("2025-07-01", "2025-07-10"), held("2025-04-01", "2025-07-05")],
            "2025-10-01",
        ),
        # A day that is none of the schedule any more: the team changed its interval.
        ("2025-02-10", [booked("2025-03-01", "2025-03-02")], "2025-03-01"),
        ("2025-02-10", [held("2025-03-01", "2025-02-09")], "2025-04-01"),
    ],
)
def test_which_one_is_waited_for(today: str, known: list[Known], waited_for: str) -> None:
    assert next_due(ENROLLED, 3, known, day(today)).isoformat() == waited_for


@pytest.mark.parametrize(
    ("due_on", "booked_on", "today", "is_late"),
    [
        ("2025-04-01", None, "2025-04-15", False),
        ("2025-04-01", None, "2025-04-16", True),
        ("2025-04-01", "2025-03-20", "2025-04-15", False),
        ("2025-04-01", "2025-03-20", "2025-04-16", True),
        ("2025-04-01", "2025-06-01", "2025-05-31", False),
        ("2025-04-01", "2025-06-01", "2025-06-15", False),
        ("2025-04-01", "2025-06-01", "2025-06-16", True),
    ],
)
def test_late_after_two_weeks(
    due_on: str, booked_on: str | None, today: str, is_late: bool
) -> None:
    assert is_overdue(day(due_on), booked_on and day(booked_on), day(today)) is is_late


@pytest.mark.parametrize(
    ("today", "row", "state"),
    [
        ("2025-03-17", None, State.COMING),
        ("2025-03-18", None, State.TO_BOOK),
        ("2025-04-15", None, State.TO_BOOK),
        ("2025-04-16", None, State.OVERDUE),
        ("2025-01-05", booked("2025-04-01", "2025-04-03"), State.BOOKED),
        ("2025-04-03", booked("2025-04-01", "2025-04-03"), State.BOOKED),
        ("2025-04-04", booked("2025-04-01", "2025-04-03"), State.TO_WRITE),
        ("2025-04-18", booked("2025-04-01", "2025-04-03"), State.OVERDUE),
        ("2025-07-01", None, State.PASSED),
        ("2025-04-16", held("2025-04-01", "2025-04-03"), State.HELD),
        ("2025-04-16", left_out("2025-04-01"), State.LEFT_OUT),
    ],
)
def test_where_the_first_one_stands(today: str, row: Known | None, state: State) -> None:
    waited = next_due(ENROLLED, 3, [row] if row else [], day(today))
    assert state_of(day("2025-04-01"), row, waited, day(today)) == state


def test_a_case_that_has_ended_waits_for_none() -> None:
    booked_ahead = booked("2025-04-01", "2025-06-01")
    assert state_of(day("2025-04-01"), booked_ahead, None, day("2025-05-01")) == State.PASSED


def test_less_than_a_month_between_is_refused() -> None:
    for rule in (
        lambda: next(due_days(ENROLLED, 0)),
        lambda: last_due(ENROLLED, 0, ENROLLED),
        lambda: is_due_day(ENROLLED, ENROLLED, 0),
    ):
        with pytest.raises(ValueError, match="a month or more"):
            rule()


@given(DAYS, MONTHS, st.integers(0, 5000))
def test_the_quick_ways_agree_with_counting(enrolled_on: date, months: int, after: int) -> None:
    today = enrolled_on + timedelta(days=after)
    counted = days_until(enrolled_on, months, today)
    assert last_due(enrolled_on, months, today) == (counted[-1] if counted else None)
    assert is_due_day(today, enrolled_on, months) == (today in counted)


@given(DAYS, MONTHS)
def test_days_grow_and_keep_the_day_of_the_month(enrolled_on: date, months: int) -> None:
    days = list(islice(due_days(enrolled_on, months), 30))
    assert days == sorted(set(days))
    for each in days:
        is_last = (each + timedelta(days=1)).month != each.month
        assert each.day == enrolled_on.day or (is_last and each.day < enrolled_on.day)


@st.composite
def stays(draw: st.DrawFn) -> tuple[date, int, list[Row], date]:
    """A stay with some of its follow-ups booked, held or left out."""
    enrolled_on, months = draw(DAYS), draw(MONTHS)
    today = enrolled_on + timedelta(days=draw(st.integers(0, 2000)))
    days = [*days_until(enrolled_on, months, today), *islice(due_days(enrolled_on, months), 2)]
    rows = []
    for due_on in draw(st.lists(st.sampled_from(sorted(set(days))), unique=True, max_size=6)):
        moved = due_on + timedelta(days=draw(st.integers(-40, 200)))
        what = draw(st.sampled_from(["booked", "held", "left out"]))
        held_on = min(moved, today) if what == "held" else None
        booked_on = moved if what == "booked" else None
        rows.append(Row(due_on, booked_on, held_on, what == "left out"))
    return enrolled_on, months, rows, today


@given(stays())
def test_one_is_waited_for_that_is_not_settled(stay: tuple[date, int, list[Row], date]) -> None:
    enrolled_on, months, rows, today = stay
    waited = next_due(enrolled_on, months, rows, today)
    assert is_due_day(waited, enrolled_on, months)
    assert waited not in {each.due_on for each in rows if each.is_settled}
    # What lies before the last day that has come is waited for only where its meeting is booked.
    last = last_due(enrolled_on, months, today)
    if last is not None and waited < last:
        assert any(each.due_on == waited and each.booked_on for each in rows)


@given(stays())
def test_settling_what_is_waited_for_moves_on(stay: tuple[date, int, list[Row], date]) -> None:
    enrolled_on, months, rows, today = stay
    waited = next_due(enrolled_on, months, rows, today)
    others = [each for each in rows if each.due_on != waited]
    after = next_due(enrolled_on, months, [*others, Row(waited, held_on=today)], today)
    assert after > waited


@given(DAYS, st.none() | DAYS, DAYS)
def test_told_before_late(due_on: date, booked_on: date | None, today: date) -> None:
    if is_overdue(due_on, booked_on, today):
        assert is_told(due_on, today)
    assert late_since(due_on, booked_on) > due_on + GRACE
