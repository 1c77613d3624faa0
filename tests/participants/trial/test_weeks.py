"""The weeks of a trial period: which are asked for, which are missed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspel.participants.attendance.away import away_since
from samspel.participants.trial.part import summary
from samspel.participants.trial.weeks import WeekState, missed, weeks_of


def day(text: str) -> date:
    return date.fromisoformat(f"2025-{text}")


def told(first: str, ends: str, today: str, *came: str) -> str:
    """The states of the weeks, one letter each: Came, Missed, Part, Running, . to come."""
    letters = {
        WeekState.CAME: "C",
        WeekState.MISSED: "M",
        WeekState.PART: "P",
        WeekState.RUNNING: "R",
        WeekState.COMING: ".",
    }
    weeks = weeks_of(day(first), day(ends), [day(each) for each in came], day(today))
    return "".join(letters[week.state] for week in weeks)


@pytest.mark.parametrize(
    ("first", "ends", "today", "came", "states"),
    [
        # Whole weeks, Monday 3 February to Sunday 2 March.
        ("02-03", "03-03", "03-10", [], "MMMM"),
        ("02-03", "03-03", "03-10", ["02-03", "02-16", "02-17"], "CCCM"),
        # The running week is not missed before Sunday is over.
        ("02-03", "03-03", "02-16", ["02-05"], "CR.."),
        ("02-03", "03-03", "02-17", ["02-05"], "CMR."),
        ("02-03", "03-03", "02-05", ["02-05"], "C..."),
        # Of a week that is only in part in the trial period nothing is asked.
        ("02-04", "03-04", "03-10", [], "PMMMP"),
        ("02-09", "02-11", "03-10", [], "PP"),
        ("02-04", "03-04", "03-10", ["02-04", "03-03"], "CMMMC"),
        # A visit before or after the trial period makes no week of it good.
        ("02-04", "03-04", "03-10", ["02-03", "03-04"], "PMMMP"),
        # One day.
        ("02-05", "02-06", "02-05", [], "P"),
        # A record that lies ahead is none yet.
        ("02-03", "02-10", "02-04", ["02-06"], "R"),
    ],
)
def test_weeks(first: str, ends: str, today: str, came: list[str], states: str) -> None:
    assert told(first, ends, today, *came) == states


def test_weeks_have_their_iso_number_over_a_new_year() -> None:
    weeks = weeks_of(date(2024, 12, 23), date(2025, 1, 13), [], date(2025, 2, 1))
    assert [week.number for week in weeks] == [52, 1, 2]


@given(
    first=st.dates(date(2024, 1, 1), date(2026, 1, 1)),
    length=st.integers(1, 400),
    gone=st.integers(-10, 500),
    offsets=st.sets(st.integers(-10, 410)),
)
def test_weeks_part_the_trial_period_without_gaps(
    first: date, length: int, gone: int, offsets: set[int]
) -> None:
    ends, today = first + timedelta(days=length), first + timedelta(days=gone)
    came = {first + timedelta(days=each) for each in offsets}
    weeks = weeks_of(first, ends, came, today)
    days = [
        week.first + timedelta(days=n)
        for week in weeks
        for n in range((week.last - week.first).days + 1)
    ]
    assert days == [first + timedelta(days=n) for n in range(length)]
    assert {each for week in weeks for each in week.came} == {
        each for each in came if first <= each < ends and each <= today
    }
    assert all(week.is_whole and week.last < today for week in missed(weeks))


@pytest.mark.parametrize(
    ("last", "today", "since"),
    [
        (None, "02-16", None),
        (None, "02-17", "02-03"),
        ("02-10", "02-23", None),
        ("02-10", "02-24", "02-10"),
        # A visit from before the enrolment does not make the two weeks longer.
        ("01-10", "02-16", None),
    ],
)
def test_two_weeks_without_coming(last: str | None, today: str, since: str | None) -> None:
    found = away_since(day("02-03"), day(last) if last else None, day(today))
    assert found == (day(since) if since else None)


@pytest.mark.parametrize(
    ("came", "today", "words"),
    [
        ([], "03-10", "Kom inte vecka 6, 7, 8, 9."),
        (["02-03", "02-11", "02-20", "02-24"], "03-10", "Har kommit varje vecka hittills."),
        ([], "02-05", "Ingen hel vecka har gått."),
    ],
)
def test_the_weeks_in_words(came: list[str], today: str, words: str) -> None:
    weeks = weeks_of(day("02-03"), day("03-03"), [day(each) for each in came], day(today))
    assert summary(weeks) == words


def test_short_weeks_are_said_to_ask_for_nothing() -> None:
    weeks = weeks_of(day("02-04"), day("03-03"), [], day("03-10"))
    assert summary(weeks).endswith("Veckor som bara delvis hör till prövotiden räknas inte.")
    assert summary([]) == ""
